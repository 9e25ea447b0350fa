import RunEngine

/// Heart rates along the height of a chart, some steps to a row. The upper edge of the band lies exactly between two
/// rows, so that a heart rate above the band is never drawn in its strip.
struct VerticalScale {
    let band: (lower: Int, upper: Int)
    /// The rows of the band's strip.
    let bandRows: ClosedRange<Int>
    private let rows: Int
    private let rowsAbove: Int
    private let stepsPerRow: Int
    /// The height of a step in thousandths of a bpm.
    private let stepMilliBPM: Int

    /// The finest scale that holds the band, some room around it, and all readings.
    init(columns: [RunHistory.Step], band: TargetBand, rows: Int, stepsPerRow: Int = 2) {
        let edges = [min(max(20, band.lowerBPM), 260), min(max(20, band.upperBPM), 260)].sorted()
        let readings = columns.compactMap(\.heartRateBPM.value)
        // Whole tens, so that the chart does not grow with each beat.
        let most = (min(max(readings.max() ?? 0, edges[1] + 8), 300) + 9) / 10 * 10
        let least = max(0, min(readings.min() ?? 300, edges[0] - 8)) / 10 * 10
        let rowMilliBPM = 1000 / stepsPerRow
        func stepMilliBPM(rowsAbove: Int) -> Int {
            max(
                (most - edges[1]) * rowMilliBPM / rowsAbove,
                (edges[1] - least) * rowMilliBPM / max(1, rows - rowsAbove)
            ) + 1
        }
        let rowsAbove =
            (1...max(1, rows - 1)).min { stepMilliBPM(rowsAbove: $0) < stepMilliBPM(rowsAbove: $1) } ?? 1
        self.rows = rows
        self.rowsAbove = rowsAbove
        self.stepsPerRow = stepsPerRow
        self.stepMilliBPM = stepMilliBPM(rowsAbove: rowsAbove)
        self.band = (edges[0], edges[1])
        let stripSteps = (edges[1] - edges[0]) * 1000 / stepMilliBPM(rowsAbove: rowsAbove)
        let firstRow = min(rowsAbove, rows - 1)
        bandRows = firstRow...min(firstRow + stripSteps / stepsPerRow, rows - 1)
    }

    /// The heart rate at the upper edge.
    var top: Int { band.upper + rowsAbove * stepsPerRow * stepMilliBPM / 1000 }

    /// The heart rate at the lower edge.
    var bottom: Int { max(0, band.upper - (rows - rowsAbove) * stepsPerRow * stepMilliBPM / 1000) }

    /// Counted from the top.
    func step(of bpm: Int) -> Int {
        let distance = (min(max(0, bpm), 300) - band.upper) * 1000
        let step =
            distance > 0
            ? rowsAbove * stepsPerRow - 1 - (distance - 1) / stepMilliBPM
            : rowsAbove * stepsPerRow - distance / stepMilliBPM
        return min(max(0, step), rows * stepsPerRow - 1)
    }
}
