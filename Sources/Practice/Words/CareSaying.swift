/// What is said about safety and care.
public enum CareSaying: String, Saying {
    case stopAndGetHelp = "Stop and get help for chest pain, faintness, or breathlessness that does not settle."
    case besideCare = "Running can support care for anxiety or depression. It does not replace it."
    case crisis = "If you are in crisis, contact your local emergency or crisis line."
    case crisisLine = "Your line: {line}"
    case noMedicalDevice = "Steady is no medical device."

    public var evidence: Evidence? {
        self == .besideCare ? .supportBesideCare : nil
    }
}
