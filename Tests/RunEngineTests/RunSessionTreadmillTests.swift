import RunEngine
import SensorCodec
import Testing

/// What the treadmill tells, and the distance made of it.
struct RunSessionTreadmillTests {
    @Test("each field of a record in parts has its own age of five seconds")
    func ages() throws {
        var run = try Rehearsal()
        run.belt(800, at: 0)
        var part = TreadmillData()
        part.isMoreDataToFollow = true
        part.inclinationDeciPercent = -15
        part.totalEnergyKilocalories = 12
        run.apply(.value(.treadmillData(part), from: Rehearsal.machine), at: 2)
        run.advance(to: 8)
        run.finish()
        #expect(run.sample(at: 1)?.inclinationDeciPercent == nil)
        #expect(run.sample(at: 2)?.inclinationDeciPercent == -15)
        #expect(run.sample(at: 4)?.speedCentiKmH == 800)
        #expect(run.sample(at: 5)?.speedCentiKmH == nil)
        #expect(run.sample(at: 6)?.totalEnergyKilocalories == 12)
        #expect(run.sample(at: 7)?.totalEnergyKilocalories == nil)
        #expect(run.transitions(of: "belt") == ["0 none>moving", "5000 moving>stale"])
    }

    @Test("without a counter of the machine, the distance is the integral of the speed")
    func integral() throws {
        var run = try Rehearsal()
        for second in 0...10 { run.belt(720, at: Double(second)) }
        run.finish()
        #expect(run.samples.map(\.distanceMillimetres) == (0...10).map { $0 * 2000 })
        #expect(run.summary?.distanceMillimetres == 20_000)
    }

    @Test("the machine's counter counts from where it stood, over resets, and never falls")
    func reset() throws {
        var run = try Rehearsal()
        for (second, metres) in [1200, 1202, 1204, 0, 3, 5, 5].enumerated() {
            run.belt(720, metres: UInt32(metres), at: Double(second))
        }
        run.finish()
        #expect(run.samples.map(\.distanceMillimetres) == [0, 2000, 4000, 4000, 7000, 9000, 9000])
        #expect(run.summary?.distanceMillimetres == 9000)
    }

    @Test("the counter bridges a silence of the link")
    func hole() throws {
        var run = try Rehearsal()
        run.belt(720, metres: 100, at: 0)
        run.belt(720, metres: 300, at: 100)
        #expect(run.sensorLines.contains("15000 01 treadmill lost"))
        run.finish()
        #expect(run.summary?.distanceMillimetres == 200_000)
    }

    @Test("a rise of more than 40 km/h and 50 m is a new base", arguments: [(61, 61_000), (62, 1000)])
    func absurd(metres: UInt32, expected: Int64) throws {
        // In one second: 50 m and 11.1 m.
        var run = try Rehearsal()
        run.belt(720, metres: 0, at: 0)
        run.belt(720, metres: metres, at: 1)
        run.belt(720, metres: metres + (metres == 62 ? 1 : 0), at: 2)
        run.finish()
        #expect(run.summary?.distanceMillimetres == expected)
    }

    @Test("what the counter does while the runner pauses is no distance, heard or not")
    func pause() throws {
        var run = try Rehearsal()
        run.belt(720, metres: 0, at: 0)
        run.belt(720, metres: 2, at: 1)
        run.apply(.pause, at: 1.5)
        run.belt(720, metres: 4, at: 2)
        run.belt(720, metres: 8, at: 4)
        run.apply(.resume, at: 4.5)
        run.belt(720, metres: 10, at: 5)
        #expect(run.session.summary.distanceMillimetres == 4000)
        run.apply(.pause, at: 5.5)
        run.apply(.resume, at: 60)
        run.belt(720, metres: 50, at: 61)
        run.belt(720, metres: 52, at: 62)
        run.finish()
        #expect(run.summary?.distanceMillimetres == 6000)
    }

    @Test("what the counter does after the runner's stop is no distance")
    func afterStop() throws {
        var run = try Rehearsal()
        run.belt(720, metres: 0, at: 0)
        run.belt(720, metres: 2, at: 1)
        run.apply(.stop, at: 1.5)
        run.belt(720, metres: 4, at: 2)
        run.finish()
        #expect(run.summary?.distanceMillimetres == 2000)
    }

    @Test("a counter that comes late adds to what the integral has")
    func lateCounter() throws {
        var run = try Rehearsal()
        for second in 0...10 { run.belt(720, at: Double(second)) }
        run.belt(720, metres: 500, at: 11)
        run.belt(720, metres: 503, at: 12)
        run.finish()
        #expect(run.summary?.distanceMillimetres == 25_000)
    }

    @Test("a counter that stands still over 200 m of belt gives way to the integral, and may come back")
    func stuckCounter() throws {
        var run = try Rehearsal()
        for second in 0...150 { run.belt(720, metres: 0, at: Double(second)) }
        #expect(run.session.summary.distanceMillimetres == 300_000)
        run.belt(720, metres: 1, at: 151)
        run.belt(720, metres: 3, at: 152)
        run.finish()
        #expect(run.sample(at: 99)?.distanceMillimetres == 0)
        #expect(run.sample(at: 100)?.distanceMillimetres == 200_000)
        // The integral has the way to 151 s, the counter the way from there.
        #expect(run.summary?.distanceMillimetres == 304_000)
    }

    @Test("the counter of another machine starts a new base")
    func otherMachine() throws {
        var run = try Rehearsal()
        run.belt(720, metres: 100, at: 0)
        run.belt(720, metres: 102, at: 1)
        run.belt(720, metres: 900, from: Rehearsal.otherMachine, at: 1.5)
        run.apply(.disconnected(Rehearsal.machine), at: 2)
        run.belt(720, metres: 902, from: Rehearsal.otherMachine, at: 3)
        run.belt(720, metres: 904, from: Rehearsal.otherMachine, at: 4)
        run.finish()
        // 2 m of the first, 4 m by the integral over the change (both read 7.2 km/h), 2 m of the second.
        #expect(run.summary?.distanceMillimetres == 8000)
    }

    @Test("without a treadmill there is no distance")
    func noTreadmill() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.finish()
        #expect(run.summary != nil)
        #expect(run.summary?.distanceMillimetres == nil)
        #expect(run.samples.map(\.distanceMillimetres) == [nil])
    }
}
