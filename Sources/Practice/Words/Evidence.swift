/// What a sentence that claims something rests on, and how far that carries.
public enum Evidence: String, CaseIterable, Sendable {
    /// Mood is a little better from about ten minutes on, and little more after twenty; people differ.
    case moodWithinTheRun
    /// Hard runs that end late go with less sleep; easy ones do not. Seen in many people, not tried.
    case lateHardRuns
    /// People who moved on more than 23 days a month, or for more than 90 minutes at once, reported more bad days than
    /// those who moved less. One survey: it cannot say why.
    case curveTurns
    /// Exercise is a support in anxiety and depression beside care; most reviews behind it are of low quality.
    case supportBesideCare
    /// Drugs that slow the heart, and pacemakers, part the heart rate from the effort.
    case heartRateHeldDown

    /// Moderate effort lies at 40 to 59 % of the heart-rate reserve, or 64 to 76 % of the maximum. A convention of classes,
    /// not a border that a body has.
    case moderateEffort
    /// The maximum falls with age by a formula, 208 - 0.7 a year; single people lie 10 bpm off and more.
    case maximumByAge
    /// What moderate activity adults are advised to get in a week.
    case guideForAdults

    /// Optical sensors can take steps for beats; seen often, counted rarely.
    case stepsTakenForBeats
    /// A healthy heart's beats are never evenly spaced: a heart rate varies by a beat or two within a minute.
    case heartsVary

    /// Who should see a doctor first goes by activity, disease and signs of it, and the effort that is meant.
    case exerciseScreening

    /// Where it was read.
    public var source: String {
        switch self {
        case .moodWithinTheRun: "Hansen 2001 (PMID 11515738); Ensari 2015"
        case .lateHardRuns: "Leota 2025 (PMID 40234380); Stutz 2019"
        case .curveTurns: "Chekroud 2018, Lancet Psychiatry"
        case .supportBesideCare: "Singh 2023 (PMC10579187)"
        case .moderateEffort: "ACSM's Guidelines, 10th ed. (2017), chapter 6; three editions side by side: PMC8581515"
        case .maximumByAge: "Tanaka 2001, J Am Coll Cardiol 37:153"
        case .guideForAdults: "WHO guidelines on physical activity and sedentary behaviour (2020)"
        case .stepsTakenForBeats: "runningwritings.com, 2021, on cadence lock"
        case .heartsVary: "Task Force of the ESC and NASPE 1996, Circulation 93:1043"
        case .exerciseScreening: "ACSM's Guidelines for Exercise Testing and Prescription, 10th ed. (2017), chapter 2"
        case .heartRateHeldDown: "American Council on Exercise, 8665; ACSM's Guidelines, 10th ed. (2017), chapter 2"
        }
    }
}
