import RunEngine
import SensorCodec
import Testing

/// What the runner sets apart in a session, and the clock on the wall.
struct RunSessionLapTests {
    @Test("a key press ends a lap, and the end of the session the last one")
    func laps() throws {
        var run = try Rehearsal()
        for second in 0..<4 { run.heartRate(UInt16(120 + second), at: Double(second)) }
        run.apply(.lap, at: 4)
        run.apply(.lap, at: 4)
        run.heartRate(128, at: 5)
        run.apply(.pause, at: 6)
        run.advance(to: 7)
        run.apply(.stop, at: 7)
        run.apply(.lap, at: 8)
        run.finish()
        #expect(
            run.laps == [
                RunLap(
                    number: 1,
                    beganMilliseconds: 0,
                    endedMilliseconds: 4000,
                    insideMilliseconds: 4000,
                    // 120, 121, 122 and 123, each for a second.
                    heartRate: .init(averageBPM: 122, minimumBPM: 120, maximumBPM: 123)
                ),
                RunLap(
                    number: 2,
                    beganMilliseconds: 4000,
                    endedMilliseconds: 7000,
                    pausedMilliseconds: 1000,
                    insideMilliseconds: 2000,
                    // A second of 123, held, and one of 128.
                    heartRate: .init(averageBPM: 126, minimumBPM: 123, maximumBPM: 128)
                ),
            ]
        )
    }

    @Test("a session without a key press has no lap")
    func noLap() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.advance(to: 5)
        run.finish()
        #expect(run.laps.isEmpty)
    }

    @Test("a lap has the way that was made in it")
    func way() throws {
        var run = try Rehearsal()
        for second in 0...10 { run.belt(900, metres: UInt32(100 + 5 * second), at: Double(second)) }
        run.apply(.lap, at: 10)
        for second in 11...14 { run.belt(900, metres: UInt32(100 + 5 * second), at: Double(second)) }
        run.finish()
        #expect(run.laps.map(\.distanceMillimetres) == [50_000, 20_000])
        #expect(run.laps.allSatisfy { $0.heartRate == nil })
    }

    @Test("a mark stands at its time with its words, cut where they are too long; after the end there is none")
    func marks() throws {
        var run = try Rehearsal()
        run.apply(.mark("too early"), at: -1)
        run.heartRate(120, at: 0)
        run.apply(.mark("knee"), at: 1.5)
        run.apply(.mark(String(repeating: "é", count: 300)), at: 2)
        run.apply(.stop, at: 3)
        run.apply(.mark("too late"), at: 4)
        run.finish()
        let marks = run.events.compactMap { if case .mark(let mark) = $0 { mark } else { nil } }
        #expect(
            marks == [
                RunMark(timeMilliseconds: 1500, text: "knee"),
                RunMark(timeMilliseconds: 2000, text: String(repeating: "é", count: 200)),
            ]
        )
    }

    @Test("a clock that is set is told, and moves no sample")
    func clockSet() throws {
        func play(_ shift: Int64?) throws -> [RunEvent] {
            var run = try Rehearsal()
            for second in 0..<4 {
                run.heartRate(UInt16(120 + second), at: Double(second))
                if second == 2, let shift { run.apply(.clockSet(byMicroseconds: shift), at: 2.25) }
            }
            run.finish()
            return run.events
        }
        let change = RunEvent.clock(ClockChange(timeMilliseconds: 2250, shiftMicroseconds: -1_700_000_000_000_000))
        let events = try play(-1_700_000_000_000_000)
        #expect(events.count { $0 == change } == 1)
        #expect(try events.filter { $0 != change } == play(nil))
    }

    @Test("the RR-Intervals of a second go with its sample; of more than nine, the rest goes with the next")
    func intervals() throws {
        var run = try Rehearsal()
        run.apply(.beats(150, [400, 401]), at: 0)
        run.apply(.beats(150, [402]), at: 0.4)
        run.apply(.beats(150, []), at: 1)
        run.apply(.beats(150, Array(410..<422)), at: 1.5)
        run.advance(to: 4.5)
        run.finish()
        let counts = run.samples.map(\.rrIntervals.count)
        #expect(counts == [2, 1, 9, 3, 0])
        #expect(run.samples[0].rrIntervals[1] == 411)
        #expect(run.samples[3].rrIntervals[2] == 431)
        #expect(counts.reduce(0, +) == run.summary?.rrIntervalCount)
    }
}
