public import RunEngine

/// A run that is over as a chart: the heart rate with its band behind it, and the speed under it where there was one.
///
/// It is fed sample by sample and keeps a bounded number of them.
public struct SessionChart: Sendable {
    /// When the runner set marks, in ms of session time.
    public var markMilliseconds: [Int64] = []

    private let band: TargetBand
    private let axis: TimeAxis
    private var history = RunHistory()

    /// The chart of a run of so many ms, before its first sample.
    public init(band: TargetBand, elapsedMilliseconds: Int64) {
        self.band = band
        axis = TimeAxis(wholeMilliseconds: elapsedMilliseconds)
    }

    /// Adds what was known at an instant.
    public mutating func record(_ sample: RunSample) { history.record(sample) }

    /// The chart at a width in columns, as high as it needs to be; without a row where there is nothing to draw.
    public func frame(columns: Int) -> Frame {
        let count = columns - HeartRateChart.gutter
        guard count > 10 else { return Frame(columns: columns, rows: 0) }
        let steps = history.columns(count, spanMilliseconds: axis.spanMilliseconds)
        let parts = Parts(
            hasHeartRate: steps.contains { $0.heartRateBPM.value != nil },
            hasSpeed: steps.contains { $0.speedCentiKmH.value != nil },
            hasMarks: !markMilliseconds.isEmpty,
            isWide: columns >= Self.wideColumns
        )
        var frame = Frame(columns: columns, rows: parts.rows)
        var area = frame.area
        if parts.hasHeartRate {
            drawTitle(into: &frame, area: area.takeTop(1))
            HeartRateChart(columns: steps, band: band)
                .draw(into: &frame, area: area.takeTop(parts.heartRateRows))
        }
        if parts.hasSpeed {
            if parts.hasHeartRate { _ = area.takeTop(1) }
            frame.write("Speed in km/h", row: area.takeTop(1).row, column: 0)
            SpeedLine(columns: steps).draw(into: &frame, area: area.takeTop(Parts.speedRows))
        }
        if area.rows > 0 {
            axis.draw(into: &frame, row: area.takeTop(1).row, column: HeartRateChart.gutter, columns: count)
        }
        if area.rows > 0 { drawMarks(into: &frame, row: area.row, columns: count) }
        return frame
    }

    private static let wideColumns = 72

    /// What there is to draw, and how high it is.
    private struct Parts {
        static let speedRows = 4

        var hasHeartRate: Bool
        var hasSpeed: Bool
        var hasMarks: Bool
        var isWide: Bool

        var heartRateRows: Int { isWide ? 12 : 9 }

        var rows: Int {
            var rows = 0
            if hasHeartRate { rows += 1 + heartRateRows }
            if hasSpeed { rows += 1 + Self.speedRows }
            if hasHeartRate && hasSpeed { rows += 1 }
            if rows > 0 { rows += hasMarks ? 2 : 1 }
            return rows
        }
    }

    /// What the line and the strip are, as much as fits.
    private func drawTitle(into frame: inout Frame, area: Area) {
        let title = "Heart rate in bpm"
        frame.write(title, row: area.row, column: area.column)
        let words = "band \(band.lowerBPM) to \(band.upperBPM)"
        let start = area.column + area.columns - words.count - 3
        if start < area.column + title.count + 2 { return }
        frame.write("░░", row: area.row, column: start, style: Style(.easy, .dim))
        frame.write(words, row: area.row, column: start + 3, style: .dim)
    }

    /// The marks under the time, by their numbers, as many as have room.
    private func drawMarks(into frame: inout Frame, row: Int, columns: Int) {
        var labels = LabelRow(first: 0, count: frame.columns)
        for (index, time) in markMilliseconds.enumerated() {
            let place = Int(min(max(0, time), axis.spanMilliseconds - 1) * Int64(columns) / axis.spanMilliseconds)
            let label = "▲\(index + 1)"
            let start = min(HeartRateChart.gutter + place, frame.columns - label.count)
            labels.place(label, centre: start + label.count / 2, row: row, style: .plain, in: &frame)
        }
    }
}
