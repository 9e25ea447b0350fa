import RunEngine

/// The speed since the start as a thin line of a few rows. Where the belt was not heard there is no line.
struct SpeedLine {
    var columns: [RunHistory.Step]

    func draw(into frame: inout Frame, area: Area) {
        let gutter = HeartRateChart.gutter
        let speeds = columns.compactMap(\.speedCentiKmH.value)
        guard area.rows >= 2, area.columns > gutter, let least = speeds.min(), let most = speeds.max() else { return }
        drawGutter(into: &frame, area: area, least: least, most: most)
        var previous: Int?
        for (offset, step) in columns.enumerated() {
            guard let speed = step.speedCentiKmH.value else {
                previous = nil
                continue
            }
            let range = most - least
            let level = range == 0 ? area.rows / 2 : ((speed - least) * (area.rows - 1) + range / 2) / range
            let row = area.rows - 1 - level
            drawStep(from: previous ?? row, to: row, into: &frame, area: area, column: area.column + gutter + offset)
            previous = row
        }
    }

    private func drawGutter(into frame: inout Frame, area: Area, least: Int, most: Int) {
        let axis = area.column + HeartRateChart.gutter - 1
        for row in 0..<area.rows { frame[area.row + row, axis] = Cell(scalar: "│", style: .dim) }
        let last = area.row + area.rows - 1
        if most == least {
            frame.write(
                NumberText.speed(centiKmH: most),
                row: area.row + area.rows - 1 - area.rows / 2,
                endingBefore: axis - 1,
                style: .dim
            )
        } else {
            frame.write(NumberText.speed(centiKmH: most), row: area.row, endingBefore: axis - 1, style: .dim)
            frame.write(NumberText.speed(centiKmH: least), row: last, endingBefore: axis - 1, style: .dim)
            if area.rows >= 3 { frame.write("km/h", row: area.row + 1, endingBefore: axis - 1, style: .dim) }
        }
    }

    /// One column of the line: level, or a step up or down.
    private func drawStep(from: Int, to: Int, into frame: inout Frame, area: Area, column: Int) {
        let style = Style.plain
        if from == to {
            frame[area.row + to, column] = Cell(scalar: "─", style: style)
            return
        }
        let rises = to < from
        for row in min(from, to)...max(from, to) { frame[area.row + row, column] = Cell(scalar: "│", style: style) }
        frame[area.row + from, column] = Cell(scalar: rises ? "┘" : "┐", style: style)
        frame[area.row + to, column] = Cell(scalar: rises ? "┌" : "└", style: style)
    }
}
