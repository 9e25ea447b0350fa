/// The keys and what they do.
struct KeyLine {
    let keys: [KeyHint]

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        var column = area.column
        for hint in keys {
            let width = TextColumns.count(hint.key) + 1 + TextColumns.count(hint.action)
            guard column + width <= area.column + area.columns else { return }
            frame.write(hint.key, row: area.row, column: column, style: .plain)
            frame.write(hint.action, row: area.row, column: column + TextColumns.count(hint.key) + 1, style: .dim)
            column += width + 3
        }
    }
}

/// A line for the runner, over whatever stood there.
struct NoticeLine {
    let text: String

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows > 0 else { return }
        for column in 0..<area.columns { frame[area.row, area.column + column] = .blank }
        frame.write(TextColumns.cut(text, to: area.columns), row: area.row, column: area.column, style: .bold)
    }
}
