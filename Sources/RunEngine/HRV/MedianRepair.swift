/// Mends RR-Intervals by their local median: missed beats are put back, extra ones joined to their neighbour, and what
/// still stands off is drawn anew between its neighbours.
///
/// The rule of our own choice: over simulated runs it biased alpha-1 least and changed nothing in clean series. It works
/// on one gap-free segment; its arrays are kept from one call to the next.
public struct MedianRepair: Equatable, Sendable {
    /// What was mended.
    public struct Counts: Equatable, Sendable {
        /// Beats put back into intervals two to four times as long as their neighbours.
        public var missed = 0
        /// Beats taken out from between two intervals that make one.
        public var extra = 0
        /// Intervals drawn anew.
        public var replaced = 0
        /// How many intervals there are after the repair.
        public var length = 0

        /// The share that was mended, in percent of the length after the repair.
        public var artefactPercent: Double {
            length == 0 ? 0 : 100 * Double(missed + extra + replaced) / Double(length)
        }
    }

    /// How far from its place an interval may lie and still be told apart from an artefact, as a share of the median.
    private static let tolerance = 0.2
    /// The longest interval that is taken for missed beats, in medians.
    private static let longest = 4.0
    /// What stands off further than this many standard deviations of the rest ...
    private static let deviations = 4.0
    /// ... and than this share of the median is an artefact.
    private static let leastShare = 0.04
    /// A median distance times this estimates the standard deviation of a normal distribution.
    private static let deviationOfMedianDistance = 1.4826

    private var medians: [Double] = []
    private var distances: [Double] = []
    private var counted: [Double] = []
    private var isOff: [Bool] = []

    /// More intervals than two minutes of a fast run bring; its arrays are made for so many and grow beyond.
    static let usualLength = 480

    public init() {
        medians.reserveCapacity(Self.usualLength)
        distances.reserveCapacity(Self.usualLength)
        counted.reserveCapacity(Self.usualLength)
        isOff.reserveCapacity(Self.usualLength)
    }

    /// Mends `intervals` (ms, one segment, oldest first) in place and tells what was mended.
    public mutating func repair(_ intervals: inout [Double]) -> Counts {
        guard !intervals.isEmpty else { return Counts() }
        LocalMedian.fill(&medians, of: intervals)
        var counts = Counts()
        recount(&intervals, &counts)
        if counts.missed + counts.extra > 0 { LocalMedian.fill(&medians, of: intervals) }
        redraw(&intervals, &counts)
        counts.length = intervals.count
        return counts
    }

    /// Puts missed beats back and joins extra ones, from the left. A clean series is left as it is.
    private mutating func recount(_ intervals: inout [Double], _ counts: inout Counts) {
        let count = intervals.count
        counted.removeAll(keepingCapacity: true)
        var place = 0
        while place < count {
            let (interval, median) = (intervals[place], medians[place])
            place += 1
            let ratio = interval / median + 0.5
            if ratio >= 2, ratio < Self.longest + 1 {
                let parts = ratio.rounded(.down)
                if (interval / parts - median).magnitude < Self.tolerance * median {
                    for _ in 0..<Int(parts) { counted.append(interval / parts) }
                    counts.missed += Int(parts) - 1
                    continue
                }
            }
            let short = (1 - Self.tolerance) * median
            if interval < short, place < count, intervals[place] < short {
                let sum = interval + intervals[place]
                if (sum - median).magnitude < Self.tolerance * median {
                    counted.append(sum)
                    counts.extra += 1
                    place += 1
                    continue
                }
            }
            counted.append(interval)
        }
        if counts.missed + counts.extra > 0 { swap(&intervals, &counted) }
    }

    /// Draws what stands off from the local median anew. Where all of it does, there is nothing to go by.
    private mutating func redraw(_ intervals: inout [Double], _ counts: inout Counts) {
        distances.removeAll(keepingCapacity: true)
        var isClean = true
        for place in intervals.indices {
            let distance = (intervals[place] - medians[place]).magnitude
            distances.append(distance)
            if distance > Self.leastShare * medians[place] { isClean = false }
        }
        // In most windows nothing stands off far enough to be an artefact, whatever the others do.
        if isClean { return }
        let allowed = Self.deviations * Self.deviationOfMedianDistance * Selection.median(of: &distances)
        isOff.removeAll(keepingCapacity: true)
        for place in intervals.indices {
            let bound = max(allowed, Self.leastShare * medians[place])
            isOff.append((intervals[place] - medians[place]).magnitude > bound)
            if isOff[place] { counts.replaced += 1 }
        }
        if counts.replaced > 0 { Interpolation.redraw(&intervals, where: isOff) }
    }
}
