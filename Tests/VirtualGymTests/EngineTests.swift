import RunEngine
import SensorCodec
import Testing
import VirtualGym

/// Each script, and each fault, is for the engine what it is meant to be.
struct EngineTests {
    @Test("the easy run is thirty minutes in the band, between two easy ends", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func easy40(_ seed: UInt64) throws {
        var workout = try Workout(GymPlan(script: .easy40, seed: seed))
        let summary = try workout.finish()
        #expect((28 * 60_000...32 * 60_000).contains(summary.insideMilliseconds), "\(summary.insideMilliseconds)")
        #expect(summary.aboveMilliseconds < 60_000, "\(summary.aboveMilliseconds)")
        #expect((2410_000...2420_000).contains(summary.elapsedMilliseconds))
        #expect((3_800_000...5_200_000).contains(summary.distanceMillimetres ?? 0))
        #expect(workout.notices.isEmpty && summary.issueCounts.isEmpty, "\(workout.notices)")
        // The belt is slowed: the heart drifts.
        let speeds = workout.samples(1000..<2090).compactMap(\.speedCentiKmH)
        #expect(speeds.prefix(300).reduce(0, +) > speeds.suffix(300).reduce(0, +))
    }

    @Test("walks and runs make waves")
    func walkRun() throws {
        var workout = try Workout(GymPlan(script: .walkrun, band: 112...132))
        let summary = try workout.finish()
        let rates = (0..<8).map { wave in
            let run = workout.samples(330 + wave * 150..<375 + wave * 150).compactMap(\.heartRateBPM).max() ?? 0
            let walk = workout.samples(420 + wave * 150..<450 + wave * 150).compactMap(\.heartRateBPM).min() ?? 0
            return run - walk
        }
        #expect(rates.allSatisfy { $0 >= 10 }, "\(rates)")
        #expect(workout.notices.isEmpty && summary.issueCounts.isEmpty)
    }

    @Test("a strap and a treadmill that drop out come back, and the gaps are gaps")
    func dropout() throws {
        var workout = try Workout(GymPlan(script: .dropout))
        let summary = try workout.finish()
        #expect(workout.samples(500..<515).allSatisfy { $0.heartRateBPM == nil && $0.link == .lost })
        #expect(workout.samples(530..<600).allSatisfy { $0.heartRateBPM != nil && $0.link == .good })
        #expect(workout.samples(670..<680).allSatisfy { $0.link == .contactLost })
        #expect(workout.samples(850..<865).allSatisfy { $0.speedCentiKmH == nil })
        #expect(workout.samples(880..<1000).allSatisfy { $0.speedCentiKmH != nil })
        #expect((50_000...90_000).contains(summary.unknownMilliseconds), "\(summary.unknownMilliseconds)")
        for sensor in [GymSensor.strap, .treadmill] {
            let states = workout.states(of: sensor)
            #expect(states.contains("lost") && states.contains("searching") && states.contains("connecting"))
            #expect(states.last == "live", "\(states)")
        }
        let battery = workout.told.compactMap { event in
            if case .sensor(let status) = event { status.batteryPercent } else { nil }
        }
        #expect(battery.contains(87) && battery.last == 6)
    }

    @Test("an optical sensor that counts steps is found out, and trusted again later")
    func cadenceLock() throws {
        var workout = try Workout(GymPlan(script: .cadenceLock))
        let summary = try workout.finish()
        #expect(workout.notices == ["heart_rate_oddly_steady"], "\(workout.notices)")
        #expect(summary.rrIntervalCount == 0 && summary.flaggedMilliseconds > 60_000)
        let locked = workout.samples(540..<650)
        #expect(locked.allSatisfy { (160...172).contains($0.heartRateBPM ?? 0) && !$0.heartRateDoubts.isEmpty })
        #expect(workout.samples(740..<900).allSatisfy { $0.heartRateDoubts.isEmpty })
    }

    @Test("a runner who steps off is seen by what the machine no longer counts, and so is the return")
    func steppedOff() throws {
        var workout = try Workout(GymPlan(script: .steppedOff))
        let summary = try workout.finish()
        #expect(workout.notices == ["belt_unattended"], "\(workout.notices)")
        let away = workout.samples(500..<650)
        #expect(away.allSatisfy { $0.isBeltUnattended && $0.session == .pausedBelt && $0.speedCentiKmH == 780 })
        #expect(workout.samples(680..<770).allSatisfy { !$0.isBeltUnattended && $0.session == .running })
        #expect((away.first?.heartRateBPM ?? 0) - (away.last?.heartRateBPM ?? 0) > 20)
        #expect(summary.pausedMilliseconds > 150_000)
    }

    @Test("a strap that stands still is taken for one that was taken off")
    func frozen() throws {
        var workout = try Workout(GymPlan(script: .easy40))
        try workout.advance(toSecond: 600)
        workout.gym.cause(.heartRateFrozen, forSeconds: 60)
        _ = try workout.finish()
        #expect(workout.notices == ["strap_off_body"], "\(workout.notices)")
        #expect(workout.samples(620..<655).allSatisfy { $0.link == .contactLost })
        #expect(workout.samples(680..<900).allSatisfy { $0.heartRateBPM != nil })
    }

    @Test("a stop by the console pauses the run, and a start goes on")
    func stop() throws {
        var workout = try Workout(GymPlan(script: .easy40))
        try workout.advance(toSecond: 120)
        workout.gym.press(.stop)
        try workout.advance(toSecond: 180)
        workout.gym.press(.start)
        try workout.advance(toSecond: 240)
        #expect(workout.samples(123..<178).allSatisfy { $0.session == .pausedBelt })
        #expect(workout.samples(184..<238).allSatisfy { $0.session == .running && ($0.speedCentiKmH ?? 0) > 0 })
    }

    @Test("whatever goes wrong, every ms of a session is counted once", arguments: GymScript.allCases)
    func partition(_ script: GymScript) throws {
        for seed in 1...3 as ClosedRange<UInt64> {
            var workout = try Workout(GymPlan(script: script, seed: seed, hasChanceFaults: true))
            let summary = try workout.finish()
            let counted =
                summary.belowMilliseconds + summary.insideMilliseconds + summary.aboveMilliseconds
                + summary.unknownMilliseconds + summary.pausedMilliseconds
            #expect(counted == summary.elapsedMilliseconds, "\(script), seed \(seed)")
            #expect(summary.issueCounts.isEmpty)
            #expect(workout.samples.count > script.seconds - 10)
        }
    }
}
