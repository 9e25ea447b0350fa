/// Which glyphs a terminal can show. A frame is drawn with all of them; on the way out, those that are not there are
/// replaced by the nearest that are.
public enum GlyphSet: Sendable {
    /// All that the screen is drawn with, braille dots included.
    case full
    /// What the fonts of the Linux console hold: blocks and lines.
    case console
    /// ASCII, for locales that are not UTF-8.
    case ascii

    /// What to send for a glyph; one column stays one column.
    func nearest(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
        if glyph.isASCII || self == .full { return glyph }
        let plain = Self.withoutBraille(glyph)
        return self == .console ? Self.onConsole(plain) : Self.ascii(plain)
    }

    /// Braille dots as half blocks.
    private static func withoutBraille(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
        guard BrailleDots.glyphs.contains(glyph.value) else { return glyph }
        let dots = glyph.value - BrailleDots.glyphs.lowerBound
        return switch (dots & 0b0001_1011 != 0, dots & 0b1110_0100 != 0) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }

    /// Letters are left as they are: which of them a console has depends on its font, and it shows a sign for others.
    private static func onConsole(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
        switch glyph {
        case "━": "═"
        case "┃": "║"
        case "→": ">"
        default: glyph
        }
    }

    private static func ascii(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
        switch glyph {
        case "█", "▓", "▀", "▄", "▌", "▐", "▒": "#"
        case "░", "·": "."
        case "─", "━", "═": "-"
        case "│", "║", "┤", "├", "┃": "|"
        case "┌", "┐", "└", "┘", "┬", "┴", "┼": "+"
        case "•": "*"
        case "○": "o"
        case "▼", "↓": "v"
        case "▲", "↑": "^"
        case "→": ">"
        default: "?"
        }
    }
}
