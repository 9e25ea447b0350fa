import RunEngine
import SensorCodec
import Testing

/// Silences, clocks that were set, and stamps that no clock makes.
struct RunSessionSilenceTests {
    private let hour = 3600.0

    @Test("samples go on for ten minutes of silence, cease, and go on with the next input")
    func longSilence() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        run.heartRate(100, at: 0.5)
        run.advance(to: 2 * hour)
        #expect(run.samples.last?.timeMilliseconds == 600_000)
        run.heartRate(100, at: 2 * hour + 0.25)
        run.advance(to: 2 * hour + 3.5)
        run.finish()
        #expect(run.samples.count == 601 + 3)
        #expect(run.sample(at: 7201)?.heartRateBPM == 100)
        #expect(run.sample(at: 7200) == nil)
        #expect(run.summary?.elapsedMilliseconds == 7_203_500)
        #expect(run.summary?.unknownMilliseconds == 7_194_750)
    }

    @Test("of a silence longer than six hours, six hours count; what comes after is not shifted but for that")
    func clockWasSet() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        run.heartRate(100, at: 99 * 24 * hour)
        run.heartRate(100, at: 99 * 24 * hour + 1.5)
        run.finish()
        #expect(run.summary?.elapsedMilliseconds == 21_601_500)
        #expect(run.samples.count < 700)
        #expect(run.samples.last?.timeMilliseconds == 21_601_000)
        let sum = try #require(run.summary)
        #expect(sum.unknownMilliseconds + sum.zoneMilliseconds.reduce(0, +) == sum.elapsedMilliseconds)
    }

    @Test("telling the time within a long silence changes nothing")
    func advanceWithinSilence() throws {
        func events(advancing: Bool) throws -> [RunEvent] {
            var run = try Rehearsal()
            run.heartRate(100, at: 0)
            if advancing {
                for hours in stride(from: 0.1, to: 200, by: 0.7) { run.advance(to: hours * hour) }
            }
            run.heartRate(100, at: 200 * hour)
            run.heartRate(100, at: 200 * hour + 2)
            run.finish()
            return run.events
        }
        #expect(try events(advancing: true) == events(advancing: false))
    }

    @Test("a late stamp is taken as now")
    func late() throws {
        var run = try Rehearsal()
        run.heartRate(100, at: 0)
        run.heartRate(101, at: 3)
        run.heartRate(102, at: -500)
        run.heartRate(103, at: 4)
        run.finish()
        #expect(run.sample(at: 3)?.heartRateBPM == 102)
        #expect(run.sample(at: 4)?.heartRateBPM == 103)
        #expect(run.summary?.elapsedMilliseconds == 4000)
    }

    @Test("a late record of the treadmill is as young as any")
    func lateBelt() throws {
        var run = try Rehearsal()
        run.belt(800, at: 0)
        run.belt(800, at: 10)
        run.belt(900, at: 2)
        run.advance(to: 14.5)
        #expect(run.sample(at: 10)?.speedCentiKmH == 900)
        #expect(run.sample(at: 14)?.speedCentiKmH == 900)
        #expect(run.sensorLines.last == "10000 01 treadmill live")
    }

    @Test("no stamp whatever traps, floods the log or breaks a sum")
    func hostileStamps() throws {
        let stamps: [Int64] = [.min, .max, 0, -1, .min + 1, .max - 1, 1 << 53, -(1 << 53), 5_000_000, .max]
        let plan = try RunnerProfile().plan()
        for first in stamps {
            var session = RunSession(plan: plan, source: .replay)
            var events: [RunEvent] = []
            session.apply(.heartRate(100, from: Rehearsal.strap), atUnixMicroseconds: first)
            for stamp in stamps {
                session.advance(toUnixMicroseconds: stamp)
                session.apply(.belt(800, metres: 7, from: Rehearsal.machine), atUnixMicroseconds: stamp)
                session.apply(.heartRate(110, from: Rehearsal.strap), atUnixMicroseconds: stamp)
            }
            session.finish()
            session.drainEvents { events.append($0) }
            guard case .summary(let sum) = events.last else { return #expect(Bool(false), "no summary") }
            let zones = sum.zoneMilliseconds.reduce(0, +)
            #expect(sum.pausedMilliseconds + sum.unknownMilliseconds + zones == sum.elapsedMilliseconds)
            #expect(sum.elapsedMilliseconds <= Int64(stamps.count) * 6 * 3_600_000)
            #expect(events.count < stamps.count * 700)
        }
    }
}
