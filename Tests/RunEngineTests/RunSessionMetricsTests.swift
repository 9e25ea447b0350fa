import RunEngine
import SensorCodec
import TestSupport
import Testing

/// The metrics and the variability of a whole session: what the parts promise reaches its totals.
@Suite("The metrics of a session")
struct RunSessionMetricsTests {
    private func session(_ change: (inout RunnerProfile) -> Void = { _ in }) throws -> RunSession {
        var profile = RunnerProfile(maximumBPM: 186, restingBPM: 60, thresholdBPM: 168)
        change(&profile)
        return RunSession(plan: try profile.plan(), source: .replay)
    }

    /// Forty minutes at 8 km/h and 1 %: a strap with the beats of a heart that swings about 480 ms, and a treadmill.
    private func run(_ session: inout RunSession, seconds: Int = 2400, restAfter: Int = 0) -> [RunEvent] {
        var random = Randomness(seed: 11)
        var (slow, beat) = (0.0, 0)
        for second in 0..<(seconds + restAfter) {
            let time = 1_800_000_000_000_000 + Int64(second) * 1_000_000
            var value = HeartRateMeasurement()
            while beat <= second * 1024 {
                slow = 0.95 * slow + Double.random(in: -4...4, using: &random)
                let interval = 491 + Int(slow + Double.random(in: -5...5, using: &random))
                value.rrIntervals.append(UInt16(interval))
                beat += interval
            }
            value.heartRateBPM = value.rrIntervals.isEmpty ? 125 : 61_440 / value.rrIntervals[0]
            session.apply(.value(.heartRateMeasurement(value), from: Rehearsal.strap), atUnixMicroseconds: time)
            var data = TreadmillData()
            data.instantaneousSpeedCentiKmH = second < seconds ? 800 : 0
            data.inclinationDeciPercent = 10
            session.apply(.value(.treadmillData(data), from: Rehearsal.machine), atUnixMicroseconds: time + 100_000)
        }
        session.finish()
        var events: [RunEvent] = []
        session.drainEvents { events.append($0) }
        return events
    }

    private func metrics(_ events: [RunEvent]) throws -> [Metric.Name: Metric] {
        guard case .summary(let summary)? = events.last else { throw NoSummary() }
        return Dictionary(uniqueKeysWithValues: summary.metrics.map { ($0.name, $0) })
    }

    private struct NoSummary: Error {}

    @Test("load, distance on the level, climb and speed of a steady run are as reckoned by hand")
    func steady() throws {
        var session = try session { $0.sex = .male }
        let metrics = try metrics(run(&session))
        // 40 min at 125 of 60 to 186: 35.6 TRIMP and, in Edwards' second zone, 80.
        #expect(try #require(metrics[.banisterTRIMP]).value.distance(to: 35.6).magnitude < 1)
        #expect(try #require(metrics[.edwardsLoad]).value.distance(to: 80).magnitude < 8)
        #expect(metrics[.meanSpeedKmH]?.units == 800)
        // 8 km/h for 40 min are 5333 m; at 1 % they cost 5.5 % more, and climb 53 m.
        #expect(try #require(metrics[.gradeAdjustedDistanceMetres]).value.distance(to: 5333 * 1.0549).magnitude < 10)
        #expect(try #require(metrics[.climbMetres]).value.distance(to: 53.3).magnitude < 0.5)
        #expect(try #require(metrics[.decouplingPercent]).value.magnitude < 2)
        #expect(metrics.values.allSatisfy { !$0.isWeak })
    }

    @Test("energy and variability are told to those who asked, and without sex there is no TRIMP")
    func optional() throws {
        var plain = try session { $0.weightHectograms = 700 }
        let names = try metrics(run(&plain, seconds: 600)).keys
        #expect(!names.contains(.energyKcal) && !names.contains(.banisterTRIMP))
        #expect(!names.contains { $0.rawValue.contains("alpha1") || $0.rawValue.contains("rmssd") })
        var asked = try session {
            $0.weightHectograms = 700
            $0.optionalFigures = [.energy, .variability]
        }
        let events = run(&asked, seconds: 600, restAfter: 200)
        let figures = try metrics(events)
        // 10 min of 8 km/h at 1 %: about 11 kcal a minute at 70 kg.
        #expect(try #require(figures[.energyKcal]).units.distance(to: 110).magnitude <= 20)
        #expect(try #require(figures[.alpha1Mean]).value.distance(to: 1.2).magnitude < 0.5)
        #expect(figures[.intervalArtefactPercent]?.value ?? 100 < 1)
        #expect(try #require(figures[.restAfterRMSSDMilliseconds]).value > 1)
        #expect(figures[.restBeforeRMSSDMilliseconds] == nil)
        let samples = events.compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
        #expect(samples.first { $0.alpha1Hundredths != nil }.map { $0.timeMilliseconds >= 110_000 } == true)
        #expect(samples[300].alpha1Hundredths != nil)
    }

    @Test("no zone, no cue and no band depends on the variability")
    func labFigure() throws {
        var plain = try session()
        var asked = try session { $0.optionalFigures = .variability }
        let (one, other) = (run(&plain, seconds: 900), run(&asked, seconds: 900))
        func bare(_ events: [RunEvent]) -> [RunEvent] {
            events.dropLast().map { event in
                guard case .sample(var sample) = event else { return event }
                sample.alpha1Hundredths = nil
                sample.isAlpha1Rough = false
                return .sample(sample)
            }
        }
        #expect(bare(one) == bare(other))
    }

    @Test("a heart rate that rises says where it is about to be")
    func heading() throws {
        var run = try Rehearsal()
        for second in 0..<60 { run.heartRate(UInt16(100 + (second < 30 ? 0 : (second - 30) / 2)), at: Double(second)) }
        #expect(run.sample(at: 28)?.headingBPM == nil)
        // 0.5 bpm a second for 50 s more.
        #expect(try #require(run.sample(at: 55)?.headingBPM).distance(to: 112 + 25).magnitude <= 2)
    }
}
