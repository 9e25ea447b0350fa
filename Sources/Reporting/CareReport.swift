internal import Practice

/// What `steady care` says, and the questions before the first run.
public enum CareReport {
    private static let columns = 72

    /// The questions.
    public static func questions() -> [String] {
        let points = SafetyScreening.points.flatMap { wrapped("  - " + $0.text(), indent: 4) }
        let lines = wrapped(CareSaying.before.text()) + [""] + [CareSaying.ask.text()] + points + [""]
        return lines + about() + ["", CareSaying.answer.text()]
    }

    /// What is said to the answer.
    public static func reply(hasConcern: Bool) -> [String] {
        if !hasConcern { return ["", CareSaying.thankYou.text(), ""] }
        return [""] + wrapped(CareSaying.talkWithDoctor.text()) + wrapped(CareSaying.zonesOff.text())
            + ["", CareSaying.anyKey.text()]
    }

    /// The page of `steady care`. `crisisLine`: whom the runner wants to call.
    public static func page(crisisLine: String?, hasZones: Bool) -> [String] {
        let line = crisisLine.map { CareSaying.crisisLine.text(["line": $0]) } ?? CareSaying.noCrisisLine.text()
        let zones: CareSaying = hasZones ? .zonesAreOn : .zonesAreOff
        return about() + wrapped(line) + [""] + wrapped(CareSaying.stopAndGetHelp.text())
            + wrapped(CareSaying.noMedicalDevice.text()) + [""] + wrapped(zones.text())
    }

    private static func about() -> [String] {
        wrapped(CareSaying.besideCare.text()) + wrapped(CareSaying.crisis.text())
    }

    private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
        PlainText.wrapped(text, columns: columns, indent: indent)
    }
}

/// Writes `care --json`.
extension JSONWriter {
    /// What the settings say about care.
    public mutating func care(crisisLine: String?, hasZones: Bool, safetyRead: String?) {
        beginObject()
        flag("zones", hasZones)
        if let crisisLine {
            key("crisis_line")
            string(crisisLine)
        }
        if let safetyRead { word("safety_read", safetyRead) }
        endObject()
        endLine()
    }
}
