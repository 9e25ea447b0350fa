/// A grid of cells: what the screen should show. It knows nothing of terminals.
///
/// Writing outside the grid does nothing, so a drawing never has to ask how large the screen is.
public struct Frame: Equatable, Sendable {
    /// The largest number of columns or rows; a larger size is cut to it.
    public static let largestSide = 2_000

    /// How many columns there are.
    public let columns: Int
    /// How many rows there are.
    public let rows: Int
    /// For which ground its colours are.
    public let theme: Theme
    /// The cells, row by row.
    public private(set) var cells: [Cell]

    /// An empty frame. A negative side is 0.
    public init(columns: Int, rows: Int, theme: Theme = .dark) {
        self.theme = theme
        self.columns = min(max(0, columns), Self.largestSide)
        self.rows = min(max(0, rows), Self.largestSide)
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    /// The cell at a place; writing outside the grid does nothing, reading there gives a blank.
    ///
    /// A wide glyph takes the place to its right too; where that is outside, a blank stands instead. Of a wide glyph that
    /// is half written over, the other half becomes a blank.
    public subscript(row: Int, column: Int) -> Cell {
        get { contains(row: row, column: column) ? cells[row * columns + column] : .blank }
        set {
            guard contains(row: row, column: column) else { return }
            if newValue.columns < 2 { return put(newValue.isRest ? .blank : newValue, row: row, column: column) }
            guard contains(row: row, column: column + 1) else { return put(.blank, row: row, column: column) }
            put(.blank, row: row, column: column)
            put(.blank, row: row, column: column + 1)
            cells[row * columns + column] = newValue
            cells[row * columns + column + 1] = newValue.rest
        }
    }

    private mutating func put(_ cell: Cell, row: Int, column: Int) {
        let index = row * columns + column
        if cells[index].isRest { cells[index - 1] = .blank }
        if column + 1 < columns, cells[index + 1].isRest { cells[index + 1] = .blank }
        cells[index] = cell
    }

    /// Writes text from a place rightwards; what does not fit is left out, and half a glyph is a blank.
    public mutating func write(_ text: String, row: Int, column: Int, style: Style = .plain) {
        guard (0..<rows).contains(row) else { return }
        var at = column
        for character in text where at < columns {
            let cell = Cell(character, style: style)
            if at >= 0 {
                self[row, at] = cell
            } else if at + cell.columns > 0 {
                self[row, 0] = Cell(" ", style: style)
            }
            at += cell.columns
        }
    }

    /// Writes text that ends left of a column.
    public mutating func write(_ text: String, row: Int, endingBefore column: Int, style: Style = .plain) {
        let (start, overflow) = column.subtractingReportingOverflow(TextColumns.count(text))
        if !overflow { write(text, row: row, column: start, style: style) }
    }

    /// The rows as plain text, spaces at the end dropped: what tests and screen readers see.
    public var text: [String] {
        (0..<rows).map { row in
            var line = String.UnicodeScalarView(
                cells[row * columns..<(row + 1) * columns].map(\.glyph).filter { $0 != "\0" }
            )
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }

    private func contains(row: Int, column: Int) -> Bool {
        row >= 0 && row < rows && column >= 0 && column < columns
    }
}

extension Frame {
    var area: Area { Area(row: 0, column: 0, rows: rows, columns: columns) }
}
