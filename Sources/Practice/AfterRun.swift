/// The hour after a run, for who stays: five minutes of sitting, then a quiet hour with one question in it.
///
/// Nothing in it is a measurement of calm: the mark says when, and the runner says how. Times are in ms of any axis that
/// only goes on.
public struct AfterRun: Equatable, Sendable {
    /// How long one sits, in ms.
    public static let settling: Int64 = 300_000
    /// How long the quiet hour is, from the end of the run, in ms.
    public static let calm: Int64 = 3_600_000
    /// When the question comes, from the end of the run, in ms.
    public static let question: Int64 = 2_700_000
    /// The shortest run, in ms of moving time, that is followed by a quiet hour.
    public static let shortestRun: Int64 = 600_000

    /// Where one is in it.
    public enum Stage: Equatable, Sendable {
        /// Sitting, for so many ms more.
        case settling(leftMilliseconds: Int64)
        /// Nothing is to be done.
        case quiet
        /// How is it now?
        case asking
        /// The hour is over.
        case over
    }

    private let endedAt: Int64
    private let sitsUntil: Int64
    private var rates = PresentRates()
    private var isAnswered = false

    /// The hour after a run that ended at a time, with the runner sitting down at another.
    public init(endedAtMilliseconds endedAt: Int64, sittingFromMilliseconds from: Int64) {
        self.endedAt = endedAt
        sitsUntil = from + Self.settling
    }

    /// A heart rate came, in bpm.
    public mutating func take(bpm: Int, atMilliseconds time: Int64) {
        let second = Int(clamping: (time - (sitsUntil - Self.settling)) / 1000)
        guard (0..<Int(Self.settling / 1000)).contains(second) else { return }
        while rates.count < second { rates.append(nil) }
        if rates.count == second { rates.append(bpm) }
    }

    /// The runner said how it is.
    public mutating func answer() { isAnswered = true }

    /// Where one is at a time.
    public func stage(atMilliseconds time: Int64) -> Stage {
        if time < sitsUntil { return .settling(leftMilliseconds: sitsUntil - time) }
        if time >= endedAt + Self.calm { return .over }
        return time >= endedAt + Self.question && !isAnswered ? .asking : .quiet
    }

    /// The lowest median heart rate of a minute of the sitting so far, in bpm; `nil` where none was known for most of it.
    public var settledBPM: Int? {
        guard rates.count >= 60 else { return nil }
        return (0...rates.count - 60).compactMap { rates.medianBPM($0..<$0 + 60) }.min()
    }
}
