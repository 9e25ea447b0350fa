/// A word in letters of blocks, to be read from across the room where the screen is large.
struct BigWord {
    /// How many columns and half rows a dot of a letter takes.
    let scale: Int
    private let letters: [[String]]

    private static let dotRows = 5

    /// `nil` where a letter of the word is not in the font.
    init?(_ word: String, scale: Int) {
        let letters = word.map(Self.letter)
        if letters.contains(nil) { return nil }
        self.letters = letters.compactMap { $0 }
        self.scale = max(1, scale)
    }

    /// The largest letters for which every word of the screen fits, so that no word moves what is under it; `nil` where
    /// there is no room for the smallest.
    static func scale(columns: Int, rows: Int) -> Int? {
        let words = ScreenWord.allCases.compactMap { BigWord($0.shortText, scale: 1) }
        let widest = words.map(\.columns).max() ?? 1
        let scale = min(columns / widest, rows * 2 / dotRows)
        return scale > 0 && rows >= Self.rows(scale: scale) ? scale : nil
    }

    /// How many columns it takes.
    var columns: Int { letters.reduce(-1) { $0 + $1[0].count + 1 } * scale }

    /// How many rows it takes.
    var rows: Int { Self.rows(scale: scale) }

    static func rows(scale: Int) -> Int { (dotRows * scale + 1) / 2 }

    func draw(into frame: inout Frame, row: Int, column: Int, style: Style) {
        var left = column
        let blocks = HalfBlocks(style: style)
        for letter in letters {
            let width = letter[0].count
            let dots = letter.map { $0.map { $0 == "#" } }
            func covers(_ x: Int, _ y: Int) -> Bool { y / scale < Self.dotRows && dots[y / scale][x / scale] }
            for cellRow in 0..<rows {
                for x in 0..<width * scale {
                    let block = blocks.cell(upper: covers(x, cellRow * 2), lower: covers(x, cellRow * 2 + 1))
                    if let block { frame[row + cellRow, left + x] = block }
                }
            }
            left += (width + 1) * scale
        }
    }

    /// Five dots high; the letters of the short words of the screen.
    private static func letter(_ character: Character) -> [String]? {
        switch character {
        case " ": ["  ", "  ", "  ", "  ", "  "]
        case "a": [" ## ", "#  #", "####", "#  #", "#  #"]
        case "b": ["### ", "#  #", "### ", "#  #", "### "]
        case "c": [" ###", "#   ", "#   ", "#   ", " ###"]
        case "d": ["### ", "#  #", "#  #", "#  #", "### "]
        case "e": ["####", "#   ", "### ", "#   ", "####"]
        case "f": ["####", "#   ", "### ", "#   ", "#   "]
        case "g": [" ###", "#   ", "# ##", "#  #", " ###"]
        case "i": ["###", " # ", " # ", " # ", "###"]
        case "k": ["#  #", "# # ", "##  ", "# # ", "#  #"]
        case "l": ["#   ", "#   ", "#   ", "#   ", "####"]
        case "m": ["#   #", "## ##", "# # #", "#   #", "#   #"]
        case "n": ["#   #", "##  #", "# # #", "#  ##", "#   #"]
        case "o": [" ## ", "#  #", "#  #", "#  #", " ## "]
        case "p": ["### ", "#  #", "### ", "#   ", "#   "]
        case "r": ["### ", "#  #", "### ", "# # ", "#  #"]
        case "s": [" ###", "#   ", " ## ", "   #", "### "]
        case "t": ["#####", "  #  ", "  #  ", "  #  ", "  #  "]
        case "u": ["#  #", "#  #", "#  #", "#  #", " ## "]
        case "w": ["#   #", "#   #", "# # #", "## ##", "#   #"]
        case "y": ["#   #", " # # ", "  #  ", "  #  ", "  #  "]
        case "?": ["### ", "   #", " ## ", "    ", " #  "]
        default: nil
        }
    }
}
