/// Digits and signs that are read from across the room, drawn with half blocks at any height.
struct BigDigits {
    /// How high they are.
    let rows: Int

    private var height: Int { rows * 2 }
    private var stroke: Int { max(1, (height * 2 + 5) / 10) }
    private var glyphColumns: Int { max(4, (height * 6 + 5) / 10, 3 * stroke) }
    private var gap: Int { max(1, (stroke + 1) * 2 / 3) }

    init(rows: Int) {
        self.rows = max(1, rows)
    }

    /// How many columns a text takes.
    func width(of text: String) -> Int {
        text.isEmpty ? 0 : text.count * (glyphColumns + gap) - gap
    }

    /// Draws a text of digits, `-`, `=`, `↓`, `↑` and `║`; anything else is left empty.
    func draw(_ text: String, into frame: inout Frame, row: Int, column: Int, style: Style) {
        var left = column
        let blocks = HalfBlocks(style: style)
        for character in text {
            let dots = BigGlyph(character, columns: glyphColumns, height: height, stroke: stroke).dots
            for cellRow in 0..<rows {
                for cellColumn in 0..<glyphColumns {
                    let upper = dots[cellRow * 2 * glyphColumns + cellColumn]
                    let lower = dots[(cellRow * 2 + 1) * glyphColumns + cellColumn]
                    if let block = blocks.cell(upper: upper, lower: lower) {
                        frame[row + cellRow, left + cellColumn] = block
                    }
                }
            }
            left += glyphColumns + gap
        }
    }

    /// The highest digits for which `fits` holds, between two heights; `nil` when not even the lowest do.
    static func highest(from least: Int, through most: Int, fits: (BigDigits) -> Bool) -> BigDigits? {
        guard least <= most else { return nil }
        return (least...most).reversed().lazy.map { BigDigits(rows: $0) }.first(where: fits)
    }
}

/// Cells that are two dots above each other, made once for a drawing.
struct HalfBlocks {
    private let both: Cell
    private let upper: Cell
    private let lower: Cell

    init(style: Style) {
        both = Cell(scalar: "█", style: style)
        upper = Cell(scalar: "▀", style: style)
        lower = Cell(scalar: "▄", style: style)
    }

    /// The cell of two dots; `nil` when both are empty.
    func cell(upper hasUpper: Bool, lower hasLower: Bool) -> Cell? {
        switch (hasUpper, hasLower) {
        case (true, true): both
        case (true, false): upper
        case (false, true): lower
        case (false, false): nil
        }
    }
}
