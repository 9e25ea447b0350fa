/// What is odd about a heart rate: what was seen, and what the runner can do.
public enum HeartRateSaying: String, Saying {
    case strapOffBody = """
        The strap repeats its last heart rate without a beat: it is taken for not worn until it hears one again.
        """
    case standing = "The heart rate has not changed for a minute, as no heart does: does the sensor sit well?"
    case cadenceLock = """
        The heart rate follows your steps: an optical sensor can take them for beats. Wearing it tighter and further \
        up helps; a chest strap does not do this.
        """
    case oddlySteady = "The heart rate jumped and now stands oddly still: an optical sensor may be counting steps."
    case differsFromIntervals = "The heart rate and the time between beats do not agree: the strap may sit loosely."
    case noisy = "Many readings were no heart's: a little water on the strap's electrodes helps."
    case flagContradicted =
        "The strap says that it has no skin contact, yet it hears your heart: Steady goes by the beats."
    case intervalsMissing = "Some beats get lost on the way to here; the heart rate itself is not affected."

    public var evidence: Evidence? {
        switch self {
        case .cadenceLock, .oddlySteady: .stepsTakenForBeats
        case .standing: .heartsVary
        default: nil
        }
    }
}

/// The same in at most 46 columns.
public enum ShortHeartRateSaying: String, Saying {
    case strapOffBody = "the strap hears no beat: is it worn?"
    case standing = "the heart rate has not changed for a minute"
    case cadenceLock = "the heart rate follows your steps"
    case oddlySteady = "the heart rate stands oddly still"
    case differsFromIntervals = "heart rate and beats do not agree"
    case noisy = "noisy readings: a little water on the strap"
    case flagContradicted = "the strap says no contact, but hears you"
    case intervalsMissing = "some beats get lost on the way"
}
