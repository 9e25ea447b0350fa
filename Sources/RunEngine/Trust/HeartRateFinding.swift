/// Something odd about a heart rate that the runner should know of.
public enum HeartRateFinding: CaseIterable, Sendable {
    /// The sensor repeats its last reading without a beat: nobody wears it.
    case strapOffBody
    /// It has not moved for a minute.
    case standing
    /// It follows the steps.
    case cadenceLock
    /// It jumped to where steps usually are, and stays there as no heart does.
    case oddlySteady
    /// It is another than the intervals between beats make.
    case differsFromIntervals
    /// More than one in ten readings of a minute were no heart's.
    case noisy
    /// The sensor says that it has no contact, and behaves as if it had.
    case flagContradicted
    /// The intervals between beats do not fill the time.
    case intervalsMissing

    /// The doubt that it tells of; `nil` for a reading that does not even count.
    var doubt: HeartRateDoubts? {
        switch self {
        case .strapOffBody: nil
        case .standing: .standing
        case .cadenceLock: .cadenceLock
        case .oddlySteady: .oddlySteady
        case .differsFromIntervals: .differsFromIntervals
        case .noisy: .noisy
        case .flagContradicted: .flagContradicted
        case .intervalsMissing: .intervalsMissing
        }
    }

    /// What programs see.
    var subject: RunNotice.Finding.Subject {
        switch self {
        case .strapOffBody: .strapOffBody
        case .standing: .heartRateStanding
        case .cadenceLock: .cadenceLock
        case .oddlySteady: .heartRateOddlySteady
        case .differsFromIntervals: .heartRateDiffersFromIntervals
        case .noisy: .heartRateNoisy
        case .flagContradicted: .contactFlagContradicted
        case .intervalsMissing: .intervalsMissing
        }
    }

    /// Its place among all.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
