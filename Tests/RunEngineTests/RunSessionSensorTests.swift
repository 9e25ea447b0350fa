import RunEngine
import SensorCodec
import Testing

/// Which sensor is listened to, and what is told of each.
struct RunSessionSensorTests {
    @Test("a sensor is live with its first packet, stale after 5 s, lost after 15 s, and live again")
    func silence() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.heartRate(120, at: 20)
        run.heartRate(120, at: 24.999)
        run.heartRate(120, at: 29.999)
        #expect(
            run.sensorLines == [
                "0 01 heart_rate live", "5000 01 heart_rate stale", "15000 01 heart_rate lost",
                "20000 01 heart_rate live", "29999 01 heart_rate stale", "29999 01 heart_rate live",
            ]
        )
        #expect(run.transitions(of: "link").prefix(3) == ["0 none>good", "5000 good>stale", "15000 stale>lost"])
    }

    @Test("a disconnect loses the sensor and the heart rate at once")
    func disconnect() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.disconnected(Rehearsal.strap), at: 2)
        run.apply(.disconnected(Rehearsal.strap), at: 3)
        run.heartRate(90, at: 4)
        #expect(run.sensorLines == ["0 01 heart_rate live", "2000 01 heart_rate lost", "4000 01 heart_rate live"])
        #expect(run.transitions(of: "link") == ["0 none>good", "2000 good>lost", "4000 lost>good"])
    }

    @Test("a name or a battery level is told when it is news")
    func news() throws {
        var run = try Rehearsal()
        run.heartRate(120, at: 0)
        run.apply(.name("Strap", of: Rehearsal.strap), at: 1)
        run.apply(.name("Strap", of: Rehearsal.strap), at: 2)
        run.apply(try .battery([70], from: Rehearsal.strap), at: 3)
        run.apply(try .battery([70], from: Rehearsal.strap), at: 4)
        run.apply(try .battery([255], from: Rehearsal.strap), at: 4)
        run.apply(try .battery([9], from: Rehearsal.otherStrap), at: 4)
        #expect(
            run.sensorLines == [
                "0 01 heart_rate live", "1000 Strap heart_rate live", "3000 Strap heart_rate live 70%",
            ]
        )
    }

    @Test("of two straps the first is listened to, until it is lost")
    func twoStraps() throws {
        var run = try Rehearsal()
        for second in 0..<10 {
            run.heartRate(120, at: Double(second))
            run.heartRate(122, from: Rehearsal.otherStrap, at: Double(second) + 0.5)
        }
        run.apply(.disconnected(Rehearsal.strap), at: 9.75)
        run.heartRate(150, from: Rehearsal.otherStrap, at: 10.5)
        run.heartRate(120, at: 10.75)
        run.advance(to: 11.5)
        #expect(run.samples.prefix(10).allSatisfy { $0.heartRateBPM == 120 })
        #expect(run.sample(at: 10)?.heartRateBPM == nil)
        #expect(run.sample(at: 11)?.heartRateBPM == 150)
        run.apply(.disconnected(Rehearsal.strap), at: 12)
        #expect(run.transitions(of: "link").last == "10500 lost>good")
    }

    @Test("the treadmill's heart rate counts only when no strap has sent for 15 s")
    func fallback() throws {
        var run = try Rehearsal()
        run.belt(800, heartRate: 100, at: 0)
        run.heartRate(102, at: 0.5)
        for second in 1...20 { run.belt(800, heartRate: 140, at: Double(second)) }
        run.advance(to: 20.5)
        #expect(run.sample(at: 0)?.heartRateSource == .treadmill)
        #expect(run.sample(at: 1)?.heartRateSource == .heartRate)
        #expect(run.sample(at: 1)?.heartRateBPM == 102)
        #expect(run.sample(at: 15)?.heartRateBPM == nil)
        #expect(run.sample(at: 15)?.heartRateSource == nil)
        #expect(run.sample(at: 16)?.heartRateBPM == 140)
        #expect(run.sample(at: 16)?.heartRateSource == .treadmill)
    }

    @Test("the treadmill's heart rate is let in at 15 s to the millisecond", arguments: [(14.999, nil), (15.0, 140)])
    func fallbackEdge(seconds: Double, expected: Int?) throws {
        var run = try Rehearsal()
        run.heartRate(102, at: 0)
        run.belt(800, heartRate: 140, at: seconds)
        #expect(run.session.currentSample?.heartRateBPM == expected)
    }

    @Test("a strap without a reading, or off the skin, still keeps the treadmill's heart rate out")
    func aliveWithoutReading() throws {
        var run = try Rehearsal()
        for second in 0..<40 {
            run.heartRate(
                second < 20 ? nil : 120,
                contact: second < 20 ? .unsupported : .notDetected,
                at: Double(second)
            )
            run.belt(800, heartRate: 140, at: Double(second))
        }
        run.finish()
        #expect(run.summary?.heartRate == nil)
        #expect(run.transitions(of: "link") == ["20000 none>contact_lost"])
        #expect(run.summary?.unknownMilliseconds == 39_000)
    }

    @Test("a treadmill that is listened to for the heart rate takes it along when it disconnects")
    func fallbackDisconnects() throws {
        var run = try Rehearsal()
        run.belt(800, heartRate: 100, at: 0)
        run.apply(.disconnected(Rehearsal.machine), at: 1)
        #expect(run.transitions(of: "link") == ["0 none>good", "1000 good>lost"])
    }

    @Test("one sensor in two jobs is told of once for each")
    func twoJobs() throws {
        var run = try Rehearsal()
        run.heartRate(100, from: Rehearsal.machine, at: 0)
        run.belt(800, from: Rehearsal.machine, at: 0)
        run.apply(.disconnected(Rehearsal.machine), at: 1)
        #expect(
            run.sensorLines == [
                "0 01 heart_rate live", "0 01 treadmill live", "1000 01 heart_rate lost", "1000 01 treadmill lost",
            ]
        )
    }

    @Test("a crowd of strangers is bounded, and a strap that comes later is still heard")
    func crowd() throws {
        var run = try Rehearsal()
        for number in 1...500 {
            let stranger = SensorIdentity(nameless: number)
            run.apply(.name("Stranger \(number)", of: stranger), at: -1)
        }
        run.apply(.name("Mine", of: Rehearsal.strap), at: -1)
        for number in 1...500 { run.belt(500, from: SensorIdentity(nameless: number), at: 0) }
        #expect(run.sensorLines.count == 64)
        run.apply(.disconnected(SensorIdentity(nameless: 5)), at: 1)
        run.heartRate(120, at: 2)
        run.advance(to: 3.5)
        #expect(run.sample(at: 3)?.heartRateBPM == 120)
        #expect(run.sensorLines.contains("2000 Mine heart_rate live"))
    }
}
