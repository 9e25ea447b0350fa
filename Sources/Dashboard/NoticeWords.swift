import Practice
public import RunEngine

/// What a notice says to the runner: what was seen, and what they can do. Kind, and never an alarm.
extension RunNotice {
    /// For lists and lines: whole sentences.
    public var sentence: String {
        switch finding {
        case .speedInMilesPerHour: NoticeSaying.milesPerHour.text()
        case .distanceInMiles: NoticeSaying.miles.text()
        case .inclinationOutOfRange(let deciPercent, let lower, let upper):
            NoticeSaying.incline.text([
                "incline": NumberText.inclination(deciPercent: deciPercent),
                "lower": NumberText.inclination(deciPercent: lower),
                "upper": NumberText.inclination(deciPercent: upper),
            ])
        case .frozenField(.totalDistance): NoticeSaying.distanceStands.text()
        case .frozenField(.elapsedTime): NoticeSaying.clockStands.text()
        case .frozenField(.heartRate): NoticeSaying.heartRateStands.text()
        case .distanceDisagrees(let speedMetres, let counterMetres):
            NoticeSaying.distancesDiffer.text([
                "speed": NumberText.kilometres(millimetres: speedMetres * 1000),
                "counter": NumberText.kilometres(millimetres: counterMetres * 1000),
            ])
        case .beltUnattended: NoticeSaying.unattended.text()
        case .heartRate(let finding): finding.sentence
        case .correction(let correction):
            NoticeSaying.correction.text([
                "name": PrintableGlyph.cleaned(correction.name, limit: 80),
                "change": PrintableGlyph.cleaned(correction.change, limit: 200),
            ])
        }
    }

    /// For a line of the screen, in at most 46 columns.
    var shortSentence: String {
        switch finding {
        case .speedInMilesPerHour: ShortNoticeSaying.milesPerHour.text()
        case .distanceInMiles: ShortNoticeSaying.miles.text()
        case .inclinationOutOfRange: ShortNoticeSaying.incline.text()
        case .frozenField(.totalDistance): ShortNoticeSaying.distanceStands.text()
        case .frozenField(.elapsedTime): ShortNoticeSaying.clockStands.text()
        case .frozenField(.heartRate): ShortNoticeSaying.heartRateStands.text()
        case .distanceDisagrees: ShortNoticeSaying.distancesDiffer.text()
        case .beltUnattended: ShortNoticeSaying.unattended.text()
        case .heartRate(let finding): finding.shortSentence
        case .correction: ShortNoticeSaying.correction.text()
        }
    }
}

/// What was just said or reached, or what was last noticed about the sensors: a quiet line, only where nothing else
/// stands.
struct FindingLine {
    private let texts: [String]

    init(_ screen: RunScreen) {
        let remarks = screen.remarks
        texts = remarks.isEmpty ? screen.run.notice.map { [$0.sentence, $0.shortSentence] } ?? [] : remarks
    }

    /// Writes the most that fits whole.
    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        let text = texts.first { $0.count <= area.columns }
        frame.write(text ?? "", row: area.row, column: area.column, style: .dim)
    }
}
