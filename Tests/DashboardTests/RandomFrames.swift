import Dashboard
import TestSupport

extension Frame {
    /// A frame with some cells of any glyph and style.
    static func random(columns: Int, rows: Int, using generator: inout Randomness) -> Frame {
        var frame = Frame(columns: columns, rows: rows)
        frame.scribble(using: &generator)
        return frame
    }

    /// Changes some cells.
    mutating func scribble(using generator: inout Randomness) {
        let glyphs: [Character] = [" ", "a", "7", "█", "▀", "é", "─", "•", "я", "心", "⣿"]
        for row in 0..<rows {
            for column in 0..<columns where Int.random(in: 0..<4, using: &generator) == 0 {
                let style = Style(
                    Style.Ink.allCases.randomElement(using: &generator)!,
                    Style.Weight.allCases.randomElement(using: &generator)!,
                    isInverse: Bool.random(using: &generator)
                )
                self[row, column] = Cell(glyphs.randomElement(using: &generator)!, style: style)
            }
        }
    }
}
