import RunEngine
import SensorCodec
import Testing

@Suite("Plans, talk answers and milestones of a session")
struct RunSessionPracticeTests {
    /// A runner with a strap, a value a second; the band is 116 to 138 bpm (a maximum of 180: moderate from 116).
    private struct Runner {
        var session: RunSession
        var events: [RunEvent] = []
        var second: Int64 = 0
        private let strap = SensorIdentity(nameless: 1)

        init(_ profile: RunnerProfile = RunnerProfile(maximumBPM: 180)) throws {
            session = RunSession(plan: try profile.plan(), source: .replay)
        }

        mutating func run(_ seconds: Int64, at bpm: UInt16) {
            for _ in 0..<seconds {
                var measurement = HeartRateMeasurement()
                measurement.heartRateBPM = bpm
                apply(.value(.heartRateMeasurement(measurement), from: strap))
                second += 1
            }
        }

        mutating func apply(_ input: RunInput) {
            session.apply(input, atUnixMicroseconds: second * 1_000_000)
            session.drainEvents { events.append($0) }
        }

        var milestones: [String] {
            events.compactMap { event in
                guard case .milestone(let reached) = event else { return nil }
                return "\(reached.timeMilliseconds) \(reached.name.rawValue)"
            }
        }

        var talks: [RunTalk] { events.compactMap { if case .talk(let talk) = $0 { talk } else { nil } } }
    }

    @Test("Twenty minutes count from where moderate effort begins, and come once")
    func twentyMinutes() throws {
        var runner = try Runner()
        runner.run(300, at: 115)
        runner.run(1300, at: 116)
        #expect(runner.milestones == ["600000 ten_minutes", "1500000 twenty_minutes"])
        runner.run(1300, at: 130)
        #expect(runner.milestones.count == 2)
    }

    @Test(
        "After a pause of more than five minutes, half of them are left; after a short one, all",
        arguments: [299, 302]
    )
    func pauses(_ pause: Int64) throws {
        var runner = try Runner()
        runner.run(1000, at: 120)
        runner.apply(.pause)
        runner.run(pause, at: 90)
        runner.apply(.resume)
        runner.run(1500, at: 120)
        let reached = try #require(runner.milestones.last?.split(separator: " ").first.flatMap { Int64($0) }) / 1000
        let missing: Int64 = pause < 300 ? 200 : 700
        #expect(abs(reached - (1000 + pause + missing)) <= 20, "\(reached)")
    }

    @Test("A plan is told where it was set, under a name that is one")
    func aim() throws {
        var runner = try Runner()
        runner.apply(.aim(plan: "easy-40", plannedMilliseconds: 2_400_000))
        runner.run(2, at: 100)
        runner.apply(.aim(plan: "easy-40", plannedMilliseconds: 2_400_000))
        runner.apply(.aim(plan: "no name", plannedMilliseconds: nil))
        runner.apply(.aim(plan: "walk_run-5.2", plannedMilliseconds: nil))
        let aims = runner.events.compactMap { if case .aim(let aim) = $0 { aim } else { nil } }
        #expect(
            aims == [
                RunAim(timeMilliseconds: 2000, plan: "easy-40", plannedMilliseconds: 2_400_000),
                RunAim(timeMilliseconds: 2000, plan: "walk_run-5.2", plannedMilliseconds: nil),
            ]
        )
    }

    @Test("Who can talk at the edge moves it up, who cannot talk within the band moves it down: by 2 bpm at most")
    func nudges() throws {
        var up = try Runner()
        up.run(60, at: 138)
        for _ in 0..<4 {
            up.apply(.talk(.canTalk))
            up.run(60, at: 141)
        }
        #expect(up.talks.map(\.band.upperBPM) == [139, 140, 140, 140])
        #expect(up.session.talkNudgeBPM == 2)
        var down = try Runner()
        down.run(60, at: 130)
        for _ in 0..<3 {
            down.apply(.talk(.cannotTalk))
            down.run(60, at: 130)
        }
        #expect(down.talks.map(\.band.upperBPM) == [137, 136, 136])
        #expect(down.talks.map(\.band.lowerBPM) == [116, 116, 116])
    }

    @Test("An answer that the heart rate agrees with, a second one at once, and one without a heart rate move nothing")
    func noNudge() throws {
        var runner = try Runner()
        runner.run(60, at: 120)
        runner.apply(.talk(.canTalk))
        runner.run(60, at: 150)
        runner.apply(.talk(.cannotTalk))
        #expect(runner.session.talkNudgeBPM == 0)
        runner.apply(.talk(.canTalk))
        runner.apply(.talk(.canTalk))
        #expect(runner.session.talkNudgeBPM == 1)
        runner.second += 120
        runner.apply(.talk(.cannotTalk))
        #expect(runner.session.talkNudgeBPM == 1)
        #expect(runner.talks.last?.heartRateBPM == nil)
    }

    @Test("What is said while cooling down is of the run before, and moves nothing")
    func coolingDown() throws {
        var runner = try Runner()
        runner.run(60, at: 130)
        runner.apply(.coolDown)
        runner.apply(.talk(.cannotTalk))
        #expect(runner.talks.map(\.answer) == [.cannotTalk])
        #expect(runner.session.talkNudgeBPM == 0)
    }

    @Test("A band that the runner gave stays as it is")
    func ownBand() throws {
        var runner = try Runner(RunnerProfile(band: TargetBand(lowerBPM: 110, upperBPM: 120)))
        runner.run(60, at: 125)
        runner.apply(.talk(.canTalk))
        #expect(runner.talks.map(\.band) == [TargetBand(lowerBPM: 110, upperBPM: 120)])
    }

    @Test("The edge stays within 65 and 90 % of the maximum, and the band 12 bpm wide", arguments: 100...220)
    func limits(_ maximum: Int) throws {
        let band = try RunnerProfile(maximumBPM: maximum).plan().band
        for nudge in -60...60 {
            let moved = band.nudged(byBPM: nudge, maximumBPM: maximum)
            #expect(moved.upperBPM * 1000 >= 650 * maximum && moved.upperBPM * 10 <= 9 * maximum)
            #expect(moved.upperBPM - moved.lowerBPM >= min(12, band.upperBPM - band.lowerBPM))
            #expect(moved.lowerBPM <= band.lowerBPM)
        }
    }

    @Test("The time in the band goes by the band of its moment, and every millisecond is counted once")
    func account() throws {
        var runner = try Runner()
        runner.run(100, at: 138)
        runner.run(100, at: 139)
        runner.apply(.talk(.canTalk))
        runner.run(100, at: 139)
        runner.session.finish()
        let summary = runner.session.summary
        #expect(summary.insideMilliseconds == 199_000)
        #expect(summary.aboveMilliseconds == 100_000)
        #expect(summary.elapsedMilliseconds == 299_000)
    }
}
