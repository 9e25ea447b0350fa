import UnixIO

/// How a live run goes, technically: what `--stats` prints.
struct LiveStatistics {
    /// How long a value took, counted in classes that are a tenth apart.
    private var counts = [Int](repeating: 0, count: 256)
    private var valueCount = 0
    private var largest: Int64 = 0
    private let began = MonotonicClock.nowMicroseconds

    /// A value took so long from the program's wake-up to the engine's new state, in microseconds.
    mutating func add(_ microseconds: Int64) {
        valueCount += 1
        largest = max(largest, microseconds)
        counts[Self.place(of: microseconds)] += 1
    }

    /// Up to 10 µs each has a class of its own; then 24 classes a factor of ten.
    private static func place(of microseconds: Int64) -> Int {
        if microseconds < 10 { return Int(max(0, microseconds)) }
        var place = 10
        var bound = 10.0
        while place < 255, Double(microseconds) >= bound * 1.1 {
            bound *= 1.1
            place += 1
        }
        return place
    }

    private static func bound(of place: Int) -> Int64 {
        if place < 10 { return Int64(place) }
        var bound = 10.0
        for _ in 10..<place { bound *= 1.1 }
        return Int64(bound.rounded())
    }

    /// The time that a share of the values stays below, in microseconds.
    private func quantile(_ share: Double) -> Int64 {
        var left = Int(Double(valueCount) * share)
        for (place, count) in counts.enumerated() {
            if left < count { return min(Self.bound(of: place), largest) }
            left -= count
        }
        return largest
    }

    /// What to print at the end.
    var lines: [String] {
        var lines: [String] = []
        if valueCount > 0 {
            lines.append(
                "from wake-up to new state: p50 \(quantile(0.5)) µs, p99 \(quantile(0.99)) µs, at most \(largest) µs"
            )
        }
        let cost = ProcessCost.now
        let elapsed = Double(max(1, MonotonicClock.nowMicroseconds - began))
        let share = (Double(cost.processorMicroseconds) / elapsed * 10_000).rounded() / 100
        lines.append("processor: \(share) % of one core; memory: at most \(cost.peakMemoryOctets / 1_048_576) MB")
        return lines
    }
}
