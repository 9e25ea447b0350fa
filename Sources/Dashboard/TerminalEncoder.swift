/// The bytes that turn one frame on a terminal into the next, touching only what changed.
///
/// They are UTF-8 with the oldest and best-kept control sequences (cursor, erase, colours), so they mean the same in every
/// terminal emulator, in tmux and screen, over ssh and on the Linux console.
public struct TerminalEncoder: Sendable {
    /// Which styles the terminal is sent.
    public var colours: Colours {
        didSet { pens = Self.pens(colours) }
    }
    /// Which glyphs the terminal has.
    public var glyphs: GlyphSet
    /// The pen of each theme, made once: of 256 colours the nearest are looked for.
    private var pens: [TerminalPen]

    /// An encoder.
    public init(colours: Colours = .sixteen, glyphs: GlyphSet = .full) {
        self.colours = colours
        self.glyphs = glyphs
        pens = Self.pens(colours)
    }

    private static func pens(_ colours: Colours) -> [TerminalPen] {
        Theme.allCases.map { TerminalPen(colours: colours, theme: $0) }
    }

    private func pen(for theme: Theme) -> TerminalPen {
        pens.first { $0.theme == theme } ?? TerminalPen(colours: colours, theme: theme)
    }

    /// How many colours may be used.
    public enum Colours: Sendable {
        /// None (`NO_COLOR`): only bold, dim and inverse.
        case none
        /// The terminal's own palette, so that the runner's theme decides.
        case sixteen
        /// The colour cube and the greys of xterm.
        case twoHundredFiftySix
        /// Any colour, by its red, green and blue.
        case trueColour
    }

    /// The bytes after which a terminal that shows `old` shows `new`; none when nothing changed.
    ///
    /// Without an old frame, or when the size changed, the screen is erased first and drawn whole. The style is plain
    /// again at the end; the cursor stays where the last change was.
    public func bytes(from old: Frame?, to new: Frame) -> [UInt8] {
        let old = old.flatMap { $0.columns == new.columns && $0.rows == new.rows ? $0 : nil }
        let pen = pen(for: new.theme)
        var stream = TerminalStream(columns: new.columns, pen: pen)
        if old == nil { stream.eraseScreen() }
        // Of another theme only blanks stay as they are.
        let isOtherTheme = old.map { $0.theme != new.theme } ?? false
        let cells = new.cells.span
        let shown = old?.cells ?? Array(repeating: .blank, count: cells.count)
        let shownCells = shown.span
        for index in cells.indices {
            let cell = cells[index]
            let shownCell = shownCells[index]
            // Nearly all of them.
            if cell == shownCell, !isOtherTheme { continue }
            // It came with the glyph at its left.
            if cell.isRest { continue }
            let (glyph, style) = pen.visible(cell)
            let (shownGlyph, shownStyle) = pen.visible(shownCell)
            let isSame = glyphs.nearest(glyph) == glyphs.nearest(shownGlyph) && style == shownStyle
            if isSame && !(isOtherTheme && cell != .blank) { continue }
            stream.put(glyphs.nearest(glyph), style: style, at: index)
            if cell.columns == 2 { stream.passSecondHalf(of: glyphs.nearest(glyph), endingAt: index + 2) }
        }
        stream.finish()
        return stream.bytes
    }

    /// The rows of a frame as lines that a terminal scrolls like any other output: the cursor is never moved, and each
    /// line ends in the plain style, without spaces at its end.
    public func lines(of frame: Frame) -> [String] {
        let pen = pen(for: frame.theme)
        return (0..<frame.rows).map { row in
            var stream = TerminalStream(columns: frame.columns, pen: pen)
            let cells = frame.cells[row * frame.columns..<(row + 1) * frame.columns]
            for cell in cells.prefix(upTo: cells.lastIndex { $0 != .blank }.map { $0 + 1 } ?? cells.startIndex)
            where !cell.isRest {
                let (glyph, style) = pen.visible(cell)
                stream.write(glyphs.nearest(glyph), style: style)
            }
            stream.finish()
            return String(decoding: stream.bytes, as: UTF8.self)
        }
    }
}
