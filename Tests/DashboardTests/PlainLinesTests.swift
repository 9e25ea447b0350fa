import Dashboard
import RunEngine
import SensorCodec
import Testing

@Suite struct PlainLinesTests {
    @Test("A run reads as a few plain lines")
    func run() {
        var lines = PlainLines(intervalSeconds: 120)
        var text = lines.lines(for: .session(Scenes.header))
        text += lines.lines(for: .sensor(Scenes.strap))
        text += lines.lines(for: .sensor(Scenes.treadmill))
        for second in 0..<600 {
            text += lines.lines(for: .sample(Scenes.sample(second: second)))
            for change in Self.changes(second: second) {
                text += lines.lines(
                    for: .transition(RunTransition(timeMilliseconds: Int64(second) * 1000, change: change))
                )
            }
        }
        text += lines.lines(for: .cue(.easeOff, atMilliseconds: 601_000))
        #expect(
            text == [
                "Steady, live: easy, conversational band 118 to 142 bpm; zones: ACSM by reserve",
                "00:00:00  strap Polar H10 8A2B live, battery 80 %",
                "00:00:00  treadmill HORIZON_T101 live",
                "00:00:00   87 bpm  below the band     5.0 km/h   1.0 %   0.00 km",
                "00:00:00  heart rate is there",
                "00:02:00   98 bpm  below the band     6.5 km/h   1.0 %   0.24 km",
                "00:04:00  114 bpm  below the band     8.0 km/h   1.0 %   0.49 km",
                "00:04:00  warmed up",
                "00:06:00  125 bpm  in the band        8.0 km/h   1.0 %   0.74 km",
                "00:08:00  129 bpm  in the band        8.0 km/h   1.0 %   0.99 km",
                "00:09:20  no heart-rate signal",
                "00:09:50  heart rate is there",
                "00:10:01  ease off a little",
            ]
        )
    }

    @Test("A missing number is two dashes, and a pause is said")
    func missing() {
        var lines = PlainLines()
        _ = lines.lines(for: .session(Scenes.header))
        let sample = RunSample(timeMilliseconds: 0, link: .none, session: .pausedBelt)
        let text = lines.lines(for: .sample(sample))
        #expect(text == ["00:00:00   -- bpm  paused              -- km/h    -- %     -- km"])
    }

    @Test("The end tells the minutes first, and what is not known with what is")
    func summary() {
        var lines = PlainLines()
        var summary = RunSummary()
        summary.elapsedMilliseconds = 2_405_000
        summary.pausedMilliseconds = 125_000
        summary.unknownMilliseconds = 61_000
        summary.insideMilliseconds = 1_860_000
        summary.distanceMillimetres = 5_012_000
        summary.heartRate = RunSummary.HeartRate(averageBPM: 127, minimumBPM: 84, maximumBPM: 149)
        #expect(
            lines.lines(for: .summary(summary)) == [
                "Done: 40 min, 2 of them paused. That counts.",
                "In the band: 31 min; for 1 min the heart rate was not known.",
                "Distance: 5.01 km.",
                "Heart rate: about 127 bpm on average, from 84 to 149.",
            ]
        )
        #expect(
            lines.lines(for: .summary(RunSummary())) == [
                "Done: less than a minute.", "No heart rate was heard this time.",
            ]
        )
    }

    @Test("Beginning and end tell where the band comes from")
    func basis() {
        var lines = PlainLines()
        var header = Scenes.header
        header.basis = Scenes.basis
        #expect(
            lines.lines(for: .session(header)).last
                == "The band: talk check of 3 Nov 2026; maximum 180 estimated, give or take 10."
        )
        var summary = RunSummary()
        summary.elapsedMilliseconds = 1_200_000
        summary.insideMilliseconds = 600_000
        summary.heartRate = RunSummary.HeartRate(averageBPM: 127, minimumBPM: 84, maximumBPM: 149)
        #expect(
            lines.lines(for: .summary(summary))[1]
                == "In the band (118 to 142 bpm: talk check of 3 Nov 2026): 10 min."
        )
    }

    @Test("A sensor is told when its state changes, not at each battery level, and its name is harmless")
    func sensors() {
        var lines = PlainLines()
        var status = Scenes.strap
        status.name = "\u{1B}[2Jstrap\n"
        #expect(lines.lines(for: .sensor(status)) == ["00:00:00  strap ?[2Jstrap? live, battery 80 %"])
        status.batteryPercent = 79
        #expect(lines.lines(for: .sensor(status)).isEmpty)
        status.state = .lost
        status.timeMilliseconds = 5_000
        #expect(lines.lines(for: .sensor(status)) == ["00:00:05  strap ?[2Jstrap? not heard, battery 79 %"])
    }

    @Test("A notice is one kind line for every finding, and the screen has it in few words")
    func notices() {
        var lines = PlainLines()
        let text = Scenes.notices.flatMap { lines.lines(for: .notice($0)) }
        #expect(
            text == [
                "00:03:01  The treadmill's speed looks like miles per hour: by its own distance it runs 1.6 times as fast "
                    + "as it says. Its distance is the one to trust. Setting its console to kilometres may mend the speed; "
                    + "so does --speed-unit mph.",
                "00:03:01  The treadmill's distance looks counted in miles: by its own speed it goes 1.6 times as far as "
                    + "it counts. Setting its console to kilometres may mend it.",
                "00:03:01  The treadmill tells an incline of 82.0 %, which is not between -2.5 and 15.5 %: better to go by "
                    + "its console.",
                "00:03:01  The treadmill's distance stands still while its belt moves: Steady goes by the speed until it "
                    + "counts again.",
                "00:03:01  The treadmill's clock stands still while its belt moves: Steady's own time goes on.",
                "00:03:01  The treadmill's own heart rate has not changed for two minutes: better not to go by it. A chest "
                    + "strap, if you wear one, goes before it.",
                "00:03:01  Tunturi T60: The inclination means nothing; ?[2JSteady shows none.",
            ]
        )
    }

    @Test("Every change gives at most one line, and no line holds an escape code")
    func changes() {
        let links: [LinkState] = [.none, .good, .suspect, .stale, .lost, .contactLost]
        var lines = PlainLines()
        for from in links {
            for to in links {
                let text = lines.lines(
                    for: .transition(RunTransition(timeMilliseconds: .max, change: .link(from: from, to: to)))
                )
                #expect(text.count <= 1)
            }
        }
        #expect(
            lines.lines(
                for: .transition(
                    RunTransition(timeMilliseconds: 0, change: .session(from: .idle, to: .running))
                )
            ).isEmpty
        )
    }

    private static func changes(second: Int) -> [RunTransition.Change] {
        switch second {
        case 0: [.session(from: .idle, to: .running), .link(from: .none, to: .good)]
        case 240: [.phase(from: .warmUp, to: .main)]
        case 400: [.link(from: .good, to: .suspect)]
        case 402: [.link(from: .suspect, to: .good)]
        case 560: [.link(from: .good, to: .lost)]
        case 590: [.link(from: .lost, to: .good)]
        default: []
        }
    }
}
