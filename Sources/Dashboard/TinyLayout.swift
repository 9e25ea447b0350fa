/// The screen at any smaller size, down to one cell: lines in the order of what matters.
struct TinyLayout {
    let screen: RunScreen

    func draw(into frame: inout Frame) {
        drawFirstLine(into: &frame)
        let word = screen.word.text(columns: frame.columns)
        frame.write(word, row: 1, column: 0, style: screen.adviceStyle)
        screen.gauge?.draw(into: &frame, area: Area(row: 2, column: 0, rows: 1, columns: frame.columns))
        let lines = ShortLines(screen: screen, columns: frame.columns)
        frame.write(lines.band, row: 3, column: 0)
        frame.write(lines.belt, row: 4, column: 0)
        frame.write(lines.source, row: 5, column: 0, style: .dim)
        let foot = Area(row: 6, column: 0, rows: 1, columns: frame.columns)
        if let notice = screen.notice {
            NoticeLine(text: notice).draw(into: &frame, area: foot)
        } else {
            FindingLine(screen).draw(into: &frame, area: foot)
        }
    }

    /// Heart rate, sign and minutes, as many of them as fit; of one or two cells only the sign is left.
    private func drawFirstLine(into frame: inout Frame) {
        let sign = screen.advice.sign
        let rate = screen.isQuiet ? "" : screen.heartRateText
        let minutes = "\(screen.minutesText) min"
        if frame.columns < 3 || rate.isEmpty {
            frame.write(sign, row: 0, column: 0, style: screen.adviceStyle)
        } else {
            frame.write(rate, row: 0, column: 0, style: screen.heartRateStyle)
            let signColumn = frame.columns >= 5 ? rate.count + 1 : rate.count
            frame.write(sign, row: 0, column: signColumn, style: screen.adviceStyle)
        }
        if frame.columns >= rate.count + 4 + minutes.count {
            frame.write(minutes, row: 0, endingBefore: frame.columns)
        }
    }
}
