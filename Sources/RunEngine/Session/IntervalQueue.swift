import SensorCodec

/// The RR-Intervals that came since the last sample and wait to go with the next.
struct IntervalQueue: Sendable {
    /// More than a second can hold: what a strap sends at once after a hole goes with the samples that follow.
    private static let longest = 256

    /// Those that go with the next sample, as many as are held without an allocation.
    private(set) var next = RRIntervals()
    private var rest: [UInt16] = []

    /// Takes what came with a measurement. Of a flood, the last are left out.
    mutating func add(_ intervals: RRIntervals) {
        for index in 0..<intervals.count { add(intervals[index]) }
    }

    /// Forgets what ``next`` holds.
    mutating func removeNext() {
        if next.isEmpty { return }
        next = RRIntervals()
        if rest.isEmpty { return }
        let waiting = rest
        rest.removeAll(keepingCapacity: true)
        for interval in waiting { add(interval) }
    }

    private mutating func add(_ interval: UInt16) {
        if next.count < RRIntervals.inlineCapacity {
            next.append(interval)
        } else if rest.count < Self.longest {
            rest.append(interval)
        }
    }
}
