/// What is read from across the room: the heart rate at the left, the sign and its word in the middle, the minutes at
/// the right. In the quiet view the sign takes the place of the heart rate.
struct Headline {
    let screen: RunScreen
    let scale: Int

    func draw(into frame: inout Frame, area: Area) {
        if !screen.isQuiet {
            draw(screen.heartRateText, into: &frame, area: area, column: area.column, style: screen.heartRateStyle)
            frame.write(screen.heartRateCaption, row: captionRow(area), column: area.column, style: .dim)
        }
        drawSign(into: &frame, area: area)
        drawMinutes(into: &frame, area: area)
    }

    private func drawSign(into frame: inout Frame, area: Area) {
        let sign = screen.advice.sign
        let word = screen.run.word.text(columns: area.columns - 13 - screen.heartRateCaption.count)
        var signColumn = area.column
        var wordColumn = area.column
        if !screen.isQuiet {
            let middle = middleColumn(area)
            signColumn = middle - BigDigits.width(of: sign, scale: scale) / 2
            // Between the captions of its neighbours.
            let lastColumn = area.column + area.columns - 9 - word.count
            let firstColumn = area.column + screen.heartRateCaption.count + 2
            wordColumn = max(firstColumn, min(middle - word.count / 2, lastColumn))
        }
        draw(sign, into: &frame, area: area, column: signColumn, style: screen.adviceStyle)
        frame.write(word, row: captionRow(area), column: wordColumn, style: screen.adviceStyle)
    }

    /// The minutes in big digits, or small ones when they are too many.
    private func drawMinutes(into frame: inout Frame, area: Area) {
        let end = area.column + area.columns
        let text = screen.minutesText
        if text.count <= 3 {
            let column = end - BigDigits.width(of: text, scale: scale)
            draw(text, into: &frame, area: area, column: column, style: .plain)
        } else {
            frame.write(text, row: captionRow(area) - 1, endingBefore: end, style: .bold)
        }
        frame.write("minutes", row: captionRow(area), endingBefore: end, style: .dim)
    }

    /// Half-way between the heart rate and the minutes; the place is kept for three digits where there is room for them.
    private func middleColumn(_ area: Area) -> Int {
        let isNarrow = area.columns < 68
        let digitCount = isNarrow ? max(2, min(3, screen.minutesText.count)) : 3
        let left = BigDigits.width(of: "888", scale: scale)
        let right = BigDigits.width(of: String(repeating: "8", count: digitCount), scale: scale)
        return area.column + (left + area.columns - right) / 2
    }

    private func captionRow(_ area: Area) -> Int {
        area.row + BigDigits.height * scale
    }

    private func draw(_ text: String, into frame: inout Frame, area: Area, column: Int, style: Style) {
        BigDigits.draw(text, into: &frame, row: area.row, column: column, style: style, scale: scale)
    }
}
