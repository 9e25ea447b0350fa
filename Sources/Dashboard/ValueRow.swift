import RunEngine

/// The numbers of the moment and of the run, spread over the width like the headline: a label, and the value under it.
struct ValueRow {
    let screen: RunScreen

    /// Keeps a label where it is when its value grows by a digit.
    private static let leastWidth = 9
    /// Where there is a cadence it has a place of its own, if the others keep theirs.
    private static let columnsForCadence = 72

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows >= 2 else { return }
        var values = Self.values(of: screen)
        if let cadence = screen.run.live?.cadencePerMinute, area.columns >= Self.columnsForCadence {
            values.insert(("cadence", "\(cadence) /min"), at: 3)
        }
        let last = values.count - 1
        for (offset, value) in values.enumerated() {
            let width = max(Self.leastWidth, value.label.count, value.text.count)
            let column = area.column + (area.columns - width) * offset / last
            for (row, text, style) in [(area.row, value.label, Style.dim), (area.row + 1, value.text, Style.plain)] {
                // The first column stands at the left edge, the last at the right one.
                frame.write(text, row: row, column: column + (width - text.count) * offset / last, style: style)
            }
        }
    }

    private static func values(of screen: RunScreen) -> [(label: String, text: String)] {
        let run = screen.run
        return [
            ("elapsed", NumberText.clock(run.elapsedMilliseconds)),
            ("in the band", "\(NumberText.minutes(run.insideMilliseconds)) min"),
            ("speed", measured(NumberText.speed(centiKmH: run.live?.speedCentiKmH), "km/h")),
            ("incline", measured(NumberText.inclination(deciPercent: run.live?.inclinationDeciPercent), "%")),
            ("distance", measured(NumberText.kilometres(millimetres: run.distanceMillimetres), "km")),
        ]
    }

    /// A number with its unit; a missing number needs none.
    static func measured(_ number: String, _ unit: String) -> String {
        number == NumberText.missing ? number : "\(number) \(unit)"
    }
}
