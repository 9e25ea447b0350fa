/// What is read from across the room: the heart rate at the left, the sign and its word in the middle, the minutes at
/// the right; on a narrow, high screen the sign and the minutes under the heart rate. In the quiet view the sign takes
/// the place of the heart rate.
struct Headline {
    let screen: RunScreen
    private let plan: Plan

    private enum Plan {
        case side(BigDigits)
        /// The minutes are no more than text.
        case compact(BigDigits)
        case stacked(BigDigits, BigDigits)
    }

    private static let leastRows = 5

    /// The largest digits for a width that take no more than so many rows.
    ///
    /// `prefersHigh`: even a little larger heart rate is worth having the minutes under it.
    init(screen: RunScreen, columns: Int, rows: Int, prefersHigh: Bool = false) {
        self.screen = screen
        // Room for three digits of minutes, so that nothing moves after 99; where that is too much, for two.
        let minutes = screen.minutesText.count < 3 ? ["888", "88"] : ["888"]
        let side = minutes.lazy.compactMap { minutes in
            BigDigits.highest(from: Self.leastRows, through: rows - 1) { digits in
                digits.width(of: "888") + digits.width(of: minutes) + digits.width(of: "=") + 4 <= columns
            }
        }.first
        let top = BigDigits.highest(from: Self.leastRows, through: (rows - 2) * 3 / 5) { digits in
            digits.width(of: "888") <= columns
        }
        let under = top.flatMap { top in
            BigDigits.highest(from: Self.leastRows, through: rows - 2 - top.rows) { digits in
                digits.rows <= top.rows && digits.width(of: "=") + digits.width(of: "888") + 3 <= columns
            }
        }
        let sideRows = side?.rows ?? 0
        let isWorthIt = top.map { prefersHigh ? $0.rows > sideRows : $0.rows * 2 >= sideRows * 3 } ?? false
        if let top, let under, isWorthIt, !screen.isQuiet {
            plan = .stacked(top, under)
        } else if let side {
            plan = .side(side)
        } else {
            let compact = BigDigits.highest(from: Self.leastRows, through: rows - 1) { digits in
                digits.width(of: "888") + digits.width(of: "=") + 2 <= columns
            }
            plan = .compact(compact ?? BigDigits(rows: Self.leastRows))
        }
    }

    /// How many rows it takes.
    var rows: Int {
        switch plan {
        case .side(let digits), .compact(let digits): digits.rows + 1
        case .stacked(let top, let under): top.rows + under.rows + 2
        }
    }

    func draw(into frame: inout Frame, area: Area) {
        switch plan {
        case .side(let digits): drawSide(digits, hasBigMinutes: true, into: &frame, area: area)
        case .compact(let digits): drawSide(digits, hasBigMinutes: false, into: &frame, area: area)
        case .stacked(let top, let under): drawStacked(top, under, into: &frame, area: area)
        }
    }

    private func drawSide(_ digits: BigDigits, hasBigMinutes: Bool, into frame: inout Frame, area: Area) {
        let captionRow = area.row + digits.rows
        if !screen.isQuiet {
            digits.draw(
                screen.heartRateText,
                into: &frame,
                row: area.row,
                column: area.column,
                style: screen.heartRateStyle
            )
            frame.write(screen.heartRateCaption, row: captionRow, column: area.column, style: .dim)
        }
        let middle =
            hasBigMinutes ? middleColumn(digits, area) : area.column + area.columns - digits.width(of: "=") / 2 - 1
        let signColumn = screen.isQuiet ? area.column : middle - digits.width(of: "=") / 2
        digits.draw(screen.advice.sign, into: &frame, row: area.row, column: signColumn, style: screen.adviceStyle)
        var words = area
        if hasBigMinutes {
            drawMinutes(digits, into: &frame, row: area.row, area: area)
            words.columns -= Self.minutesCaption.count + 2
        } else {
            let text = "\(screen.minutesText) min"
            frame.write(text, row: captionRow, endingBefore: area.column + area.columns, style: .bold)
            words.columns -= text.count + 2
        }
        let taken = screen.isQuiet ? 0 : screen.heartRateCaption.count + 2
        words.column += taken
        words.columns -= taken
        drawWords(into: &frame, row: captionRow, area: words, centre: screen.isQuiet || !hasBigMinutes ? nil : middle)
    }

    private func drawStacked(_ top: BigDigits, _ under: BigDigits, into frame: inout Frame, area: Area) {
        let text = screen.heartRateText
        let column = area.column + max(0, area.columns - top.width(of: text)) / 2
        top.draw(text, into: &frame, row: area.row, column: column, style: screen.heartRateStyle)
        let caption = screen.heartRateCaption
        frame.write(
            caption,
            row: area.row + top.rows,
            column: area.column + max(0, area.columns - caption.count) / 2,
            style: .dim
        )
        let row = area.row + top.rows + 1
        under.draw(screen.advice.sign, into: &frame, row: row, column: area.column, style: screen.adviceStyle)
        drawMinutes(under, into: &frame, row: row, area: area)
        var words = area
        words.columns -= Self.minutesCaption.count + 2
        drawWords(into: &frame, row: row + under.rows, area: words, centre: nil)
    }

    /// The word again, in a few letters that are read from afar, in the middle of an area.
    static func drawBigWord(of screen: RunScreen, scale: Int, into frame: inout Frame, area: Area) {
        guard let word = BigWord(screen.word.shortText, scale: scale), word.rows <= area.rows else { return }
        let column = area.column + max(0, area.columns - word.columns) / 2
        word.draw(into: &frame, row: area.row, column: column, style: screen.adviceStyle)
    }

    private static let minutesCaption = "minutes"

    /// The word, and why where there is room for both: around a column, or from the left.
    private func drawWords(into frame: inout Frame, row: Int, area: Area, centre: Int?) {
        let word = screen.word.text(columns: area.columns)
        var reason = screen.reason.map { "  \($0)" } ?? ""
        if word.count + reason.count > area.columns { reason = "" }
        let width = word.count + reason.count
        let wanted = centre.map { $0 - width / 2 } ?? area.column
        let column = max(area.column, min(wanted, area.column + area.columns - width))
        frame.write(word, row: row, column: column, style: screen.adviceStyle)
        frame.write(reason, row: row, column: column + word.count, style: .dim)
    }

    /// The minutes in big digits, or small ones when they are too many.
    private func drawMinutes(_ digits: BigDigits, into frame: inout Frame, row: Int, area: Area) {
        let end = area.column + area.columns
        let text = screen.minutesText
        if text.count <= 3 {
            digits.draw(text, into: &frame, row: row, column: end - digits.width(of: text), style: .plain)
        } else {
            frame.write(text, row: row + digits.rows - 1, endingBefore: end, style: .bold)
        }
        frame.write(Self.minutesCaption, row: row + digits.rows, endingBefore: end, style: .dim)
    }

    /// Half-way between the heart rate and the minutes.
    private func middleColumn(_ digits: BigDigits, _ area: Area) -> Int {
        let left = digits.width(of: "888")
        let right = digits.width(of: String(repeating: "8", count: max(2, min(3, screen.minutesText.count))))
        return area.column + (left + area.columns - right) / 2
    }
}
