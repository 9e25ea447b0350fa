/// The highest heart rate that lasted: the highest median of ten seconds, not the highest reading.
///
/// A window counts when it is full: the heart rate was known, without a relock, for the whole ten seconds. Of a sensor
/// that sends more than six times a second, the last 64 readings stand for the window.
struct PeakHeartRate: Sendable {
    /// The highest median so far, in bpm.
    private(set) var bpm: Int?
    private var window = ReadingWindow()
    /// The first reading, in ms, since when the heart rate has been known without a relock.
    private var knownSince: Int64?

    /// How far a window reaches back, in ms.
    static let span: Int64 = 10_000

    /// Adds an accepted reading; gives the median of the window that ends with it, in bpm, when it is full.
    mutating func add(bpm reading: Int, at time: Int64) -> Int? {
        window.append(Reading(time: time, bpm: reading))
        window.keep(after: time - Self.span)
        let start = knownSince ?? time
        knownSince = start
        guard time - start >= Self.span, let median = window.medianBPM else { return nil }
        bpm = max(bpm ?? median, median)
        return median
    }

    /// The heart rate is not known, or has jumped to another level: a new window begins.
    mutating func restart() {
        knownSince = nil
        window.removeAll()
    }
}
