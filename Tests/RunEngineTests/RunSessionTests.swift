import RunEngine
import SensorCodec
import Testing

/// How a session begins, passes and ends.
struct RunSessionTests {
    @Test("a session begins with the first heart rate or treadmill value, and ends with the totals")
    func beginning() throws {
        var run = try Rehearsal()
        run.apply(.pause, at: -3)
        run.apply(.name("Strap", of: Rehearsal.strap), at: -2)
        run.apply(try .battery([81], from: Rehearsal.strap), at: -1)
        run.advance(to: -0.5)
        #expect(run.events.isEmpty)
        #expect(run.session.header == nil)

        run.heartRate(120, at: 0)
        run.finish()
        #expect(run.header?.startedAtUnixMicroseconds == Rehearsal.start)
        #expect(run.header?.source == .replay)
        #expect(run.header?.band == TargetBand(lowerBPM: 108, upperBPM: 131))
        #expect(run.header?.zones.lowerBoundsBPM == [96, 108, 132, 168])
        #expect(run.sensorLines == ["0 Strap heart_rate live 81%"])
        #expect(run.transitions(of: "session") == ["0 idle>running", "0 running>ended"])
        #expect(run.samples.map(\.heartRateBPM) == [120])
        #expect(run.summary?.packetCount == 2)
        #expect(run.summary?.heartRate == RunSummary.HeartRate(averageBPM: 120, minimumBPM: 120, maximumBPM: 120))
    }

    @Test("nothing heard is no session")
    func nothing() throws {
        var run = try Rehearsal()
        run.apply(try .battery([81], from: Rehearsal.strap), at: 0)
        run.finish()
        #expect(run.events.isEmpty)
    }

    @Test("a finished session takes nothing more")
    func finished() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.finish()
        let events = run.events
        run.heartRate(120, at: 1)
        run.advance(to: 10)
        run.finish()
        #expect(run.events == events)
        #expect(run.session.isFinished)
    }

    @Test("samples come at every whole second, once time is beyond it, and reflect all that is stamped up to it")
    func samples() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        #expect(run.samples.isEmpty)
        run.heartRate(101, at: 0.0009)
        run.heartRate(102, at: 1)
        #expect(run.samples.map(\.heartRateBPM) == [101])
        run.heartRate(103, at: 1)
        run.advance(to: 1)
        #expect(run.samples.count == 1)
        run.heartRate(104, at: 1.001)
        #expect(run.samples.map(\.heartRateBPM) == [101, 103])
        run.advance(to: 4)
        #expect(run.samples.map(\.timeMilliseconds) == [0, 1000, 2000, 3000])
        run.finish()
        #expect(run.samples.map(\.timeMilliseconds) == [0, 1000, 2000, 3000, 4000])
        #expect(run.samples.map(\.zone) == [1, 1, 1, 1, 1])
    }

    @Test("a session that ends between two seconds has no sample for its end")
    func oddEnd() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        run.advance(to: 1.5)
        run.finish()
        #expect(run.samples.map(\.timeMilliseconds) == [0, 1000])
        #expect(run.summary?.elapsedMilliseconds == 1500)
    }

    @Test("session time is rounded down to whole milliseconds")
    func wholeMilliseconds() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        run.apply(.pause, atMicroseconds: 1_500_999)
        run.apply(.resume, atMicroseconds: 2_500_001)
        #expect(run.transitions(of: "session").dropFirst() == ["1500 running>paused_user", "2500 paused_user>running"])
    }

    @Test("the runner's own actions reach the zone engine")
    func actions() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.coolDown, at: 1)
        run.apply(.pause, at: 2)
        run.apply(.resume, at: 3)
        run.apply(.stop, at: 4)
        run.advance(to: 9)
        run.finish()
        #expect(run.transitions(of: "phase") == ["1000 warm_up>cool_down"])
        #expect(run.summary?.elapsedMilliseconds == 4000)
        #expect(run.summary?.pausedMilliseconds == 1000)
        #expect(run.summary?.warmUpMilliseconds == 1000)
        #expect(run.summary?.coolDownMilliseconds == 2000)
        #expect(run.sample(at: 6)?.session == .ended)
    }

    @Test("the last sample knows what a resume at its own instant made due")
    func resumeAtEnd() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.pause, at: 1)
        run.apply(.resume, at: 700)
        run.finish()
        #expect(run.samples.last?.timeMilliseconds == 700_000)
        #expect(run.samples.last?.phase == .main)
        #expect(run.transitions(of: "phase") == ["700000 warm_up>main"])
    }

    @Test("the mean heart rate weighs each reading by how long it was held, and is rounded to the nearest")
    func mean() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        run.heartRate(103, at: 1)
        run.advance(to: 2)
        run.finish()
        // 101.5 goes up.
        #expect(run.summary?.heartRate == RunSummary.HeartRate(averageBPM: 102, minimumBPM: 100, maximumBPM: 103))
    }

    @Test("packets, intervals and oddities are counted, oddities by their name alone")
    func tally() throws {
        var run = try Rehearsal()
        run.apply(try .heartRateBytes([0x10, 100, 0, 4, 0, 4, 9], from: Rehearsal.strap), at: 0)
        run.apply(try .heartRateBytes([0x80, 100, 1, 2], from: Rehearsal.strap), at: 1)
        run.apply(try .heartRateBytes([0x00, 100, 1], from: Rehearsal.strap), at: 2)
        run.apply(try .battery([50, 1], from: Rehearsal.strap), at: 3)
        run.apply(.name("Strap", of: Rehearsal.strap), at: 3)
        run.finish()
        #expect(run.summary?.packetCount == 4)
        #expect(run.summary?.rrIntervalCount == 2)
        #expect(
            run.summary?.issueCounts == [
                RunSummary.IssueCount(name: "odd_rr_byte", count: 1),
                RunSummary.IssueCount(name: "reserved_bits", count: 1),
                RunSummary.IssueCount(name: "trailing_bytes", count: 3),
            ]
        )
    }

    @Test("events are handed over once, also when the receiver fails")
    func drain() throws {
        struct Full: Error {}
        var run = try Rehearsal()
        run.session.apply(.heartRate(100, from: Rehearsal.strap), atUnixMicroseconds: 0)
        #expect(throws: Full.self) { try run.session.drainEvents { _ throws(Full) in throw Full() } }
        var left = 0
        run.session.drainEvents { _ in left += 1 }
        #expect(left == 0)
    }
}
