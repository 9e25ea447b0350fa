/// Why a heart rate is in doubt, though it counts: readings are flagged and explained, never altered.
public struct HeartRateDoubts: OptionSet, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// It has not moved for a minute.
    public static let standing = HeartRateDoubts(rawValue: 1)
    /// It follows the steps: an optical sensor that counts them for beats.
    public static let cadenceLock = HeartRateDoubts(rawValue: 1 << 1)
    /// It jumped to where steps usually are, and stays there as no heart does; the steps are not known.
    public static let oddlySteady = HeartRateDoubts(rawValue: 1 << 2)
    /// It is another than the intervals between beats make.
    public static let differsFromIntervals = HeartRateDoubts(rawValue: 1 << 3)
    /// More than one in ten readings of the last minute were no heart's.
    public static let noisy = HeartRateDoubts(rawValue: 1 << 4)
    /// The sensor says that it has no contact, and behaves as if it had.
    public static let flagContradicted = HeartRateDoubts(rawValue: 1 << 5)
    /// The intervals between beats do not fill the time: some were lost. The heart rate may be right.
    public static let intervalsMissing = HeartRateDoubts(rawValue: 1 << 6)

    /// Those by which the heart rate itself may be wrong; time with one of them is counted as flagged.
    public static let serious: HeartRateDoubts = [.standing, .cadenceLock, .oddlySteady, .differsFromIntervals, .noisy]

    /// By the name that programs see, in the order of the bits.
    public var names: [String] { Self.all.filter { contains($0.doubt) }.map(\.name) }

    /// Every single doubt with its name.
    static let all: [(doubt: HeartRateDoubts, name: String)] = [
        (.standing, "standing"), (.cadenceLock, "cadence_lock"), (.oddlySteady, "oddly_steady"),
        (.differsFromIntervals, "differs_from_intervals"), (.noisy, "noisy"),
        (.flagContradicted, "contact_flag_contradicted"), (.intervalsMissing, "intervals_missing"),
    ]
}
