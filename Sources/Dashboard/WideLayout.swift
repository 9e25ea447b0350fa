/// The screen with room for everything, from 56 columns and 14 rows.
///
/// From the top: what this is, the heart rate with the sign and the minutes, the gauge, the numbers, the run so far, the
/// sensors, the keys. Space comes first to the gaps, then to the charts.
struct WideLayout {
    let screen: RunScreen

    private static let margin = 2
    private static let rowsNeeded = 14
    private static let leastChartRows = 4
    private static let roomyRows = 28

    /// The gaps in the order in which they are given a row.
    private enum Gap: Int {
        case underHeader, underGauge, underHeadline, underValues
    }

    func draw(into frame: inout Frame) {
        let scale = frame.columns >= 132 && frame.rows >= 40 ? 2 : 1
        let isRoomy = frame.rows >= Self.roomyRows
        let spareRows = frame.rows - Self.rowsNeeded
        func height(of gap: Gap) -> Int { spareRows > gap.rawValue ? 1 : 0 }

        var rest = frame.area.inset(columns: Self.margin)
        HeaderLine(screen: screen).draw(into: &frame, area: rest.takeTop(1))
        let noticeArea = rest.takeTop(height(of: .underHeader))
        Headline(screen: screen, scale: scale)
            .draw(into: &frame, area: rest.takeTop(BigDigits.height * scale + 1))
        _ = rest.takeTop(height(of: .underHeadline))
        let gaugeArea = rest.takeTop(isRoomy ? 4 : 3)
        screen.gauge?.draw(into: &frame, area: gaugeArea)
        drawBasis(into: &frame, area: rest.takeTop(height(of: .underGauge)))
        ValueRow(screen: screen).draw(into: &frame, area: rest.takeTop(2))
        _ = rest.takeTop(height(of: .underValues))

        KeyLine(keys: screen.keys).draw(into: &frame, area: rest.takeBottom(1))
        let foot = rest.takeBottom(1)
        SensorLine(sensors: screen.run.sensors).draw(into: &frame, area: foot)
        if let text = screen.notice {
            NoticeLine(text: text).draw(into: &frame, area: noticeArea.rows > 0 ? noticeArea : foot)
        } else {
            FindingLine(notice: screen.run.notice).draw(into: &frame, area: noticeArea)
        }
        if isRoomy { _ = rest.takeBottom(1) }
        if rest.rows >= Self.leastChartRows { screen.drawCharts(into: &frame, area: rest) }
    }

    /// Where band and maximum come from, in the gap under the gauge: as much as fits.
    private func drawBasis(into frame: inout Frame, area: Area) {
        guard area.rows > 0, let label = screen.basisLabel(columns: area.columns) else { return }
        frame.write(label, row: area.row, column: area.column, style: .dim)
    }
}
