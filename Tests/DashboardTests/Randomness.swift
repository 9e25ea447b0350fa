import Dashboard

/// Numbers that look random and are the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Frame {
    /// A frame with some cells of any glyph and style.
    static func random(columns: Int, rows: Int, using generator: inout SeededGenerator) -> Frame {
        var frame = Frame(columns: columns, rows: rows)
        frame.scribble(using: &generator)
        return frame
    }

    /// Changes some cells.
    mutating func scribble(using generator: inout SeededGenerator) {
        let glyphs: [Character] = [" ", "a", "7", "█", "▀", "é", "─", "•", "я"]
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
