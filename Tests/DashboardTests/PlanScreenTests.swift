import Practice
import RunEngine
import Testing

@testable import Dashboard

/// What a plan makes of the screen and of the lines.
@Suite struct PlanScreenTests {
    @Test("In every layout stand the present part, what comes, and how much is left of all")
    func everyLayout() {
        let screen = Scenes.screen(seconds: 850, following: "walk_run-1")
        for (columns, rows) in [
            (300, 100), (120, 40), (80, 24), (56, 14), (56, 15), (50, 60), (40, 30), (50, 20), (40, 12), (36, 9),
        ] {
            let text = screen.frame(columns: columns, rows: rows).text.joined(separator: "\n")
            #expect(text.contains("walk, 0:50 left") || text.contains("walk 0:50"), "\(columns)x\(rows)")
            #expect(text.contains("15:50 left") || text.contains("16 left"), "\(columns)x\(rows)")
        }
        let tiny = screen.frame(columns: 20, rows: 6).text.joined(separator: "\n")
        #expect(tiny.contains("walk 0:50") || tiny.contains("walk, 0:50 left"))
        #expect(tiny.contains("16 left"))
    }

    @Test("The quiet view has the part and the minutes, and no seconds")
    func quiet() {
        var screen = Scenes.screen(seconds: 850, following: "walk_run-1")
        screen.isQuiet = true
        let text = screen.frame(columns: 80, rows: 24).text.joined(separator: "\n")
        #expect(text.contains("walk for now; then run") && text.contains("16 min left"))
        #expect(!text.contains("0:50"))
    }

    @Test("The aim of the time in the band is the plan's, and a walk-run has none")
    func aim() {
        #expect(Scenes.screen(seconds: 10, following: "easy-40").aimMilliseconds == 1_800_000)
        #expect(Scenes.screen(seconds: 10, following: "easy-20").aimMilliseconds == 720_000)
        for plan in ["walk_run-1", "open", "unheard-of"] {
            #expect(Scenes.screen(seconds: 10, following: plan).aimMilliseconds == nil)
        }
    }

    @Test("In a walk nobody is asked for more, whatever the heart rate")
    func noMoreInAWalk() {
        for band in BandState.allCases {
            for phase in PhaseState.allCases {
                let word = Scenes.screen(seconds: 850, following: "walk_run-1") { sample in
                    sample.band = band
                    sample.phase = phase
                }.word
                #expect(word == .walk)
            }
        }
        let paused = Scenes.screen(seconds: 850, following: "walk_run-1") { $0.session = .pausedUser }
        #expect(paused.word == .pausedByRunner)
        let silent = Scenes.screen(seconds: 850, following: "walk_run-1") { $0.link = .lost }
        #expect(silent.word == .noSignal)
    }

    @Test(
        "A run part says run until the heart has followed; an easy part, and the time behind the end, ask for nothing"
    )
    func otherParts() {
        func word(_ plan: String, _ second: Int, _ band: BandState, _ phase: PhaseState = .main) -> ScreenWord {
            Scenes.screen(seconds: second, following: plan) { sample in
                sample.band = band
                sample.phase = phase
            }.word
        }
        #expect(word("walk_run-1", 760, .below) == .run)
        #expect(word("walk_run-1", 760, .unknown, .warmUp) == .run)
        #expect(word("walk_run-1", 760, .inside, .warmUp) == .inside)
        #expect(word("walk_run-1", 760, .above) == .above)
        #expect(word("walk_run-5.3", 400, .below) == .below)
        #expect(word("easy-40", 200, .below) == .warmUp)
        #expect(word("easy-40", 400, .below) == .below)
        #expect(word("easy-15", 800, .below) == .coolDown)
        #expect(word("easy-15", 1_000, .below) == .coolDown)
        #expect(word("easy-15", 1_000, .inside) == .inside)
    }

    @Test("In lines, each part is said once when it begins, and the end")
    func lines() {
        var lines = PlainLines(intervalSeconds: 10_000)
        _ = lines.lines(for: .session(Scenes.header))
        let aim = RunAim(timeMilliseconds: 0, plan: "walk_run-0", plannedMilliseconds: 1_080_000)
        var text = lines.lines(for: .aim(aim))
        for second in 0...1_200 {
            var sample = Scenes.sample(second: second)
            sample.heartRateBPM = 120
            text += lines.lines(for: .sample(sample))
        }
        #expect(text.count == 17)
        #expect(text[0] == "00:00:00  plan: walk-run, week 0, 18 min")
        #expect(text[2] == "00:00:00  brisk walk 3:00; then run 0:30")
        #expect(text[3...4] == ["00:03:00  run 0:30; then walk 1:30", "00:03:30  walk 1:30; then run 0:30"])
        #expect(text[14] == "00:13:30  walk 1:30; then easy walk 3:00")
        #expect(text[15...] == ["00:15:00  easy walk 3:00", "00:18:00  That is enough for today."])
        #expect(lines.lines(for: .cue(.pickUp, atMilliseconds: 1_200_000)).isEmpty)
        #expect(lines.lines(for: .cue(.easeOff, atMilliseconds: 1_200_000)).count == 1)
    }

    @Test("A plan that was left early counts for what it was, and walking with it")
    func left() throws {
        func ending(_ id: String, seconds: Int) throws -> [String] {
            var lines = PlainLines(intervalSeconds: 10_000)
            _ = lines.lines(for: .session(Scenes.header))
            var follower = PlanFollower(try #require(RunPlan(id: id)))
            for second in 0...seconds {
                var sample = Scenes.sample(second: second)
                sample.speedCentiKmH = nil
                sample.heartRateBPM = 120
                follower.take(sample, band: Scenes.header.band)
            }
            lines.end(follower)
            return Array(lines.lines(for: .summary(Scenes.summary(milliseconds: Int64(seconds) * 1000))).prefix(2))
        }
        #expect(try ending("easy-40", seconds: 760)[0] == "12 of 40 minutes. That counts.")
        #expect(try ending("easy-15", seconds: 890)[0] == "Done: 14 min. That counts.")
        #expect(try ending("easy-15", seconds: 960)[0] == "Done: 16 min. That counts.")
        #expect(try ending("easy-15", seconds: 30)[0] == "Done: less than a minute.")
        #expect(
            try ending("walk_run-1", seconds: 1_080) == [
                "18 of 30 minutes. That counts.", "You walked 13 min and ran 6 min.",
            ]
        )
        #expect(try ending("walk_run-1", seconds: 120)[1] == "You walked 2 min.")
    }

    @Test("Without the heart rate's zones a plan is still followed")
    func withoutZones() {
        var screen = Scenes.screen(seconds: 850, following: "walk_run-1") { $0.link = .none }
        screen.guidance = .talk
        #expect(screen.word == .walk)
        #expect(screen.frame(columns: 40, rows: 12).text.joined().contains("walk, 0:50 left"))
    }
}
