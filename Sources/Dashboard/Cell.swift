/// One place of a frame: a glyph one column wide, and its style.
public struct Cell: Hashable, Sendable {
    /// The glyph; always printable and one column wide.
    public let glyph: Unicode.Scalar
    /// How it looks.
    public let style: Style

    /// A cell; a glyph that no cell can hold becomes `?`.
    public init(_ glyph: Character, style: Style = .plain) {
        self.glyph = PrintableGlyph.of(glyph)
        self.style = style
    }

    /// An empty place.
    public static let blank = Cell(" ")
}
