import Practice

/// What may lie over the screen of a run, until a key takes it away. The run goes on under it.
public enum Overlay: Equatable, Sendable {
    /// The keys and what they do.
    case help
    /// Whether to end the run. `isKept`: it is being recorded, and will be in the log.
    case confirmEnd(isKept: Bool)
}

/// A box in the middle of the screen with the words of an overlay.
struct OverlayBox {
    let overlay: Overlay
    let keys: [KeyHint]

    /// Draws the box over whatever stands there; where there is no room for a box, the words alone.
    func draw(into frame: inout Frame) {
        let hasBorder = frame.columns >= 40 && frame.rows >= 7
        let inner = max(0, min(Self.widest, frame.columns - (hasBorder ? 8 : 0)))
        let most = max(1, frame.rows - (hasBorder ? 4 : 0))
        var lines = self.lines(columns: inner, rows: most)
        if lines.count > most { lines = lines.filter { !$0.text.isEmpty } }
        lines = Array(lines.prefix(most))
        let width = lines.map { TextColumns.count($0.text) }.max() ?? 0
        let border = hasBorder ? 1 : 0
        let box = Area(
            row: max(0, (frame.rows - lines.count - 2 * border) / 2),
            column: max(0, (frame.columns - width - 6 * border) / 2),
            rows: lines.count + 2 * border,
            columns: width + 6 * border
        )
        clear(hasBorder ? box : frame.area, in: &frame)
        if hasBorder { drawBorder(of: box, into: &frame) }
        for (offset, line) in lines.enumerated() {
            frame.write(line.text, row: box.row + border + offset, column: box.column + 3 * border, style: line.style)
        }
    }

    private static let widest = 56

    private struct Line {
        var text: String
        var style = Style.plain
    }

    private func lines(columns: Int, rows: Int) -> [Line] {
        switch overlay {
        case .help: helpLines(columns: columns, rows: rows)
        case .confirmEnd(let isKept): Self.question(isKept: isKept, columns: columns)
        }
    }

    private static func question(isKept: Bool, columns: Int) -> [Line] {
        let fate = (isKept ? OverlaySaying.isKept : .isNotKept).text()
        return TextLines.wrapped(OverlaySaying.endQuestion.text(), columns: columns).map {
            Line(text: $0, style: .bold)
        }
            + TextLines.wrapped(fate, columns: columns).map { Line(text: $0) }
            + [Line(text: "")]
            + [OverlaySaying.endKeys, .sitKey].flatMap {
                TextLines.wrapped($0.text(), columns: columns).map { Line(text: $0, style: .dim) }
            }
    }

    private func helpLines(columns: Int, rows: Int) -> [Line] {
        let back = Line(text: TextColumns.cut(OverlaySaying.back.text(), to: columns), style: .dim)
        func lines(_ texts: [String]) -> [Line] { texts.map { Line(text: TextColumns.cut($0, to: columns)) } }
        // The title and the last line besides; blank ones are left out first.
        if keys.count + 2 > rows { return lines(packed(columns: columns)) + [back] }
        let title = Line(text: TextColumns.cut("Keys", to: columns), style: .bold)
        return [title, Line(text: "")] + lines(table) + [Line(text: ""), back]
    }

    /// A key a line, what it does beside it.
    private var table: [String] {
        let width = keys.map { TextColumns.count($0.key) }.max() ?? 0
        return keys.map { hint in
            hint.key + String(repeating: " ", count: width - TextColumns.count(hint.key) + 3) + hint.action
        }
    }

    /// As many keys a line as fit.
    private func packed(columns: Int) -> [String] {
        var lines: [String] = []
        for hint in keys {
            let text = "\(hint.key) \(hint.action)"
            if let last = lines.last, TextColumns.count(last) + 3 + TextColumns.count(text) <= columns {
                lines[lines.count - 1] = "\(last)   \(text)"
            } else {
                lines.append(text)
            }
        }
        return lines
    }

    private func clear(_ box: Area, in frame: inout Frame) {
        for row in 0..<box.rows {
            for column in 0..<box.columns { frame[box.row + row, box.column + column] = .blank }
        }
    }

    private func drawBorder(of box: Area, into frame: inout Frame) {
        let last = (row: box.row + box.rows - 1, column: box.column + box.columns - 1)
        for column in box.column...last.column {
            for row in [box.row, last.row] { frame[row, column] = Cell(scalar: "─", style: .dim) }
        }
        for row in box.row...last.row {
            for column in [box.column, last.column] { frame[row, column] = Cell(scalar: "│", style: .dim) }
        }
        frame[box.row, box.column] = Cell(scalar: "┌", style: .dim)
        frame[box.row, last.column] = Cell(scalar: "┐", style: .dim)
        frame[last.row, box.column] = Cell(scalar: "└", style: .dim)
        frame[last.row, last.column] = Cell(scalar: "┘", style: .dim)
    }
}
