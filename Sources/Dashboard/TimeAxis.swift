/// The run from its start along the columns of a chart. The span grows by steps, so that the chart stands still for
/// minutes at a time and only its newest column changes.
struct TimeAxis {
    let spanMinutes: Int64

    private static let spans: [Int64] = [5, 10, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440]

    init(elapsedMilliseconds: Int64) {
        let minutes = NumberText.minutes(elapsedMilliseconds)
        var span = Self.spans.first { minutes < $0 } ?? 2880
        while span <= minutes { span *= 2 }
        spanMinutes = span
    }

    /// A run that is over, to its end: up to the next whole minute.
    init(wholeMilliseconds: Int64) {
        spanMinutes = max(1, (min(max(0, wholeMilliseconds), 1_000_000_000_000) + 59_999) / 60_000)
    }

    var spanMilliseconds: Int64 { spanMinutes * 60_000 }

    /// Minutes between two labels: at most five spans of them.
    private var tickMinutes: Int64 {
        let ticks: [Int64] = [1, 2, 5, 10, 15, 30, 60]
        var tick = ticks.first { spanMinutes <= $0 * 5 } ?? 60
        while spanMinutes > tick * 5 { tick *= 2 }
        return tick
    }

    func draw(into frame: inout Frame, row: Int, column: Int, columns: Int) {
        var labels = LabelRow(first: column - 3, count: columns + 3)
        let end = "\(spanMinutes) min"
        // First, for it has the unit: a tick that is too near gives way.
        labels.place(
            end,
            centre: column + columns - end.count + end.count / 2,
            row: row,
            style: .dim,
            in: &frame
        )
        for tick in stride(from: 0, to: spanMinutes, by: Int(tickMinutes)) {
            let place = Int(tick * Int64(columns) / spanMinutes)
            labels.place(String(tick), centre: column + place, row: row, style: .dim, in: &frame)
        }
    }
}
