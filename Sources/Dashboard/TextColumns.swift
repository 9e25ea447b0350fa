/// Texts by the columns that they take on a terminal.
enum TextColumns {
    /// How many columns a text takes.
    static func count(_ text: String) -> Int {
        text.reduce(0) { $0 + PrintableGlyph.columns(of: PrintableGlyph.of($1)) }
    }

    /// The first columns of a text that is too long, and a sign that there was more; never half of a wide glyph.
    static func cut(_ text: String, to columns: Int) -> String {
        if count(text) <= columns { return text }
        if columns < 3 { return "" }
        var shown = ""
        var taken = 0
        for character in text {
            taken += PrintableGlyph.columns(of: PrintableGlyph.of(character))
            if taken > columns - 2 { break }
            shown.append(character)
        }
        return shown + ".."
    }
}
