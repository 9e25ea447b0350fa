import TestSupport
import Testing

@testable import RunEngine

/// What must hold for every run of the monitor. Each is made from a seed that stands in the message of a failure.
@Suite("HRV properties")
struct HRVPropertyTests {
    /// A run of some five minutes with artefacts, losses, silences and interruptions.
    private func run(using random: inout Randomness) -> [HRVEvent] {
        var events = Strap.packets(Strap.beats(700, using: &random))
        for index in events.indices {
            if case .packet(var raw, let bpm) = events[index].call, !raw.isEmpty {
                if random.chance(2) { raw[0] = UInt16.random(in: 0...3000, using: &random) }
                events[index].call = .packet(raw, bpm: bpm)
            }
            events[index].time += Int64.random(in: 0...400, using: &random)
        }
        if random.chance(30) {
            let place = Int.random(in: 1..<280, using: &random)
            events.removeSubrange(place..<place + Int.random(in: 1...20, using: &random))
        }
        if random.chance(30) {
            let place = Int.random(in: 1..<250, using: &random)
            events.insert(HRVEvent(time: events[place].time, call: .interrupt), at: place)
        }
        return events
    }

    private func forEachRun(_ body: ([HRVEvent], inout Randomness, Comment) -> Void) {
        for seed in 1...40 as ClosedRange<UInt64> {
            var random = Randomness(seed: seed)
            let events = run(using: &random)
            body(events, &random, "seed \(seed)")
        }
    }

    @Test("telling the time in any steps changes nothing")
    func advances() {
        forEachRun { events, random, seed in
            let end = (events.last?.time ?? 0) + 20_000
            let plain = HeartRateVariabilityMonitor.after(events, end: end)
            for steps in [
                (0..<200).map { _ in Int64.random(in: -5...end, using: &random) },
                Array(stride(from: 0, through: end, by: 1000)),
            ] {
                #expect(HeartRateVariabilityMonitor.after(events, advances: steps, end: end) == plain, seed)
            }
        }
    }

    @Test("shifting all times changes nothing but when to look next")
    func shift() {
        forEachRun { events, random, seed in
            let plain = HeartRateVariabilityMonitor.after(events)
            let shift = Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)
            let moved = HeartRateVariabilityMonitor.after(
                events.map { HRVEvent(time: $0.time + shift, call: $0.call) }
            )
            #expect(moved.reading == plain.reading && moved.absence == plain.absence, seed)
            #expect(moved.summary() == plain.summary(), seed)
            #expect(moved.nextDeadline == plain.nextDeadline.map { $0 + shift }, seed)
            #expect(moved.rest(overLast: 60_000) == plain.rest(overLast: 60_000), seed)
        }
    }

    @Test("a copy made half way goes on like the original")
    func copies() {
        forEachRun { events, random, seed in
            let plain = HeartRateVariabilityMonitor.after(events)
            let half = Int.random(in: events.indices, using: &random)
            var original = HeartRateVariabilityMonitor.after(Array(events[..<half]))
            var copy = original
            original.interrupt(atMilliseconds: 1_000_000)
            for event in events[half...] { copy.apply(event) }
            #expect(copy == plain, seed)
        }
    }

    @Test("a clean series is not touched by the repair, and each planted missed beat is found")
    func repair() {
        for seed in 1...100 as ClosedRange<UInt64> {
            var random = Randomness(seed: seed)
            var repair = MedianRepair()
            let clean = HRVVectors.milliseconds(Strap.beats(280, using: &random))
            var intervals = clean
            #expect(repair.repair(&intervals).artefactPercent == 0 && intervals == clean, "seed \(seed)")

            let places = Set((0..<5).map { _ in 10 + 20 * Int.random(in: 0..<13, using: &random) })
            for place in places.sorted(by: >) {
                intervals.replaceSubrange(place...place + 1, with: [intervals[place] + intervals[place + 1]])
            }
            let counts = repair.repair(&intervals)
            #expect(counts.missed == places.count && counts.length == clean.count, "seed \(seed)")
            #expect(
                (intervals.reduce(0, +) - clean.reduce(0, +)).magnitude < 1e-6 || counts.replaced > 0,
                "seed \(seed)"
            )
        }
    }

    @Test("the median by selection and the local one are those of a sorted list")
    func medians() {
        func middle(_ values: some Collection<Double>) -> Double {
            let sorted = values.sorted()
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
        for seed in 1...300 as ClosedRange<UInt64> {
            var random = Randomness(seed: seed)
            let count = Int.random(in: 1...60, using: &random)
            let values = (0..<count).map { _ in Double(Int.random(in: 0...30, using: &random)) }
            var (lost, local) = (values, [Double]())
            #expect(Selection.median(of: &lost) == middle(values), "seed \(seed)")
            LocalMedian.fill(&local, of: values)
            let expected = values.indices.map { middle(values[max(0, $0 - 5)..<min(count, $0 + 6)]) }
            #expect(local == expected, "seed \(seed)")
        }
    }
}
