import SensorCodec

/// The RR-Intervals that came since the last sample and wait to go with the next.
struct IntervalQueue: Sendable {
    /// More than a second can hold: what a strap sends at once after a hole goes with the samples that follow.
    private static let longest = 256

    private var waiting: [UInt16] = []

    /// Takes what came with a measurement. Of a flood, the last are left out.
    mutating func add(_ intervals: RRIntervals) {
        for index in 0..<min(intervals.count, Self.longest - waiting.count) { waiting.append(intervals[index]) }
    }

    /// The oldest, as many as a sample holds without an allocation.
    var next: RRIntervals { RRIntervals(waiting.prefix(RRIntervals.inlineCapacity)) }

    /// Forgets what ``next`` holds.
    mutating func removeNext() {
        waiting.removeFirst(min(waiting.count, RRIntervals.inlineCapacity))
    }
}
