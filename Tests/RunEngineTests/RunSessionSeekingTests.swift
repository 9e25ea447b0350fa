import RunEngine
import SensorCodec
import Testing

/// What a session makes of the news that a sensor is being looked for.
struct RunSessionSeekingTests {
    @Test("a lost sensor is searched, connected, and live again")
    func seeking() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.disconnected(Rehearsal.strap), at: 2)
        run.apply(.seeking(Rehearsal.strap, .searching), at: 3)
        run.apply(.seeking(Rehearsal.strap, .connecting), at: 4)
        run.apply(.seeking(Rehearsal.strap, .searching), at: 5)
        run.heartRate(121, at: 6)
        #expect(
            run.sensorLines == [
                "0 01 heart_rate live", "2000 01 heart_rate lost", "3000 01 heart_rate searching",
                "4000 01 heart_rate connecting", "5000 01 heart_rate searching", "6000 01 heart_rate live",
            ]
        )
        #expect(run.transitions(of: "link") == ["0 none>good", "2000 good>lost", "6000 lost>good"])
    }

    @Test("the same news twice is told once")
    func twice() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.disconnected(Rehearsal.strap), at: 1)
        run.apply(.seeking(Rehearsal.strap, .connecting), at: 2)
        run.apply(.seeking(Rehearsal.strap, .connecting), at: 3)
        #expect(run.sensorLines.count == 3)
    }

    @Test("a sensor that is there, or only quiet, is not called looked for")
    func notLost() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.seeking(Rehearsal.strap, .searching), at: 1)
        run.advance(to: 7)
        run.apply(.seeking(Rehearsal.strap, .connecting), at: 8)
        #expect(run.sensorLines == ["0 01 heart_rate live", "5000 01 heart_rate stale"])
        run.advance(to: 16)
        run.apply(.seeking(Rehearsal.strap, .connecting), at: 17)
        #expect(run.sensorLines.suffix(2) == ["15000 01 heart_rate lost", "17000 01 heart_rate connecting"])
    }

    @Test("a sensor that never spoke is nobody, and news of it begins no session")
    func unknown() throws {
        var run = try Rehearsal()
        run.apply(.seeking(Rehearsal.strap, .searching), at: 0)
        #expect(run.events.isEmpty && !run.session.hasBegun)
        run.heartRate(120, at: 1)
        run.apply(.seeking(Rehearsal.machine, .searching), at: 2)
        #expect(run.sensorLines == ["0 01 heart_rate live"])
    }

    @Test("a machine is looked for in all its jobs, and a disconnect meanwhile is no news")
    func jobs() throws {
        var run = try Rehearsal()
        run.belt(800, heartRate: 120, at: 0)
        run.apply(.disconnected(Rehearsal.machine), at: 1)
        run.apply(.seeking(Rehearsal.machine, .searching), at: 2)
        let lines = run.sensorLines
        #expect(lines.filter { $0.hasSuffix("searching") }.count == lines.filter { $0.hasSuffix("live") }.count)
        #expect(lines.contains("2000 01 treadmill searching"))
    }

    @Test("time that passes leaves a sensor that is looked for as it is, and counts as before")
    func passes() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.disconnected(Rehearsal.strap), at: 1)
        run.apply(.seeking(Rehearsal.strap, .searching), at: 2)
        run.advance(to: 60)
        #expect(run.sensorLines.last == "2000 01 heart_rate searching")
        run.finish()
        let summary = try #require(run.summary)
        #expect(summary.unknownMilliseconds >= 58_000)
    }
}
