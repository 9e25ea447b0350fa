/// What ``LipponenTarvainen`` judges intervals by: each beside its neighbours, in thresholds.
struct NeighbourSeries {
    /// Quartile deviations in a threshold.
    private static let deviations = 5.2
    /// Neighbours either side that a threshold is taken of.
    private static let reach = 45

    let intervals: [Double]
    /// The local medians of the intervals in ms.
    let medians: [Double]
    /// Differences to the interval before, in thresholds; not a number where the threshold is 0.
    let differences: [Double]
    /// Distances from the local median, those below it doubled, in thresholds; not a number where the threshold is 0.
    let offsets: [Double]
    /// The thresholds of ``offsets`` in ms.
    let offsetThresholds: [Double]
    /// Of a positive difference the larger neighbour, of a negative one the smaller.
    let besides: [Double]
    /// Of a difference that is not negative the smaller of the next two, of a negative one the larger.
    let afters: [Double]

    /// At least three intervals in ms.
    init(_ intervals: [Double]) {
        self.intervals = intervals
        var medians: [Double] = []
        LocalMedian.fill(&medians, of: intervals)
        self.medians = medians

        let steps = zip(intervals.dropFirst(), intervals).map { $0 - $1 }
        let raw = [steps.reduce(0, +) / Double(steps.count)] + steps
        let differences = zip(raw, Self.thresholds(of: raw)).map { $1 == 0 ? .nan : $0 / $1 }
        self.differences = differences
        let offsets = zip(intervals, medians).map { $0 < $1 ? 2 * ($0 - $1) : $0 - $1 }
        offsetThresholds = Self.thresholds(of: offsets)
        self.offsets = zip(offsets, offsetThresholds).map { $1 == 0 ? .nan : $0 / $1 }

        /// The differences, reflected at the ends.
        func difference(_ place: Int) -> Double {
            let last = differences.count - 1
            return differences[place < 0 ? -place : place > last ? 2 * last - place : place]
        }
        besides = differences.indices.map { place in
            let (before, after) = (difference(place - 1), difference(place + 1))
            if differences[place] > 0 { return Self.larger(before, after) }
            return differences[place] < 0 ? Self.smaller(before, after) : 0
        }
        afters = differences.indices.map { place in
            let (next, second) = (difference(place + 1), difference(place + 2))
            return differences[place] >= 0 ? Self.smaller(next, second) : Self.larger(next, second)
        }
    }

    // Where the second is not a number, it is the first.
    private static func larger(_ first: Double, _ second: Double) -> Double { second > first ? second : first }
    private static func smaller(_ first: Double, _ second: Double) -> Double { second < first ? second : first }

    /// For each value, its neighbours' quartile deviation of magnitudes, times ``deviations``.
    private static func thresholds(of values: [Double]) -> [Double] {
        values.indices.map { place in
            let window = values[max(0, place - reach)..<min(values.count, place + reach + 1)]
            let sorted = window.map(\.magnitude).sorted()
            return deviations * (quantile(0.75, of: sorted) - quantile(0.25, of: sorted)) / 2
        }
    }

    /// By a straight line between the two nearest: place (n - 1) p, counted from 0.
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = Double(sorted.count - 1) * share
        let below = Int(place)
        guard below + 1 < sorted.count else { return sorted[below] }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
