/// A field of dots, two by four to a cell, as braille.
struct BrailleDots {
    /// The braille patterns of Unicode, the empty one first.
    static let glyphs: ClosedRange<UInt32> = 0x2800...0x28FF

    let columns: Int
    let rows: Int
    private var masks: [UInt8]

    init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        masks = Array(repeating: 0, count: self.columns * self.rows)
    }

    /// Sets a dot, counted from the left and from the top; one outside the field is left out.
    mutating func set(x: Int, y: Int) {
        guard x >= 0, y >= 0, x < columns * 2, y < rows * 4 else { return }
        masks[y / 4 * columns + x / 2] |= Self.mask(x: x % 2, y: y % 4)
    }

    /// The glyph of a cell; `nil` where no dot is set.
    func glyph(row: Int, column: Int) -> Unicode.Scalar? {
        let mask = masks[row * columns + column]
        if mask == 0 { return nil }
        return Unicode.Scalar(Self.glyphs.lowerBound + UInt32(mask))
    }

    /// Dots are numbered down the left side, then down the right; the lowest row came later.
    private static func mask(x: Int, y: Int) -> UInt8 {
        switch (x, y) {
        case (0, 3): 0x40
        case (_, 3): 0x80
        default: 1 << UInt8(x * 3 + y)
        }
    }
}
