/// Only what is read from far away, as large as can be: the digits, the band, the time.
struct BigLayout {
    let screen: RunScreen

    private static let margin = 2
    /// With fewer rows the digits have them all.
    private static let leastPlanRows = 11

    func draw(into frame: inout Frame) {
        var rest = frame.area.inset(columns: Self.margin)
        let gaugeRows = min(6, max(3, frame.rows / 8))
        let isRoomy = frame.rows >= 16
        if isRoomy {
            let foot = rest.takeBottom(1)
            if let playback = screen.playback { TimeLine(playback: playback).draw(into: &frame, area: foot) }
        }
        if let notice = screen.notice {
            NoticeLine(text: notice).draw(into: &frame, area: rest.takeBottom(1))
        }
        if frame.rows >= Self.leastPlanRows, let plan = PlanLine(screen: screen) {
            plan.draw(into: &frame, area: rest.takeBottom(1))
        }
        let gauge = rest.takeBottom(gaugeRows)
        if isRoomy { _ = rest.takeBottom(1) }
        if frame.rows >= 30, let scale = BigWord.scale(columns: rest.columns, rows: frame.rows / 10) {
            let area = rest.takeBottom(BigWord.rows(scale: scale) + 2)
            Headline.drawBigWord(of: screen, scale: scale, into: &frame, area: area.lower(by: 1))
        }
        let headline = Headline(screen: screen, columns: rest.columns, rows: rest.rows, prefersHigh: true)
        _ = rest.takeTop(max(0, rest.rows - headline.rows) / 2)
        headline.draw(into: &frame, area: rest)
        screen.gauge?.draw(into: &frame, area: gauge)
    }
}
