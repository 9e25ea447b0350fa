import RunEngine

/// Ends a run part early when the heart stays well above the band: then walking goes on until the heart has come down.
///
/// Above is a median of 7 s that stays more than 8 bpm over the band for 30 s; down is a median of 5 bpm under its upper
/// edge. Both are a choice of ours, not evidence. Where the heart rate is not known for 30 s nothing is held back. Fed
/// with the samples of whole seconds; others change nothing.
struct HeartRateGuard: Equatable, Sendable {
    static let aboveBPM = 8
    static let belowBPM = 5
    static let patienceMilliseconds: Int64 = 30_000
    private static let windowMilliseconds: Int64 = 7_000
    /// A hole between two samples that is longer breaks a stay above, in ms.
    private static let longestHold: Int64 = 5_000

    private struct Reading: Equatable, Sendable {
        var time: Int64
        var bpm: Int
    }

    /// Is the runner to walk?
    private(set) var isWalking = false
    private var readings: [Reading] = []
    private var lastSecond: Int64?
    private var aboveSince: Int64?
    private var unknownSince: Int64?

    /// Takes in the heart rate of a sample in bpm at a time in ms. `mayEase`: a run part goes on, and the runner moves.
    mutating func take(_ bpm: Int?, at time: Int64, band: TargetBand, mayEase: Bool) {
        let second = time / 1000
        if let lastSecond, second <= lastSecond { return }
        if let lastSecond, (second - lastSecond) * 1000 > Self.longestHold { aboveSince = nil }
        lastSecond = second
        readings.removeAll { time - $0.time >= Self.windowMilliseconds }
        if let bpm { readings.append(Reading(time: time, bpm: min(max(0, bpm), 1000))) }
        guard let median = medianBPM else { return passUnknown(at: time) }
        unknownSince = nil
        let top = min(max(0, band.upperBPM), 1000)
        if isWalking, median <= top - Self.belowBPM { isWalking = false }
        guard mayEase, !isWalking, median > top + Self.aboveBPM else {
            aboveSince = nil
            return
        }
        let since = aboveSince ?? time
        aboveSince = since
        if time - since >= Self.patienceMilliseconds {
            isWalking = true
            aboveSince = nil
        }
    }

    private mutating func passUnknown(at time: Int64) {
        aboveSince = nil
        let since = unknownSince ?? time
        unknownSince = since
        if time - since >= Self.patienceMilliseconds { isWalking = false }
    }

    private var medianBPM: Int? {
        if readings.isEmpty { return nil }
        let sorted = readings.map(\.bpm).sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
