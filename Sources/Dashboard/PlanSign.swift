/// What a plan says, walk or run, where the sign would be: in letters of blocks, as large as there is room for.
struct PlanSign {
    private let text: String
    private let style: Style

    /// `nil` where the heart rate has the word.
    init?(screen: RunScreen) {
        guard screen.word == .walk || screen.word == .run else { return nil }
        text = screen.word.shortText
        style = screen.adviceStyle
    }

    func draw(into frame: inout Frame, area: Area, isCentred: Bool) {
        guard let least = BigWord(text, scale: 1), least.columns <= area.columns, least.rows <= area.rows else {
            return
        }
        let most = max(1, min(area.columns / least.columns, area.rows * 2 / (least.rows * 2 - 1)))
        guard let word = BigWord(text, scale: most) else { return }
        let column = area.column + (isCentred ? max(0, area.columns - word.columns) / 2 : 0)
        word.draw(into: &frame, row: area.row + max(0, area.rows - word.rows) / 2, column: column, style: style)
    }
}
