import RunEngine

/// The screen with room for everything, from 56 columns and 14 rows, or on end from 40 columns and 30 rows.
///
/// From the top: what this is, the heart rate with the sign and the minutes, the gauge, the time in the band, the
/// numbers, the run so far, the sensors, the keys. What is read from across the room grows with the screen; then come
/// the gaps, then the charts.
struct WideLayout {
    let screen: RunScreen

    private static let margin = 2
    private static let leastHeadlineRows = 6
    private static let leastChartRows = 5
    private static let gaugeRows = 3
    private static let roomyRows = 28

    func draw(into frame: inout Frame) {
        var rest = frame.area.inset(columns: Self.margin)
        let isRoomy = frame.rows >= Self.roomyRows
        HeaderLine(screen: screen).draw(into: &frame, area: rest.takeTop(1))
        KeyLine(keys: screen.keys).draw(into: &frame, area: rest.takeBottom(1))
        let foot = rest.takeBottom(1)
        screen.sensorLine.draw(into: &frame, area: foot)

        let valueRows = ValueRow.rowsNeeded(columns: rest.columns)
        let fixedRows = Self.gaugeRows + valueRows
        // About a third of the height is for those who look from afar.
        let most = max(Self.leastHeadlineRows, min(rest.rows - fixedRows, frame.rows * 36 / 100))
        let headline = Headline(screen: screen, columns: rest.columns, rows: most)
        var spare = max(0, rest.rows - fixedRows - headline.rows)
        func gap() -> Int {
            defer { spare = max(0, spare - 1) }
            return min(1, spare)
        }

        let planLine = PlanLine(screen: screen)
        let planRows = planLine == nil ? 0 : gap()
        let noticeArea = rest.takeTop(gap())
        // A low screen has one line for both: the time in the band stands with the numbers.
        let hasAimLine = screen.showsZones && spare > 0 && isRoomy
        let aimRows = hasAimLine ? gap() : 0
        let underHeadline = isRoomy ? gap() : 0
        let underAim = planRows > 0 && !isRoomy ? 0 : gap()
        let chartGap = spare > Self.leastChartRows ? gap() : 0
        headline.draw(into: &frame, area: rest.takeTop(headline.rows))
        let wordScale = isRoomy ? BigWord.scale(columns: rest.columns, rows: frame.rows / 12) : nil
        if let wordScale, spare > Self.leastChartRows + Self.roomForWord(wordScale) {
            let area = rest.takeTop(Self.roomForWord(wordScale))
            spare -= area.rows
            Headline.drawBigWord(of: screen, scale: wordScale, into: &frame, area: area.lower(by: 1))
        }
        _ = rest.takeTop(underHeadline)
        let hasHighGauge = isRoomy && spare > Self.leastChartRows
        screen.gauge?.draw(into: &frame, area: rest.takeTop(Self.gaugeRows + (hasHighGauge ? 1 : 0)))
        if hasHighGauge { spare -= 1 }
        planLine?.draw(into: &frame, area: rest.takeTop(planRows))
        let hasBasisLine = isRoomy && spare > Self.leastChartRows && screen.run.header?.basis != nil
        drawAim(into: &frame, area: rest.takeTop(aimRows), hasBasisLine: hasBasisLine)
        if hasBasisLine {
            drawBasis(into: &frame, area: rest.takeTop(1))
            spare -= 1
        }
        let blank = rest.takeTop(underAim)
        if aimRows == 0 { drawBasis(into: &frame, area: blank) }
        ValueRow(screen: screen, hasAimLine: aimRows > 0).draw(into: &frame, area: rest.takeTop(valueRows))
        _ = rest.takeTop(chartGap)

        if let playback = screen.playback, screen.run.notice == nil, screen.remarks.isEmpty {
            TimeLine(playback: playback).draw(into: &frame, area: noticeArea)
        }
        if let text = screen.notice {
            NoticeLine(text: text).draw(into: &frame, area: noticeArea.rows > 0 ? noticeArea : foot)
        } else {
            FindingLine(screen).draw(into: &frame, area: noticeArea)
        }
        if isRoomy { _ = rest.takeBottom(1) }
        if rest.rows >= Self.leastChartRows - 1 { screen.drawCharts(into: &frame, area: rest) }
    }

    /// The rows of a big word and a blank one over it.
    private static func roomForWord(_ scale: Int) -> Int { BigWord.rows(scale: scale) + 1 }

    /// The time in the band; without an aim to draw, what the band comes from stands at the right.
    private func drawAim(into frame: inout Frame, area: Area, hasBasisLine: Bool) {
        guard area.rows > 0 else { return }
        let aim = screen.aimLine
        aim.draw(into: &frame, area: area)
        if screen.aimMilliseconds != nil || hasBasisLine { return }
        let room = area.columns - aim.columns - 3
        guard let label = screen.basisLabel(columns: room) else { return }
        frame.write(label, row: area.row, endingBefore: area.column + area.columns, style: .dim)
    }

    /// Where band and maximum come from: as much as fits.
    private func drawBasis(into frame: inout Frame, area: Area) {
        guard area.rows > 0, let label = screen.basisLabel(columns: area.columns) else { return }
        frame.write(label, row: area.row, column: area.column, style: .dim)
    }
}
