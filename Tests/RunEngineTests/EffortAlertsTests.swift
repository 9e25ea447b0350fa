import RunEngine
import TestSupport
import Testing

@Suite("Alerts")
struct EffortAlertsTests {
    private static func band(_ from: BandState, _ to: BandState, _ second: Int64) -> RunEvent {
        .transition(RunTransition(timeMilliseconds: second * 1000, change: .band(from: from, to: to)))
    }

    private static func cue(_ cue: Cue, _ second: Int64) -> RunEvent { .cue(cue, atMilliseconds: second * 1000) }

    private func alerts(_ events: [RunEvent], _ alerts: EffortAlerts = EffortAlerts()) -> [EffortAlert?] {
        var alerts = alerts
        return events.map { alerts.take($0) }
    }

    @Test("one alert for a band that was left, however long the effort stays out of it")
    func once() {
        let events = [
            Self.band(.inside, .above, 100), Self.cue(.easeOff, 100), Self.cue(.easeOff, 130), Self.cue(.easeOff, 190),
            Self.band(.above, .inside, 200), Self.band(.inside, .above, 300), Self.cue(.easeOff, 300),
        ]
        #expect(alerts(events) == [nil, .high, nil, nil, nil, nil, .high])
    }

    @Test("an alert that comes too soon after another waits for the next cue, and is not sent when that never comes")
    func apart() {
        let events = [
            Self.cue(.easeOff, 100), Self.band(.above, .inside, 110), Self.band(.inside, .above, 130),
            Self.cue(.easeOff, 130), Self.cue(.easeOff, 161), Self.cue(.easeOff, 221),
        ]
        #expect(alerts(events) == [.high, nil, nil, nil, .high, nil])
        #expect(alerts(events, EffortAlerts(gapMilliseconds: 0)) == [.high, nil, nil, .high, nil, nil])
        #expect(alerts(events, EffortAlerts(gapMilliseconds: 3_600_000)).compactMap(\.self) == [.high])
    }

    @Test("low effort is told of only where that is wanted")
    func low() {
        let events = [Self.band(.inside, .below, 400), Self.cue(.pickUp, 400), Self.cue(.pickUp, 430)]
        #expect(alerts(events).compactMap(\.self).isEmpty)
        #expect(alerts(events, EffortAlerts(includesLow: true)) == [nil, .low, nil])
    }

    /// A run of half an hour whose effort wanders about, with pauses and a strap that is lost at times.
    private func wandering(_ seed: UInt64) throws -> [RunEvent] {
        var random = Randomness(seed: seed)
        var run = try Rehearsal()
        var bpm = 110
        var silentUntil = 0
        for second in 0..<1800 {
            bpm = min(max(bpm + Int.random(in: -3...3, using: &random), 85), 160)
            if random.chance(0.5) { silentUntil = second + Int.random(in: 3...60, using: &random) }
            if second >= silentUntil { run.heartRate(UInt16(bpm), at: Double(second)) }
            if random.chance(1) { run.apply(random.chance(50) ? .pause : .resume, at: Double(second) + 0.5) }
        }
        run.finish()
        return run.events
    }

    @Test("in any run, alerts are apart, say what the band is, and never sound in a pause or without a heart rate")
    func anyRun() throws {
        var count = 0
        for seed in UInt64(1)...30 {
            var alerts = EffortAlerts(includesLow: true)
            var band = BandState.unknown
            var session = SessionState.idle
            var last = Int64.min / 2
            for event in try wandering(seed) {
                if case .transition(let transition) = event {
                    if case .band(_, let next) = transition.change { band = next }
                    if case .session(_, let next) = transition.change { session = next }
                }
                guard let alert = alerts.take(event), case .cue(_, let time) = event else { continue }
                count += 1
                #expect(session == .running && band == (alert == .high ? .above : .below), "seed \(seed) at \(time)")
                #expect(time - last >= 60_000, "seed \(seed) at \(time)")
                last = time
            }
        }
        #expect(count > 30)
    }
}
