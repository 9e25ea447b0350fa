/// Where the band and the numbers behind it come from: the same on the screen, in lines and in the log.
public enum BasisSaying: String, Saying {
    // The band, in a few words and as a sentence.
    case given = "your own"
    case talkCheck = "talk check"
    case talkCheckOfDay = "talk check of {day}"
    case byReserve = "40 to 60 % of the reserve"
    case byMaximum = "64 to 77 % of the maximum"
    case givenSentence = "The band is your own."
    case talkCheckSentence = "The band goes up to where you talk in comfort, by your {check}."
    case talkCheckSentenceWithRate = "The band goes up to where you talk in comfort, by your {check}: {bpm} bpm."
    case byReserveSentence = "The band is ACSM's moderate effort: 40 up to 60 % of the heart-rate reserve."
    case byMaximumSentence = "The band is ACSM's moderate effort: 64 up to 77 % of the maximum heart rate."

    // The maximum, in a few words and as a sentence.
    case maximumMeasured = "maximum {bpm} measured"
    case maximumObserved = "maximum {bpm} observed"
    case maximumEstimated = "maximum {bpm} estimated, give or take 10"
    case maximumOfAssumedAge = "maximum {bpm} for an assumed age of {age}, give or take 10"
    case maximumMeasuredSentence = "Maximum {bpm} bpm: measured, as you gave it."
    case maximumObservedSentence = "Maximum {bpm} bpm: observed in a run, and accepted by you."
    case maximumEstimatedSentence =
        "Maximum {bpm} bpm: estimated by Tanaka's formula from your age of {age}, give or take 10."
    case maximumOfAssumedAgeSentence =
        "Maximum {bpm} bpm: estimated by Tanaka's formula for an assumed age of {age}, give or take 10."

    // The other numbers.
    case restingMeasured = "Resting {bpm} bpm: measured seated by `steady rest`."
    case restingGiven = "Resting {bpm} bpm: as you gave it."
    case threshold = "Lactate threshold {bpm} bpm: as you gave it."

    // Beside a band or zones.
    case band = "band: {band}"
    case bandAndMaximum = "band: {band}; {maximum}"

    public var evidence: Evidence? {
        switch self {
        case .byReserve, .byMaximum, .byReserveSentence, .byMaximumSentence: .moderateEffort
        case .maximumEstimated, .maximumOfAssumedAge, .maximumEstimatedSentence, .maximumOfAssumedAgeSentence:
            .maximumByAge
        default: nil
        }
    }
}

/// What is said about the runner's zones.
public enum ZoneSaying: String, Saying {
    case chosen = "You chose these zones."
    case fitting = "These are the zones that go with what is known of you."
    case band = "Band: {band} bpm"
    case bandAndZones = "band {band} bpm; zones by {model} from {bounds} bpm. {basis}"

    // How much a wrong maximum matters.
    case doubtByMaximum =
        "A maximum that is 10 bpm off moves the band's upper edge by 8: go by how talking feels as well."
    case doubtByReserve =
        "A maximum that is 10 bpm off moves the band's upper edge by 6: go by how talking feels as well."
    case ageAssumed = """
        age {age} is assumed, so a maximum heart rate of {bpm} bpm, give or take 10. For your own: --age or --max-hr, \
        or steady zones --born YEAR --set once
        """

    // What can be done.
    case proposal = """
        On {day} your heart rate held {bpm} bpm, above the maximum here. If that was you and not the strap, it is a \
        better maximum: steady zones --accept-max
        """
    case talkDue = "The talk check is six weeks old or more: if you like, do it again. steady talk"
    case talkOffer = "A talk check sets the upper edge by your own voice, if you like: steady talk"

    public var evidence: Evidence? { self == .ageAssumed ? .maximumByAge : nil }
}

/// Whose zones they are: as a title, and beside the number of a zone, which means nothing without it.
public enum ZoneModelSaying: String, Saying {
    case title = "{zones} ({key})"
    case acsmReserve = "Zones: ACSM's classes of effort, by heart-rate reserve"
    case acsmMaximum = "Zones: ACSM's classes of effort, by maximum heart rate"
    case fiveMaximum = "Zones: five tenths of the maximum heart rate"
    case fiveReserve = "Zones: five tenths of the heart-rate reserve"
    case friel = "Zones: Friel's for running, by lactate threshold"
    case coggan = "Zones: Coggan's, a cycling scheme, by lactate threshold"
    case three = "Zones: three, by the ventilatory thresholds"
    case custom = "Zones: your own"

    case shortACSMReserve = "ACSM by reserve"
    case shortACSMMaximum = "ACSM by maximum"
    case shortFiveMaximum = "five by maximum"
    case shortFiveReserve = "five by reserve"
    case shortFriel = "Friel"
    case shortCoggan = "Coggan"
    case shortThree = "three by thresholds"

    public var evidence: Evidence? {
        switch self {
        case .acsmReserve, .acsmMaximum, .shortACSMReserve, .shortACSMMaximum: .moderateEffort
        default: nil
        }
    }
}
