import RunEngine

/// The heart rate since the start, the band behind it as a shaded strip. Where there was no reading there is no line.
struct HeartRateChart {
    static let gutter = 6

    var columns: [RunHistory.Step]
    var band: TargetBand
    /// Numbers are left out.
    var isQuiet = false

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows >= 2, area.columns > Self.gutter else { return }
        let scale = VerticalScale(columns: columns, band: band, rows: area.rows)
        drawStrip(into: &frame, area: area, scale: scale)
        drawAxis(into: &frame, area: area, scale: scale)
        var previous: Int?
        for (offset, step) in columns.enumerated() {
            guard let heartRate = step.heartRateBPM.value else {
                previous = nil
                continue
            }
            let halfRow = scale.halfRow(of: heartRate)
            drawColumn(
                Self.joined(halfRow, to: previous),
                style: Style(ink(of: heartRate)),
                into: &frame,
                row: area.row,
                column: area.column + Self.gutter + offset
            )
            previous = halfRow
        }
    }

    private func drawStrip(into frame: inout Frame, area: Area, scale: VerticalScale) {
        for row in scale.bandRows {
            for column in Self.gutter..<area.columns {
                frame[area.row + row, area.column + column] = Cell("░", style: Style(.easy, .dim))
            }
        }
    }

    private func drawAxis(into frame: inout Frame, area: Area, scale: VerticalScale) {
        let axis = area.column + Self.gutter - 1
        for row in 0..<area.rows { frame[area.row + row, axis] = Cell("│", style: .dim) }
        if isQuiet { return }
        let upper = scale.bandRows.lowerBound
        let lower = scale.bandRows.upperBound
        label(scale.band.upper, row: upper, style: Style(.easy), in: &frame, area: area)
        if lower > upper { label(scale.band.lower, row: lower, style: Style(.easy), in: &frame, area: area) }
        if upper > 0 { label(scale.top, row: 0, style: .dim, in: &frame, area: area) }
        if lower < area.rows - 1 { label(scale.bottom, row: area.rows - 1, style: .dim, in: &frame, area: area) }
    }

    private func label(_ bpm: Int, row: Int, style: Style, in frame: inout Frame, area: Area) {
        let axis = area.column + Self.gutter - 1
        frame.write(String(bpm), row: area.row + row, endingBefore: axis - 1, style: style)
        frame[area.row + row, axis] = Cell("┤", style: .dim)
    }

    private func drawColumn(
        _ halfRows: ClosedRange<Int>,
        style: Style,
        into frame: inout Frame,
        row: Int,
        column: Int
    ) {
        for cellRow in halfRows.lowerBound / 2...halfRows.upperBound / 2 {
            let upper = halfRows.contains(cellRow * 2)
            let lower = halfRows.contains(cellRow * 2 + 1)
            if let glyph = HalfBlock.glyph(upper: upper, lower: lower) {
                frame[row + cellRow, column] = Cell(glyph, style: style)
            }
        }
    }

    /// The column's own half row, stretched until it touches its neighbour's.
    private static func joined(_ own: Int, to neighbour: Int?) -> ClosedRange<Int> {
        guard let neighbour, abs(neighbour - own) > 1 else { return own...own }
        return neighbour < own ? neighbour + 1...own : own...neighbour - 1
    }

    private func ink(of heartRate: Int) -> Style.Ink {
        if heartRate > band.upperBPM { return .above }
        return heartRate < band.lowerBPM ? .below : .easy
    }
}
