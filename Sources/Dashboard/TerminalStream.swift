/// A terminal's cursor and pen, followed while bytes are written.
struct TerminalStream {
    let columns: Int
    private let pen: TerminalPen
    private(set) var bytes: [UInt8] = []
    private var style = Style.plain
    /// Where the next glyph would land, or `nil` when that is not sure.
    private var cursor: Int?

    init(columns: Int, pen: TerminalPen) {
        self.columns = columns
        self.pen = pen
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
        setCursor(index + 1)
    }

    /// The glyph was wide: the cursor is one further. What stands for it in ASCII is narrow, and gets a blank.
    mutating func passSecondHalf(of glyph: Unicode.Scalar, endingAt index: Int) {
        if glyph.isASCII { bytes.append(UInt8(ascii: " ")) }
        setCursor(index)
    }

    private mutating func setCursor(_ index: Int) {
        // After the last column terminals differ in where the cursor is.
        cursor = index % columns == 0 ? nil : index
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

    private mutating func change(to next: Style) {
        guard style != next else { return }
        send(pen.codes(from: style, to: next) + "m")
        style = next
    }

    private mutating func send(_ sequence: String) {
        bytes.append(0x1B)
        bytes.append(UInt8(ascii: "["))
        bytes.append(contentsOf: sequence.utf8)
    }
}
