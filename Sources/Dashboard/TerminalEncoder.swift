/// The bytes that turn one frame on a terminal into the next, touching only what changed.
///
/// They are UTF-8 with the oldest and best-kept control sequences (cursor, erase, the eight colours), so they mean the
/// same in every terminal emulator, in tmux and screen, over ssh and on the Linux console.
public struct TerminalEncoder: Sendable {
    /// Which styles the terminal is sent.
    public var colours: Colours

    /// An encoder.
    public init(colours: Colours = .sixteen) {
        self.colours = colours
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
        var stream = Stream(columns: new.columns, colours: colours)
        if old == nil { stream.eraseScreen() }
        for index in new.cells.indices {
            let cell = new.cells[index]
            let shown = old?.cells[index] ?? .blank
            if cell.glyph == shown.glyph && visible(cell.style) == visible(shown.style) { continue }
            stream.put(cell.glyph, style: visible(cell.style), at: index)
        }
        stream.finish()
        return stream.bytes
    }

    /// The rows of a frame as lines that a terminal scrolls like any other output: the cursor is never moved, and each
    /// line ends in the plain style, without spaces at its end.
    public func lines(of frame: Frame) -> [String] {
        (0..<frame.rows).map { row in
            var stream = Stream(columns: frame.columns, colours: colours)
            let cells = frame.cells[row * frame.columns..<(row + 1) * frame.columns]
            for cell in cells.prefix(upTo: cells.lastIndex { $0 != .blank }.map { $0 + 1 } ?? cells.startIndex) {
                stream.write(cell.glyph, style: visible(cell.style))
            }
            stream.finish()
            return String(decoding: stream.bytes, as: UTF8.self)
        }
    }

    /// The style as far as the terminal is told of it.
    private func visible(_ style: Style) -> Style {
        colours == .none ? Style(.plain, style.weight, isInverse: style.isInverse) : style
    }
}

/// A terminal's cursor and pen, followed while bytes are written.
private struct Stream {
    let columns: Int
    let colours: TerminalEncoder.Colours
    var bytes: [UInt8] = []
    private var pen = Style.plain
    /// Where the next glyph would land, or `nil` when that is not sure.
    private var cursor: Int?

    init(columns: Int, colours: TerminalEncoder.Colours) {
        self.columns = columns
        self.colours = colours
    }

    mutating func eraseScreen() {
        send("m")
        send("2J")
    }

    /// A glyph where the cursor is.
    mutating func write(_ glyph: Unicode.Scalar, style: Style) {
        change(to: style)
        bytes.append(contentsOf: String(glyph).utf8)
    }

    mutating func put(_ glyph: Unicode.Scalar, style: Style, at index: Int) {
        move(to: index)
        write(glyph, style: style)
        // After the last column terminals differ in where the cursor is.
        cursor = (index + 1) % columns == 0 ? nil : index + 1
    }

    mutating func finish() {
        change(to: .plain)
    }

    private mutating func move(to index: Int) {
        guard cursor != index else { return }
        if let cursor, cursor < index, cursor / columns == index / columns {
            let distance = index - cursor
            send(distance == 1 ? "C" : "\(distance)C")
        } else {
            send("\(index / columns + 1);\(index % columns + 1)H")
        }
    }

    private mutating func change(to style: Style) {
        guard pen != style else { return }
        defer { pen = style }
        if style == .plain { return send("m") }
        var codes: [Int] = []
        if style.weight != pen.weight {
            if pen.weight != .normal { codes.append(22) }
            switch style.weight {
            case .normal: break
            case .bold: codes.append(1)
            case .dim: codes.append(2)
            }
        }
        if style.isInverse != pen.isInverse { codes.append(style.isInverse ? 7 : 27) }
        if style.ink != pen.ink { codes.append(code(of: style.ink)) }
        send(codes.map(String.init).joined(separator: ";") + "m")
    }

    /// Green, yellow and cyan: the dark blue of many palettes cannot be read on black.
    private func code(of ink: Style.Ink) -> Int {
        switch ink {
        case .plain: 39
        case .easy: 32
        case .above: 33
        case .below: 36
        }
    }

    private mutating func send(_ sequence: String) {
        bytes.append(0x1B)
        bytes.append(UInt8(ascii: "["))
        bytes.append(contentsOf: sequence.utf8)
    }
}
