/// One place of a frame: a glyph and its style. A wide glyph takes two places; the second is its ``Cell/rest``.
public struct Cell: Hashable, Sendable {
    /// The glyph; always printable. The second half of a wide one has none, which is U+0000.
    public let glyph: Unicode.Scalar
    /// How it looks.
    public let style: Style

    /// A cell; a glyph that no cell can hold becomes `?`.
    public init(_ glyph: Character, style: Style = .plain) {
        self.glyph = PrintableGlyph.of(glyph)
        self.style = style
    }

    /// A cell of a glyph of one scalar; what drawings are made of.
    init(scalar glyph: Unicode.Scalar, style: Style = .plain) {
        self.glyph = PrintableGlyph.of(glyph)
        self.style = style
    }

    private init(restWith style: Style) {
        glyph = "\0"
        self.style = style
    }

    /// An empty place.
    public static let blank = Cell(" ")

    /// How many places the glyph takes: one or two; none for the second half of a wide one.
    public var columns: Int { isRest ? 0 : PrintableGlyph.columns(of: glyph) }

    /// Is this the second half of the wide glyph at the left?
    public var isRest: Bool { glyph == "\0" }

    /// The second half of this wide glyph.
    var rest: Cell { Cell(restWith: style) }
}
