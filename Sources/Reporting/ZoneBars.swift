import RunEngine

/// The time in each zone, and the time of which it is not known, as bars of text; the longest fills its width.
struct ZoneBars {
    /// A bar that is shorter says little.
    private static let leastBarColumns = 12
    private static let mostBarColumns = 60
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    private struct Bar {
        var name: String
        var range: String
        var milliseconds: Int64
    }

    private let bars: [Bar]
    private let wholeMilliseconds: Int64

    init(_ summary: RunSummary, of zones: ZoneSet) {
        var bars = ZoneRow.rows(of: zones).map { row in
            Bar(
                name: row.name,
                range: row.range,
                milliseconds: summary.zoneMilliseconds.indices.contains(row.zone)
                    ? summary.zoneMilliseconds[row.zone] : 0
            )
        }
        if summary.unknownMilliseconds >= 1000 {
            bars.append(Bar(name: "not known", range: "", milliseconds: summary.unknownMilliseconds))
        }
        self.bars = bars
        wholeMilliseconds = bars.reduce(0) { $0 + $1.milliseconds }
    }

    /// A line for each, or two where the lines are short.
    func lines(columns: Int) -> [String] {
        let nameColumns = bars.map(\.name.count).max() ?? 0
        let rangeColumns = bars.map(\.range.count).max() ?? 0
        let labels = bars.map { "  " + Self.left($0.name, nameColumns) + "   " + Self.left($0.range, rangeColumns) }
        let room = columns - (labels.first?.count ?? 0) - 2 - Self.timeColumns
        if room >= Self.leastBarColumns {
            return zip(labels, bars).map { PlainText.trimmed("\($0)  \(time(of: $1))\(line(of: $1, columns: room))") }
        }
        return bars.flatMap { bar in
            let label = bar.range.isEmpty ? "  \(bar.name)" : "  \(bar.name), \(bar.range)"
            let line = "    \(time(of: bar))\(line(of: bar, columns: columns - 4 - Self.timeColumns))"
            return PlainText.wrapped(label, columns: columns, indent: 5) + [PlainText.trimmed(line)]
        }
    }

    private static let timeColumns = 17

    /// The time and its share, with room behind: `0:33:20    56 %  `.
    private func time(of bar: Bar) -> String {
        let clock = PlainText.clock(bar.milliseconds)
        let share = "\(PlainText.percent(bar.milliseconds, of: wholeMilliseconds)) %"
        return Self.right(clock, 8) + Self.right(share, 7) + "  "
    }

    /// In eighths of a column; a time that is not nothing has a bar.
    private func line(of bar: Bar, columns: Int) -> String {
        let longest = bars.map(\.milliseconds).max() ?? 0
        if bar.milliseconds <= 0 || longest <= 0 { return "" }
        let most = Int64(min(columns, Self.mostBarColumns)) * 8
        let length = Int(max(1, bar.milliseconds * most / longest))
        return String(repeating: "█", count: length / 8) + Self.eighths[length % 8]
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
