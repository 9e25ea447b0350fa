/// How good a source of the heart rate is by what it is; of two live ones the better is listened to.
public enum HeartRateQuality: String, CaseIterable, Sendable {
    /// The grips of a treadmill, or what it knows of somebody's strap.
    case machine
    /// Worn elsewhere than on the chest: it reads the pulse by light, and can mistake steps for beats.
    case optical
    /// A strap, or a sensor that does not say where it is worn, without the intervals between beats.
    case strap
    /// A strap that tells the intervals between beats.
    case strapWithRR = "strap_with_rr"
}

extension HeartRateQuality: Comparable {
    /// True when the other is to be preferred.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .machine: 0
        case .optical: 1
        case .strap: 2
        case .strapWithRR: 3
        }
    }
}
