/// The screen from 36 columns and 9 rows: the heart rate and the sign stay big, the rest is said in short lines.
struct SmallLayout {
    let screen: RunScreen

    private static let leastChartRows = 5
    private static let digitRows = 5
    /// `100 min`, and a gap.
    private static let minutesColumns = 9
    /// A word of some length behind the unit, and a gap.
    private static let wordColumns = 24
    private static let widestLine = 24
    private static let leastColumnsForBoth = 37

    func draw(into frame: inout Frame) {
        var rest = frame.area.inset(columns: 1)
        drawDigits(into: &frame, area: rest.takeTop(Self.digitRows))
        var word = rest.takeTop(1)
        let isTall = frame.rows >= 12
        let foot = rest.takeBottom(1)
        if let playback = screen.playback {
            // Where there is no row for it, it stands beside the word, which has a shorter form.
            let area =
                frame.rows > 12
                ? rest.takeBottom(1) : word.takeRight(max(0, min(Self.widestLine, word.columns - Self.wordColumns)))
            TimeLine(playback: playback).draw(into: &frame, area: area)
        }
        drawWord(into: &frame, area: word)
        if let text = screen.notice {
            NoticeLine(text: text).draw(into: &frame, area: foot)
        } else {
            screen.sensorLine.draw(into: &frame, area: foot)
        }
        let values = isTall ? rest.takeBottom(2) : rest.takeBottom(1)
        let gaugeRows = min(rest.rows, isTall ? 3 : 2)
        screen.gauge?.draw(into: &frame, area: rest.takeTop(gaugeRows))
        var numbers = values
        // Beside the digits there is no room for it.
        if rest.columns < Self.leastColumnsForBoth, let left = screen.planWords?.shortLeft {
            frame.write(left, row: values.row, endingBefore: values.column + values.columns, style: .dim)
            numbers.columns = max(0, values.columns - left.count - 2)
        }
        let lines = ShortLines(screen: screen, columns: values.columns)
        let firstLine = ShortLines(screen: screen, columns: numbers.columns)
        // Where there is room for one line, a plan goes before the numbers.
        let first = isTall || screen.planWords == nil ? firstLine.belt : firstLine.planOrBand
        frame.write(first, row: values.row, column: values.column)
        if isTall { frame.write(lines.planOrBand, row: values.row + 1, column: values.column) }
        let hasCharts = rest.rows > Self.leastChartRows
        FindingLine(screen).draw(into: &frame, area: rest.takeBottom(1))
        if hasCharts { screen.drawCharts(into: &frame, area: rest) }
    }

    private func drawDigits(into frame: inout Frame, area: Area) {
        let digits = BigDigits(rows: Self.digitRows)
        var column = area.column
        if !screen.isQuiet {
            let text = screen.heartRateText
            digits.draw(text, into: &frame, row: area.row, column: column, style: screen.heartRateStyle)
            column += digits.width(of: "888") + 2
        }
        digits.draw(screen.advice.sign, into: &frame, row: area.row, column: column, style: screen.adviceStyle)
        let end = area.column + area.columns
        let minutes = "\(screen.minutesText) min"
        let sign = Area(row: area.row, column: column, rows: area.rows, columns: end - column - Self.minutesColumns)
        PlanSign(screen: screen)?.draw(into: &frame, area: sign, isCentred: false)
        frame.write(minutes, row: area.row, endingBefore: end, style: .bold)
        let source = ShortLines(screen: screen, columns: area.columns).source
        // What stands still has no pace.
        let pace = screen.playback.flatMap { $0.isPaused ? "paused" : $0.speed } ?? ""
        // On a narrow screen the sign leaves room for one of the two.
        let isNarrow = area.columns < Self.leastColumnsForBoth
        if !isNarrow, let left = screen.planWords?.shortLeft {
            frame.write(left, row: area.row + 1, endingBefore: end, style: .dim)
        }
        frame.write(isNarrow && !pace.isEmpty ? pace : source, row: area.row + 2, endingBefore: end, style: .dim)
        if !isNarrow { frame.write(pace, row: area.row + 3, endingBefore: end, style: .dim) }
    }

    private func drawWord(into frame: inout Frame, area: Area) {
        var column = area.column
        if !screen.isQuiet {
            frame.write("bpm", row: area.row, column: column, style: .dim)
            column += 5
        }
        let word = screen.word.text(columns: area.column + area.columns - column)
        frame.write(word, row: area.row, column: column, style: screen.adviceStyle)
    }
}
