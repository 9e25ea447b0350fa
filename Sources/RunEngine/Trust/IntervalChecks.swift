import SensorCodec

/// Whether the intervals between beats agree with the heart rate, and with the time that they should fill.
struct IntervalChecks: Sendable {
    /// How long the heart rate has to differ, in ms: it is an average, and follows a true change more slowly.
    static let patience: Int64 = 5_000
    /// How long a stretch is compared with the time, in ms.
    static let stretch: Int64 = 30_000
    private static let medianCount = 5

    /// The latest intervals in 1/1024 s, by their number modulo their count.
    private var latest = InlineArray<5, UInt16>(repeating: 0)
    private var count = 0
    /// Since when the heart rate has differed, in ms.
    private var differsSince: Int64?
    /// When the stretch began and was last added to, in ms, and the intervals since, in 1/1024 s.
    private var filled: (since: Int64, at: Int64, sum: Int64)?
    private(set) var doubts: HeartRateDoubts = []

    /// Takes a value at a time in ms; values further apart than `hold` are not one stretch.
    mutating func take(_ measurement: HeartRateMeasurement, at time: Int64, hold: Int64) {
        let intervals = measurement.rrIntervals
        guard !intervals.isEmpty else { return }
        var sum: Int64 = 0
        for index in 0..<intervals.count {
            latest[count % Self.medianCount] = intervals[index]
            count += 1
            sum += Int64(intervals[index])
        }
        // Bounded; the places stay the same.
        if count >= 2 * Self.medianCount { count -= Self.medianCount }
        if let bpm = measurement.heartRateBPM { compare(bpm, at: time) }
        fill(sum, at: time, hold: hold)
    }

    private mutating func compare(_ bpm: UInt16, at time: Int64) {
        guard count >= Self.medianCount else { return }
        // 61 440 / median is the rate; more than a tenth away, both sides times the median.
        let expected = Int64(bpm) * Int64(median)
        guard abs(expected - 61_440) * 10 > expected else {
            differsSince = nil
            doubts.remove(.differsFromIntervals)
            return
        }
        let since = differsSince ?? time
        differsSince = since
        if time - since > Self.patience { doubts.insert(.differsFromIntervals) }
    }

    private var median: UInt16 {
        var sorted = latest
        for index in 1..<Self.medianCount {
            var place = index
            while place > 0, sorted[place - 1] > sorted[place] {
                sorted.swapAt(place - 1, place)
                place -= 1
            }
        }
        return sorted[Self.medianCount / 2]
    }

    /// The first value of a stretch only marks its beginning: its beats lie before it.
    private mutating func fill(_ sum: Int64, at time: Int64, hold: Int64) {
        guard var filled, time - filled.at <= hold else { return self.filled = (time, time, 0) }
        filled.sum += sum
        filled.at = time
        self.filled = filled
        let elapsed = time - filled.since
        guard elapsed >= Self.stretch else { return }
        let missing = abs(filled.sum * 1000 / 1024 - elapsed)
        let isMissing = missing * 10 > elapsed && missing > Int64(median) * 1500 / 1024
        if isMissing { doubts.insert(.intervalsMissing) } else { doubts.remove(.intervalsMissing) }
        self.filled = (time, time, 0)
    }
}
