import RunEngine

/// The laps of a run as a table of text; where lines are short the columns that matter least are left out.
struct LapTable {
    private static let gap = 3

    private struct Column {
        var title: String
        var cells: [String]

        var width: Int { ([title] + cells).map(\.count).max() ?? 0 }
    }

    let laps: [RunLap]

    /// A line of titles and one for each lap; none without laps.
    func lines(columns: Int) -> [String] {
        if laps.isEmpty { return [] }
        var shown = [
            Column(title: "Lap", cells: laps.map { "\($0.number)" }),
            Column(title: "Time", cells: laps.map { PlainText.clock($0.elapsedMilliseconds) }),
            Column(title: "In the band", cells: laps.map { PlainText.clock($0.insideMilliseconds) }),
            Column(title: "Distance", cells: laps.map { $0.distanceMillimetres.map(PlainText.kilometres) ?? "" }),
            Column(title: "Heart rate", cells: laps.map { $0.heartRate.map { "\($0.averageBPM) bpm" } ?? "" }),
            Column(title: "", cells: laps.map { $0.heartRate.map { "\($0.minimumBPM) to \($0.maximumBPM)" } ?? "" }),
        ]
        shown.removeAll { column in column.title != "Lap" && column.cells.allSatisfy(\.isEmpty) }
        for title in ["", "In the band", "Distance"] where Self.width(of: shown) > columns {
            shown.removeAll { $0.title == title }
        }
        return (-1..<laps.count).map { row in
            let cells = shown.map { column in
                let cell = row < 0 ? column.title : column.cells[row]
                return String(repeating: " ", count: column.width - cell.count) + cell
            }
            return PlainText.trimmed(
                PlainText.margin + cells.joined(separator: String(repeating: " ", count: Self.gap))
            )
        }
    }

    private static func width(of columns: [Column]) -> Int {
        columns.reduce(PlainText.margin.count - gap) { $0 + $1.width + gap }
    }
}
