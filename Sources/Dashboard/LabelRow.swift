/// A row of labels that keep a column between them.
struct LabelRow {
    private let first: Int
    private var isTaken: [Bool]

    init(first: Int, count: Int) {
        self.first = first
        isTaken = Array(repeating: false, count: count)
    }

    /// Writes a label around a centre if there is room for it.
    @discardableResult
    mutating func place(_ text: String, centre: Int, row: Int, style: Style, in frame: inout Frame) -> Bool {
        let start = centre - text.count / 2 - first
        let end = start + text.count
        guard start >= 0, end <= isTaken.count else { return false }
        guard !isTaken[max(0, start - 1)..<min(isTaken.count, end + 1)].contains(true) else { return false }
        for place in start..<end { isTaken[place] = true }
        frame.write(text, row: row, column: first + start, style: style)
        return true
    }
}
