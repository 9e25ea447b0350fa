import RunEngine

/// The heart rate since the start, the band behind it as a shaded strip. Where there was no reading there is no line.
struct HeartRateChart {
    static let gutter = 6

    /// Steps of time: one a column, or two where the line is of braille dots.
    var columns: [RunHistory.Step]
    var band: TargetBand
    /// Numbers are left out.
    var isQuiet = false
    /// The line is of braille dots, two by four to a cell, instead of half blocks.
    var isFine = false

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows >= 2, area.columns > Self.gutter else { return }
        let scale = VerticalScale(columns: columns, band: band, rows: area.rows, stepsPerRow: isFine ? 4 : 2)
        drawStrip(into: &frame, area: area, scale: scale)
        drawAxis(into: &frame, area: area, scale: scale)
        let plot = Area(
            row: area.row,
            column: area.column + Self.gutter,
            rows: area.rows,
            columns: area.columns - Self.gutter
        )
        if isFine {
            drawDots(into: &frame, area: plot, scale: scale)
        } else {
            drawBlocks(into: &frame, area: plot, scale)
        }
    }

    private func drawBlocks(into frame: inout Frame, area: Area, _ scale: VerticalScale) {
        var previous: Int?
        for (offset, step) in columns.enumerated() {
            guard let heartRate = step.heartRateBPM.value else {
                previous = nil
                continue
            }
            let halfRow = scale.step(of: heartRate)
            let style = Style(ink(of: heartRate))
            let stretch = Self.joined(halfRow, to: previous)
            drawColumn(stretch, style: style, into: &frame, row: area.row, column: area.column + offset)
            previous = halfRow
        }
    }

    private func drawDots(into frame: inout Frame, area: Area, scale: VerticalScale) {
        var dots = BrailleDots(columns: area.columns, rows: area.rows)
        var previous: Int?
        for (x, step) in columns.enumerated() {
            guard let heartRate = step.heartRateBPM.value else {
                previous = nil
                continue
            }
            let y = scale.step(of: heartRate)
            // Two dots thick, and the second away from the band's upper edge.
            let second = heartRate > band.upperBPM ? -1 : 1
            for dot in Self.joined(y, to: previous) {
                dots.set(x: x, y: dot)
                dots.set(x: x, y: dot + second)
            }
            previous = y
        }
        for column in 0..<area.columns {
            let rates = columns.dropFirst(column * 2).prefix(2).lazy.compactMap(\.heartRateBPM.value)
            guard let heartRate = rates.max() else { continue }
            let style = Style(ink(of: heartRate), .bold)
            for row in 0..<area.rows {
                guard let glyph = dots.glyph(row: row, column: column) else { continue }
                var style = style
                style.isShaded = scale.bandRows.contains(row)
                frame[area.row + row, area.column + column] = Cell(scalar: glyph, style: style)
            }
        }
    }

    private func drawStrip(into frame: inout Frame, area: Area, scale: VerticalScale) {
        let shade = Cell(scalar: "░", style: Style(.easy, .dim, isShaded: true))
        for row in scale.bandRows {
            for column in Self.gutter..<area.columns { frame[area.row + row, area.column + column] = shade }
        }
    }

    private func drawAxis(into frame: inout Frame, area: Area, scale: VerticalScale) {
        let axis = area.column + Self.gutter - 1
        for row in 0..<area.rows { frame[area.row + row, axis] = Cell(scalar: "│", style: .dim) }
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
        frame[area.row + row, axis] = Cell(scalar: "┤", style: .dim)
    }

    private func drawColumn(
        _ halfRows: ClosedRange<Int>,
        style: Style,
        into frame: inout Frame,
        row: Int,
        column: Int
    ) {
        let blocks = HalfBlocks(style: style)
        for cellRow in halfRows.lowerBound / 2...halfRows.upperBound / 2 {
            let upper = halfRows.contains(cellRow * 2)
            let lower = halfRows.contains(cellRow * 2 + 1)
            if let block = blocks.cell(upper: upper, lower: lower) { frame[row + cellRow, column] = block }
        }
    }

    /// The column's own step, stretched until it touches its neighbour's.
    private static func joined(_ own: Int, to neighbour: Int?) -> ClosedRange<Int> {
        guard let neighbour, abs(neighbour - own) > 1 else { return own...own }
        return neighbour < own ? neighbour + 1...own : own...neighbour - 1
    }

    private func ink(of heartRate: Int) -> Style.Ink {
        if heartRate > band.upperBPM { return .above }
        return heartRate < band.lowerBPM ? .below : .easy
    }
}
