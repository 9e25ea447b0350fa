/// What is said about safety and care.
public enum CareSaying: String, Saying {
    // Always in the help, and where a run ends.
    case stopAndGetHelp = "Stop and get help for chest pain, faintness, or breathlessness that does not settle."
    case noMedicalDevice = "Steady is no medical device."

    // On first use, in `steady care`, and under feelings that are shown over weeks.
    case besideCare = "Running can support care for anxiety or depression. It does not replace it."
    case crisis = "If you are in crisis, contact your local emergency or crisis line."
    case crisisLine = "Your line: {line}"
    case noCrisisLine = "Steady knows no numbers. Keep yours here: steady care --crisis-line \"NAME NUMBER\""

    // Before the first run, and again after a year.
    case before = "Before you run, please read this once. It comes again in a year."
    case ask = "Is any of this so for you?"
    case heartDisease = "a heart, metabolic or kidney disease that you know of"
    case discomfort = "chest pain or pressure, faintness or unusual breathlessness, at rest or in exercise"
    case pregnancy = "you are pregnant"
    case heartDrugs = "drugs that slow the heart, such as beta-blockers, or a pacemaker"
    case advice = "you were told to exercise on advice alone"
    case answer = "y yes, n no, q leaves"
    case talkWithDoctor =
        "Please talk with a doctor before running. Easy walking with the talk test needs no heart-rate zones."
    case zonesOff =
        "Heart-rate zones are off from now on; Steady asks whether you can talk. Back on: steady care --zones on"
    case anyKey = "Any key goes on; q leaves."
    case thankYou = "Thank you. Easy does it."

    // What `steady care` says of zones.
    case zonesAreOff = "Heart-rate zones are off: Steady goes by whether you can talk."
    case zonesAreOn = "Heart-rate zones are on. With drugs that slow the heart, or a pacemaker: steady care --zones off"

    public var evidence: Evidence? {
        switch self {
        case .besideCare: .supportBesideCare
        case .heartDrugs, .zonesAreOn: .heartRateHeldDown
        case .talkWithDoctor, .heartDisease, .discomfort, .pregnancy, .advice: .exerciseScreening
        default: nil
        }
    }
}
