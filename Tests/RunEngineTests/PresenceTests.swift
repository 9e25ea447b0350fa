import RunEngine
import SensorCodec
import TestSupport
import Testing

/// A belt that moves is not always a runner who runs.
@Suite("Presence on the belt")
struct PresenceTests {
    /// A machine at 9 km/h, 2.5 m a second; what counts a runner stands from `left` to `back`.
    private func run(
        steps: Bool = true,
        metres: Bool = true,
        clock: Bool = true,
        bpm: (Int) -> UInt16? = { _ in nil },
        left: Int = 60,
        back: Int = 90,
        end: Int = 120
    ) throws -> Rehearsal {
        var run = try Rehearsal()
        var counted = 0
        for second in 0..<end {
            if !(left..<back).contains(second) { counted += 1 }
            var data = TreadmillData()
            data.instantaneousSpeedCentiKmH = 900
            if clock { data.elapsedTimeSeconds = UInt16(counted) }
            if metres { data.totalDistanceMetres = UInt32(counted * 5 / 2) }
            if steps { data.stepCount = UInt32(counted * 8 / 3) }
            run.apply(.value(.treadmillData(data), from: Rehearsal.machine), at: Double(second))
            if let bpm = bpm(second) { run.heartRate(bpm, at: Double(second) + 0.5) }
        }
        run.finish()
        return run
    }

    @Test("when clock, steps and distance stand together, the time is paused until one of them counts again")
    func leftAndBack() throws {
        let run = try run()
        let session = run.transitions(of: "session")
        #expect(session.count == 4)
        #expect(session[1].hasSuffix("running>paused_belt") && session[2].hasSuffix("paused_belt>running"))
        #expect(session[2].hasPrefix("90000"))
        let paused = try #require(run.summary?.pausedMilliseconds)
        // The distance needs 15 m and its own steps to be silent.
        #expect((18_000...25_000).contains(paused))
        #expect(run.noticeLines.filter { $0.contains("belt_unattended") }.count == 1)
        #expect(run.sample(at: 80)?.isBeltUnattended == true)
        #expect(run.sample(at: 80)?.speedCentiKmH == 900)
        #expect(run.sample(at: 100)?.isBeltUnattended == false)
    }

    @Test("no distance is made by a belt that nobody is on")
    func noDistance() throws {
        let run = try run(metres: false)
        let summary = try #require(run.summary)
        // 119 s at 2.5 m/s, less the time that was seen to be empty.
        let metres = try #require(summary.distanceMillimetres) / 1000
        #expect(metres <= 119 * 5 / 2 - 55)
    }

    @Test("a clock alone is no proof, with a heart at work or none at all")
    func clockAlone() throws {
        #expect(try run(steps: false, metres: false).summary?.pausedMilliseconds == 0)
        let working = try run(steps: false, metres: false, bpm: { UInt16(140 + $0 % 2) })
        #expect(working.summary?.pausedMilliseconds == 0)
    }

    @Test("a clock that stands and a heart that comes to rest are")
    func clockAndHeart() throws {
        let run = try run(
            steps: false,
            metres: false,
            bpm: { second in
                let level = second < 60 ? 140 : max(100, 140 - (second - 60))
                return UInt16(level + second % 2)
            }
        )
        #expect(try #require(run.summary?.pausedMilliseconds) > 10_000)
    }

    @Test("counters that never moved, and a machine that has none, say nothing")
    func silentMachine() throws {
        #expect(try run(left: 0, back: 120).summary?.pausedMilliseconds == 0)
        #expect(try run(steps: false, metres: false, clock: false).summary?.pausedMilliseconds == 0)
    }

    @Test("a pause that the machine tells is one at once, while its belt still slows, until it starts again")
    func machinePause() throws {
        var run = try Rehearsal()
        for second in 0..<10 { run.belt(800, at: Double(second)) }
        try run.apply(.status([0x02, 0x02]), at: 9.5)
        for (step, speed) in [700, 500, 300, 100].enumerated() { run.belt(UInt16(speed), at: Double(10 + step)) }
        for second in 14..<20 { run.belt(0, at: Double(second)) }
        try run.apply(.status([0x04]), at: 20)
        for second in 21..<30 { run.belt(600, at: Double(second)) }
        #expect(
            run.transitions(of: "session") == [
                "0 idle>running", "9500 running>paused_belt", "21000 paused_belt>running",
            ]
        )
    }

    @Test("a machine that never says it goes on does so when its belt gets faster")
    func pauseWithoutResume() throws {
        var run = try Rehearsal()
        for second in 0..<10 { run.belt(800, at: Double(second)) }
        try run.apply(.status([0x02, 0x02]), at: 9.5)
        for second in 10..<13 { run.belt(UInt16(800 - 200 * (second - 9)), at: Double(second)) }
        for second in 13..<20 { run.belt(600, at: Double(second)) }
        #expect(run.transitions(of: "session").last == "13000 paused_belt>running")
    }

    @Test("an old status that is told again to a new listener ends no run: a belt that runs on was not paused")
    func staleStatus() throws {
        var run = try Rehearsal()
        run.belt(800, at: 0)
        try run.apply(.status([0x02, 0x01]), at: 0.5)
        for second in 1..<40 { run.belt(800, at: Double(second)) }
        #expect(
            run.transitions(of: "session") == [
                "0 idle>running", "500 running>paused_belt", "11000 paused_belt>running",
            ]
        )
    }

    @Test("counters that stop while the belt slows are a machine that pauses, and no absence")
    func slowing() throws {
        var run = try Rehearsal()
        for second in 0..<80 {
            let isPaused = second >= 60
            var data = TreadmillData()
            data.instantaneousSpeedCentiKmH = UInt16(isPaused ? max(0, 900 - 60 * (second - 59)) : 900)
            data.elapsedTimeSeconds = UInt16(min(second, 59))
            data.totalDistanceMetres = UInt32(min(second, 59) * 5 / 2)
            run.apply(.value(.treadmillData(data), from: Rehearsal.machine), at: Double(second))
        }
        #expect(run.transitions(of: "session").last?.hasSuffix("running>paused_belt") == true)
        #expect(run.transitions(of: "session").count == 2)
        #expect(run.noticeLines.isEmpty)
    }

    @Test("a null value at sleep and at wake pauses and resets nothing")
    func nullValues() throws {
        var run = try Rehearsal()
        for second in 0...100 { run.belt(900, metres: UInt32(1000 + second * 5 / 2), at: Double(second)) }
        for second in 101..<110 { run.belt(0, metres: 0, at: Double(second)) }
        for second in 110...150 {
            run.belt(900, metres: UInt32(1250 + (second - 110) * 5 / 2), at: Double(second))
        }
        run.finish()
        #expect(run.summary?.distanceMillimetres == 350_000)
        #expect(
            run.transitions(of: "session").prefix(3) == [
                "0 idle>running", "101000 running>paused_belt", "110000 paused_belt>running",
            ]
        )
    }
}
