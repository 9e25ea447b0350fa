/// Digits and signs that are read from across the room: six columns by five rows, drawn with blocks.
enum BigDigits {
    static let height = 5
    private static let glyphWidth = 6
    private static let gap = 2

    /// How many columns a text takes.
    static func width(of text: String, scale: Int = 1) -> Int {
        text.isEmpty ? 0 : (text.count * (glyphWidth + gap) - gap) * scale
    }

    /// Draws a text of digits, `-`, `=`, `↓`, `↑` and `║`; anything else is left empty.
    static func draw(
        _ text: String,
        into frame: inout Frame,
        row: Int,
        column: Int,
        style: Style,
        scale: Int = 1
    ) {
        var left = column
        for character in text {
            draw(pattern(of: character), into: &frame, row: row, column: left, style: style, scale: scale)
            left += (glyphWidth + gap) * scale
        }
    }

    private static func draw(
        _ pattern: [String],
        into frame: inout Frame,
        row: Int,
        column: Int,
        style: Style,
        scale: Int
    ) {
        let dots = halves(of: pattern)
        for cellRow in 0..<dots.count / 2 * scale {
            for cellColumn in 0..<glyphWidth * scale {
                let upper = dots[cellRow * 2 / scale][cellColumn / scale]
                let lower = dots[(cellRow * 2 + 1) / scale][cellColumn / scale]
                if let glyph = HalfBlock.glyph(upper: upper, lower: lower) {
                    frame[row + cellRow, column + cellColumn] = Cell(glyph, style: style)
                }
            }
        }
    }

    /// A pattern as rows of half cells.
    private static func halves(of pattern: [String]) -> [[Bool]] {
        pattern.flatMap { line in
            [line.map { $0 == "█" || $0 == "▀" }, line.map { $0 == "█" || $0 == "▄" }]
        }
    }

    private static func pattern(of character: Character) -> [String] {
        switch character {
        case "0": ["▄████▄", "██  ██", "██  ██", "██  ██", "▀████▀"]
        case "1": [" ▄██  ", "▀▀██  ", "  ██  ", "  ██  ", "██████"]
        case "2": ["▄████▄", "▀▀  ██", " ▄▄██▀", "██▀▀  ", "██████"]
        case "3": ["▄████▄", "▀▀  ██", "  ███▄", "▄▄  ██", "▀████▀"]
        case "4": ["██  ██", "██  ██", "▀█████", "    ██", "    ██"]
        case "5": ["██████", "██    ", "█████▄", "▄▄  ██", "▀████▀"]
        case "6": ["▄████▄", "██  ▀▀", "█████▄", "██  ██", "▀████▀"]
        case "7": ["██████", "▀▀  ██", "   ▄█▀", "  ██▀ ", "  ██  "]
        case "8": ["▄████▄", "██  ██", "▄████▄", "██  ██", "▀████▀"]
        case "9": ["▄████▄", "██  ██", "▀█████", "▄▄  ██", "▀████▀"]
        case "-": ["      ", "      ", "██████", "      ", "      "]
        case "=": ["      ", "██████", "      ", "██████", "      "]
        case "↓": ["  ██  ", "  ██  ", "▄▄██▄▄", "▀████▀", "  ▀▀  "]
        case "↑": ["  ▄▄  ", "▄████▄", "▀▀██▀▀", "  ██  ", "  ██  "]
        case "║": ["██  ██", "██  ██", "██  ██", "██  ██", "██  ██"]
        default: ["      ", "      ", "      ", "      ", "      "]
        }
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
