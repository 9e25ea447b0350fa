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
        for character in text {
            let glyph = BigGlyph(character, columns: glyphColumns, height: height, stroke: stroke)
            for cellRow in 0..<rows {
                for cellColumn in 0..<glyphColumns {
                    let upper = glyph.covers(x: cellColumn, y: cellRow * 2)
                    let lower = glyph.covers(x: cellColumn, y: cellRow * 2 + 1)
                    if let block = HalfBlock.glyph(upper: upper, lower: lower) {
                        frame[row + cellRow, left + cellColumn] = Cell(block, style: style)
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

/// A cell that is two dots above each other.
enum HalfBlock {
    /// The glyph of the two dots; `nil` when both are empty.
    static func glyph(upper: Bool, lower: Bool) -> Character? {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): nil
        }
    }
}
