import SensorCodec
import TestSupport
import Testing

@testable import RunEngine

/// Where beats are missing, nothing is computed across.
@Suite("HRV gaps")
struct HRVGapTests {
    private func beats(_ count: Int, mean: Double = 460, seed: UInt64 = 1) -> [UInt16] {
        var random = Randomness(seed: seed)
        return Strap.beats(count, mean: mean, using: &random)
    }

    /// The seconds that are collected after these packets, 120 where a value is there.
    private func collected(_ monitor: HeartRateVariabilityMonitor) -> Int {
        if case .collecting(let seconds) = monitor.absence { return seconds }
        return monitor.reading == nil ? 0 : 120
    }

    @Test("nine swallowed beats cut the run in two")
    func dropout() {
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(HRVVectors.series("moderate_dropout")))
        #expect(monitor.intake.gapCount == 1)
        #expect(monitor.reading == nil && (50...65).contains(collected(monitor)))
    }

    @Test("a missed beat, an extra one and one that lies early are no gap")
    func mendable() {
        for name in ["moderate_missed_5", "moderate_extra_3", "moderate_ectopic_3", "easy_one_missed", "hard_mixed_3"] {
            let monitor = HeartRateVariabilityMonitor.after(Strap.packets(HRVVectors.series(name)))
            #expect(monitor.intake.gapCount == 0, "\(name)")
        }
    }

    @Test("a lost link begins a new window")
    func interruption() {
        let events =
            Strap.packets(beats(400)) + [HRVEvent(time: 185_000, call: .interrupt)]
            + Strap.packets(beats(100, seed: 2), from: 185_000)
        let monitor = HeartRateVariabilityMonitor.after(events)
        #expect(monitor.intake.gapCount == 1)
        #expect((35...46).contains(collected(monitor)))
    }

    @Test("a lost notification is seen by the clock, and the window begins behind it", arguments: [1, 2, 3])
    func lostNotification(count: Int) {
        var events = Strap.packets(beats(500))
        events.removeSubrange(140..<140 + count)
        let monitor = HeartRateVariabilityMonitor.after(events)
        #expect(monitor.intake.gapCount == 1)
        // 228 s of packets in all; what is left begins at the latest ten seconds behind the loss.
        #expect((72...88).contains(collected(monitor)), "\(collected(monitor))")
    }

    @Test("a notification that comes twice is seen likewise")
    func twice() {
        var events = Strap.packets(beats(500))
        events.insert(events[140], at: 140)
        #expect(HeartRateVariabilityMonitor.after(events).intake.gapCount == 1)
    }

    @Test("packets that the radio delays by up to 4 s, all to come at once, are no gap")
    func delay() {
        for seed in 1...50 as ClosedRange<UInt64> {
            var random = Randomness(seed: seed)
            var events = Strap.packets(Strap.beats(700, using: &random))
            for minute in 0..<5 {
                let place = 60 * minute + Int.random(in: 0..<50, using: &random)
                let seconds = Int.random(in: 1...4, using: &random)
                let end = events[place].time + Int64(seconds) * 1000
                for index in place..<place + seconds { events[index].time = max(events[index].time, end - 5) }
            }
            events.sort { $0.time < $1.time }
            let monitor = HeartRateVariabilityMonitor.after(events)
            #expect(monitor.intake.gapCount == 0, "seed \(seed)")
            #expect(monitor.reading != nil, "seed \(seed)")
        }
    }

    @Test("seven seconds of silence end the window, and for a minute of silence nothing is due")
    func silence() {
        let events = Strap.packets(beats(400))
        let last = events.last?.time ?? 0
        var monitor = HeartRateVariabilityMonitor.after(events, end: last + 10_000)
        #expect(monitor.absence == .silence && monitor.nextDeadline == nil)
        monitor.advance(to: last + 60_000)
        #expect(monitor.absence == .silence)
        for event in Strap.packets(beats(100), from: last + 60_000) { monitor.apply(event) }
        #expect((35...46).contains(collected(monitor)))
    }

    @Test("intervals below 200 ms are none, and do not count as time")
    func codes() {
        let plain = Strap.packets(beats(400))
        var coded = plain
        for index in coded.indices {
            if case .packet(let raw, let bpm) = coded[index].call {
                coded[index].call = .packet([3] + raw + [204, 0], bpm: bpm)
            }
        }
        let (one, other) = (HeartRateVariabilityMonitor.after(plain), HeartRateVariabilityMonitor.after(coded))
        #expect(one.reading != nil && one.reading == other.reading && other.intake.gapCount == 0)
    }

    @Test("a heart rate of 270 or of 29 is none: no window of it")
    func implausible() {
        for mean in [227.0, 2118] {
            let monitor = HeartRateVariabilityMonitor.after(Strap.packets(beats(800, mean: mean)))
            #expect(monitor.reading == nil && monitor.rest(overLast: 300_000) == nil, "\(mean)")
        }
    }

    @Test("beside plausible intervals an implausible one is a missed or an extra beat, and mended")
    func mended() {
        var series = beats(700, mean: 750)
        // Two missed beats: 2.2 s.
        series.replaceSubrange(550...552, with: [series[550...552].reduce(0, +)])
        // An extra one behind 215 ms.
        series.replaceSubrange(600...600, with: [220, series[600] - 220])
        let monitor = HeartRateVariabilityMonitor.after(Strap.packets(series))
        #expect(monitor.intake.gapCount == 0)
        #expect(((monitor.reading?.artefactPercent ?? 0) - 300.0 / 163).magnitude < 0.1)
    }
}
