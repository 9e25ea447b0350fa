import Practice

/// The time in the band, and how far it is on the way to today's aim.
struct AimLine {
    let insideMilliseconds: Int64
    let aimMilliseconds: Int64?

    private static let leastBar = 8

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        let words = [text, shortText].first { $0.count <= area.columns } ?? ""
        frame.write(words, row: area.row, column: area.column)
        let start = words.count + 2
        guard let aim = aimMilliseconds, aim > 0, area.columns - start >= Self.leastBar else { return }
        let columns = area.columns - start
        let reached = min(max(0, insideMilliseconds), aim)
        // Through minutes of days, without a number too large.
        let filled = Int(Double(reached) / Double(aim) * Double(columns))
        for place in 0..<columns {
            let isFilled = place < filled
            let style = isFilled ? Style(.easy) : Style.dim
            frame[area.row, area.column + start + place] = Cell(scalar: isFilled ? "█" : "─", style: style)
        }
    }

    /// How many columns the words take.
    var columns: Int { text.count }

    private var minutes: Int64 { NumberText.minutes(insideMilliseconds) }

    var text: String { words(.minutes, .minutesOfAim) }

    var shortText: String { words(.shortMinutes, .shortMinutesOfAim) }

    private func words(_ alone: BandSaying, _ ofAim: BandSaying) -> String {
        guard let aimMilliseconds, aimMilliseconds > 0 else { return alone.text(["minutes": "\(minutes)"]) }
        return ofAim.text(["minutes": "\(minutes)", "aim": "\(NumberText.nearestMinutes(aimMilliseconds))"])
    }
}
