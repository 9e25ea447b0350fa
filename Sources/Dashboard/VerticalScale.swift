import RunEngine

/// Heart rates along the height of a chart, two half rows to a row. The upper edge of the band lies exactly between two
/// rows, so that a heart rate above the band is never drawn in its strip.
struct VerticalScale {
    let band: (lower: Int, upper: Int)
    /// The rows of the band's strip.
    let bandRows: ClosedRange<Int>
    private let rows: Int
    private let rowsAbove: Int
    /// The height of a half row in thousandths of a bpm.
    private let halfRowMilliBPM: Int

    /// The finest scale that holds the band, some room around it, and all readings.
    init(columns: [RunHistory.Step], band: TargetBand, rows: Int) {
        let edges = [min(max(20, band.lowerBPM), 260), min(max(20, band.upperBPM), 260)].sorted()
        let readings = columns.compactMap(\.heartRateBPM.value)
        // Whole tens, so that the chart does not grow with each beat.
        let most = (min(max(readings.max() ?? 0, edges[1] + 8), 300) + 9) / 10 * 10
        let least = max(0, min(readings.min() ?? 300, edges[0] - 8)) / 10 * 10
        func halfRowMilliBPM(rowsAbove: Int) -> Int {
            max(
                (most - edges[1]) * 500 / rowsAbove,
                (edges[1] - least) * 500 / max(1, rows - rowsAbove)
            ) + 1
        }
        let rowsAbove =
            (1...max(1, rows - 1)).min { halfRowMilliBPM(rowsAbove: $0) < halfRowMilliBPM(rowsAbove: $1) } ?? 1
        self.rows = rows
        self.rowsAbove = rowsAbove
        self.halfRowMilliBPM = halfRowMilliBPM(rowsAbove: rowsAbove)
        self.band = (edges[0], edges[1])
        let stripHalfRows = (edges[1] - edges[0]) * 1000 / halfRowMilliBPM(rowsAbove: rowsAbove)
        let firstRow = min(rowsAbove, rows - 1)
        bandRows = firstRow...min(firstRow + stripHalfRows / 2, rows - 1)
    }

    /// The heart rate at the upper edge.
    var top: Int { band.upper + rowsAbove * 2 * halfRowMilliBPM / 1000 }

    /// The heart rate at the lower edge.
    var bottom: Int { max(0, band.upper - (rows - rowsAbove) * 2 * halfRowMilliBPM / 1000) }

    /// Counted from the top.
    func halfRow(of bpm: Int) -> Int {
        let distance = (min(max(0, bpm), 300) - band.upper) * 1000
        let halfRow =
            distance > 0
            ? rowsAbove * 2 - 1 - (distance - 1) / halfRowMilliBPM
            : rowsAbove * 2 - distance / halfRowMilliBPM
        return min(max(0, halfRow), rows * 2 - 1)
    }
}
