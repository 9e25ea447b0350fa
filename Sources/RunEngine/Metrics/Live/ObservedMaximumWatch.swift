/// A heart rate that the runner may have as their maximum: the highest full window of ten seconds that nothing speaks
/// against.
///
/// Against it speak: in the window a reading that was not believed at once, one without skin contact, or a flag (as for
/// a sensor that seems to count steps); a relock within 30 s; and, where RR-Intervals come, a median of theirs that
/// is off by more than 5 %. What raises a flag has been going on for a while, so a flag also takes back what was found
/// in the minute before it (and up to two).
struct ObservedMaximumWatch: Sendable {
    /// The highest candidate so far, in bpm.
    private(set) var bpm: Int?
    /// The intervals of the window, in 1/1024 s.
    private var intervals = ReadingWindow()
    private var lastDoubt = Int64.min / 2
    private var lastRelock = Int64.min / 2
    private var isFlagged = false
    private var lastFlagged = Int64.min / 2
    /// What ``bpm`` was at ``markedAt``, and at the mark before.
    private var marks: (newer: Int?, older: Int?)
    private var markedAt: Int64?

    /// How long no relock may have been, in ms.
    static let relockSpan: Int64 = 30_000
    /// How long before a flag nothing is trusted any more, at least, in ms.
    static let flagSpan: Int64 = 60_000

    /// Takes the median of a full window that ends at a time, in bpm and ms.
    mutating func take(median: Int, at time: Int64) {
        mark(at: time)
        guard median > bpm ?? 0, isClean(at: time), agreesWithIntervals(median, at: time) else { return }
        bpm = median
    }

    /// Takes an RR-Interval in 1/1024 s.
    mutating func add(interval: Int, at time: Int64) {
        intervals.append(Reading(time: time, bpm: interval))
        intervals.keep(after: time - PeakHeartRate.span)
    }

    /// A reading was not believed at once, or came without skin contact.
    mutating func doubt(at time: Int64) { lastDoubt = time }

    /// Readings that had not been believed agreed, and were.
    mutating func relock(at time: Int64) { lastRelock = time }

    /// The readings look odd from here on, or do so no longer.
    mutating func flag(_ isOdd: Bool, at time: Int64) {
        if isOdd, !isFlagged {
            bpm = marks.older
            marks.newer = marks.older
            markedAt = time
        }
        if !isOdd, isFlagged { lastFlagged = time }
        isFlagged = isOdd
    }

    private func isClean(at time: Int64) -> Bool {
        let start = time - PeakHeartRate.span
        return !isFlagged && lastFlagged <= start && lastDoubt <= start && time - lastRelock >= Self.relockSpan
    }

    /// |60 s / interval - median| is at most 5 % of the median; true without intervals.
    private mutating func agreesWithIntervals(_ median: Int, at time: Int64) -> Bool {
        intervals.keep(after: time - PeakHeartRate.span)
        guard let interval = intervals.medianBPM else { return true }
        let product = median * interval
        return abs(60 * 1024 - product) * 20 <= product
    }

    private mutating func mark(at time: Int64) {
        if let markedAt, time - markedAt < Self.flagSpan { return }
        marks = (newer: bpm, older: marks.newer)
        markedAt = time
    }
}
