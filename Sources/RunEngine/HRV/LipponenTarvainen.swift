/// The artefact rule of the literature, for reports after a run: each interval is told apart by how far its difference
/// to the one before, and its distance from the local median, stand out from those of its 91 neighbours.
///
/// Source: Lipponen, Tarvainen, "A robust algorithm for heart rate variability time series artefact correction using
/// novel beat classification", 2019. It marks 2 to 3 % of a clean series without memory.
public struct LipponenTarvainen: Sendable {
    /// What an interval is.
    public enum Label: Sendable {
        case normal
        /// The beat at its start came early or late: it and the interval before are wrong.
        case ectopic
        /// It ends at a beat that is none.
        case extra
        /// A beat is missing within it.
        case missed
        /// Too long or too short for its place.
        case outOfPlace
    }

    private static let ectopicSlope = 0.13
    private static let ectopicOffset = 0.17
    private static let farFromMedian = 3.0

    /// What each interval is.
    public let labels: [Label]
    private let intervals: [Double]

    /// Labels the intervals (ms, one gap-free segment, oldest first).
    public init(_ intervals: [Double]) {
        self.intervals = intervals
        labels = Self.labels(of: intervals)
    }

    /// The intervals in ms with artefacts mended: missed beats halve theirs, extra ones join two, and the others are
    /// drawn anew between their neighbours.
    ///
    /// A displaced beat spoils two intervals, and its label stands at the second: both are drawn anew.
    public var corrected: [Double] {
        var values: [Double] = []
        var isOff: [Bool] = []
        var place = 0
        while place < intervals.count {
            let label = labels[place]
            if label == .extra, place + 1 < intervals.count {
                values.append(intervals[place] + intervals[place + 1])
                isOff.append(false)
                place += 1
            } else if label == .missed {
                values += [intervals[place] / 2, intervals[place] / 2]
                isOff += [false, false]
            } else {
                values.append(intervals[place])
                let isBeforeEctopic = place + 1 < labels.count && labels[place + 1] == .ectopic
                isOff.append(label == .ectopic || label == .outOfPlace || isBeforeEctopic)
            }
            place += 1
        }
        Interpolation.redraw(&values, where: isOff)
        return values
    }

    private static func labels(of intervals: [Double]) -> [Label] {
        var labels = [Label](repeating: .normal, count: intervals.count)
        guard intervals.count > 2 else { return labels }
        let series = NeighbourSeries(intervals)
        var place = 0
        while place < intervals.count - 2 {
            let difference = series.differences[place]
            // Not a number where the neighbours do not differ: normal.
            guard difference.magnitude > 1 else {
                place += 1
                continue
            }
            if isEctopic(difference, beside: series.besides[place]) {
                labels[place] = .ectopic
                place += 1
                continue
            }
            let isNextToo = series.differences[place + 1].magnitude < series.differences[place + 2].magnitude
            for candidate in place...(isNextToo ? place + 1 : place) {
                labels[candidate] = label(of: candidate, in: series) ?? labels[candidate]
                place += 1
            }
        }
        return labels
    }

    private static func isEctopic(_ difference: Double, beside: Double) -> Bool {
        difference > 1 && beside < -ectopicSlope * difference - ectopicOffset
            || difference < -1 && beside > -ectopicSlope * difference + ectopicOffset
    }

    private static func label(of place: Int, in series: NeighbourSeries) -> Label? {
        let difference = series.differences[place]
        let isLong = difference > 1 && series.afters[place] < -1
        let isShort = difference < -1 && series.afters[place] > 1
        guard isLong || isShort || series.offsets[place].magnitude > farFromMedian else { return nil }
        let (interval, median, bound) = (
            series.intervals[place], series.medians[place], series.offsetThresholds[place]
        )
        if isShort, place + 1 < series.intervals.count,
            (interval + series.intervals[place + 1] - median).magnitude < bound
        {
            return .extra
        }
        if isLong, (interval / 2 - median).magnitude < bound { return .missed }
        return .outOfPlace
    }
}
