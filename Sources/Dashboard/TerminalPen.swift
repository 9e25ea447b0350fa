/// The codes (SGR) that change a terminal's pen from one style to another.
struct TerminalPen: Sendable {
    let colours: TerminalEncoder.Colours
    let theme: Theme
    /// The codes of each ink and weight, looked up once.
    private let inkCodes: [[String]]
    private let shadeCode: String

    init(colours: TerminalEncoder.Colours, theme: Theme) {
        self.colours = colours
        self.theme = theme
        shadeCode = Self.shadeCode(colours: colours, theme: theme)
        inkCodes = Style.Ink.allCases.map { ink in
            Style.Weight.allCases.map { Self.code(of: Style(ink, $0), colours: colours, theme: theme) }
        }
    }

    /// The cell as far as the terminal is told of it.
    func visible(_ cell: Cell) -> (glyph: Unicode.Scalar, style: Style) {
        var style = cell.style
        if colours == .none { style.ink = .plain }
        if shadeCode.isEmpty { style.isShaded = false }
        return (style.isShaded && cell.glyph == "░" ? " " : cell.glyph, style)
    }

    /// The codes between `ESC [` and `m`; empty is the plain style.
    func codes(from pen: Style, to style: Style) -> String {
        if style == .plain { return "" }
        var codes: [String] = []
        if attribute(style) != attribute(pen) {
            if attribute(pen) != 22 { codes.append("22") }
            if attribute(style) != 22 { codes.append(String(attribute(style))) }
        }
        if style.isInverse != pen.isInverse { codes.append(style.isInverse ? "7" : "27") }
        if style.isShaded != pen.isShaded { codes.append(style.isShaded ? shadeCode : "49") }
        let ink = inkCode(style)
        if ink != inkCode(pen) { codes.append(ink) }
        return codes.joined(separator: ";")
    }

    private func inkCode(_ style: Style) -> String {
        inkCodes[Int(style.ink.rawValue)][Int(style.weight.rawValue)]
    }

    /// Bold, dim or neither. Where colours are free, a dim style is a colour: terminals differ in how faint dim is.
    private func attribute(_ style: Style) -> Int {
        switch (style.weight, colours) {
        case (.bold, _): 1
        case (.dim, .none), (.dim, .sixteen): 2
        case (.dim, _), (.normal, _): 22
        }
    }

    private static func code(of style: Style, colours: TerminalEncoder.Colours, theme: Theme) -> String {
        let isOwnInk = style.ink == .plain && style.weight != .dim
        switch colours {
        case .none: return "39"
        case .sixteen: return String(sixteen(style.ink, theme))
        case .twoHundredFiftySix:
            return isOwnInk ? "39" : "38;5;\(XtermPalette.index(of: style, in: theme))"
        case .trueColour:
            let colour = theme.colour(of: style)
            return isOwnInk ? "39" : "38;2;\(colour.red);\(colour.green);\(colour.blue)"
        }
    }

    /// The ground of the band's strip; empty where there are too few colours for it.
    private static func shadeCode(colours: TerminalEncoder.Colours, theme: Theme) -> String {
        let shade = theme.shade
        return switch colours {
        case .none, .sixteen: ""
        case .twoHundredFiftySix: "48;5;\(XtermPalette.index(nearestTo: shade))"
        case .trueColour: "48;2;\(shade.red);\(shade.green);\(shade.blue)"
        }
    }

    /// Of the palette of a terminal, what can be read on its ground in most: dark blue cannot on black, nor yellow and
    /// cyan on white.
    private static func sixteen(_ ink: Style.Ink, _ theme: Theme) -> Int {
        switch (ink, theme) {
        case (.plain, _): 39
        case (.easy, _): 32
        case (.above, .dark): 33
        case (.above, .light): 35
        case (.below, .dark): 36
        case (.below, .light): 34
        }
    }
}
