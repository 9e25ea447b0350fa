public import RunEngine

/// What a notice says to the runner: what was seen, and what they can do. Kind, and never an alarm.
extension RunNotice {
    /// For lists and lines: whole sentences.
    public var sentence: String {
        switch finding {
        case .speedInMilesPerHour:
            """
            The treadmill's speed looks like miles per hour: by its own distance it runs 1.6 times as fast as it says. \
            Its distance is the one to trust. Setting its console to kilometres may mend the speed; so does \
            --speed-unit mph.
            """
        case .distanceInMiles:
            """
            The treadmill's distance looks counted in miles: by its own speed it goes 1.6 times as far as it counts. \
            Setting its console to kilometres may mend it.
            """
        case .inclinationOutOfRange(let deciPercent, let lower, let upper):
            """
            The treadmill tells an incline of \(NumberText.inclination(deciPercent: deciPercent)) %, which is not \
            between \(NumberText.inclination(deciPercent: lower)) and \(NumberText.inclination(deciPercent: upper)) %: \
            better to go by its console.
            """
        case .frozenField(.totalDistance):
            """
            The treadmill's distance stands still while its belt moves: Steady goes by the speed until it counts again.
            """
        case .frozenField(.elapsedTime):
            "The treadmill's clock stands still while its belt moves: Steady's own time goes on."
        case .frozenField(.heartRate):
            """
            The treadmill's own heart rate has not changed for two minutes: better not to go by it. A chest strap, if \
            you wear one, goes before it.
            """
        case .distanceDisagrees(let speedMetres, let counterMetres):
            """
            By its speed the treadmill went \(NumberText.kilometres(millimetres: speedMetres * 1000)) km, by its own \
            count \(NumberText.kilometres(millimetres: counterMetres * 1000)) km: one of the two is a little off. Steady \
            goes by the count.
            """
        case .beltUnattended:
            "The belt moves and nobody seems to be on it: the time is paused until you are back."
        case .heartRate(let finding): finding.sentence
        case .correction(let correction):
            "\(PrintableGlyph.cleaned(correction.name, limit: 80)): "
                + PrintableGlyph.cleaned(correction.change, limit: 200)
        }
    }

    /// For a line of the screen, in at most 46 columns.
    var shortSentence: String {
        switch finding {
        case .speedInMilesPerHour: "the treadmill's speed looks like miles an hour"
        case .distanceInMiles: "the treadmill's distance looks like miles"
        case .inclinationOutOfRange: "the treadmill's incline cannot be right"
        case .frozenField(.totalDistance): "the treadmill's distance stands still"
        case .frozenField(.elapsedTime): "the treadmill's clock stands still"
        case .frozenField(.heartRate): "the treadmill's heart rate stands still"
        case .distanceDisagrees: "the treadmill's speed and distance differ"
        case .beltUnattended: "nobody seems to be on the belt: paused"
        case .heartRate(let finding): finding.shortSentence
        case .correction: "what a sensor sends is put right on the way"
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
