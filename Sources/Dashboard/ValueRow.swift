import RunEngine

/// The numbers of the moment and of the run, spread over the width like the headline: a label, and the value under it.
/// On a narrow, high screen they stand in two rows.
struct ValueRow {
    let screen: RunScreen
    /// The time in the band has a line of its own.
    var hasAimLine = false

    private struct Value {
        var label: String
        var text: String
        /// Those that matter less are left out first: the higher, the sooner.
        var rank: Int

        init(_ label: String, _ text: String, rank: Int) {
            self.label = label
            self.text = text
            self.rank = rank
        }
    }

    /// Keeps a label where it is when its value grows by a digit.
    private static let leastWidth = 9
    private static let gap = 2
    /// A label, a value, and a blank row between two rows of them.
    private static let rowHeight = 3

    /// How many rows of values can stand at a width, and how high they are.
    static func rowsNeeded(columns: Int) -> Int { columns < 52 ? 2 * rowHeight - 1 : rowHeight - 1 }

    func draw(into frame: inout Frame, area: Area) {
        guard area.rows >= 2, area.columns > 0 else { return }
        let lines = area.rows >= 2 * Self.rowHeight - 1 ? 2 : 1
        let room = max(1, (area.columns + Self.gap) / (Self.leastWidth + Self.gap)) * lines
        let shown = values.filter { value in values.count { $0.rank < value.rank } < room }
        let perLine = (shown.count + lines - 1) / lines
        for line in 0..<lines {
            let row = area.row + line * Self.rowHeight
            draw(
                Array(shown.dropFirst(line * perLine).prefix(perLine)),
                into: &frame,
                row: row,
                area: area,
                of: perLine
            )
        }
    }

    /// The first column stands at the left edge, the last at the right one.
    private func draw(_ values: [Value], into frame: inout Frame, row: Int, area: Area, of count: Int) {
        let last = max(1, count - 1)
        for (offset, value) in values.enumerated() {
            let width = max(Self.leastWidth, value.label.count, value.text.count)
            let column = area.column + max(0, area.columns - width) * offset / last
            for (row, text, style) in [(row, value.label, Style.dim), (row + 1, value.text, Style.plain)] {
                frame.write(text, row: row, column: column + (width - text.count) * offset / last, style: style)
            }
        }
    }

    private var values: [Value] {
        let run = screen.run
        let speed = run.live?.speedCentiKmH
        var values = [
            Value("elapsed", NumberText.clock(run.elapsedMilliseconds), rank: 0),
            Value("moving", NumberText.clock(run.movingMilliseconds), rank: 6),
            Value("in the band", "\(NumberText.minutes(run.insideMilliseconds)) min", rank: 1),
            Value("speed", Self.measured(NumberText.speed(centiKmH: speed), "km/h"), rank: 2),
            Value("pace", Self.measured(NumberText.pace(centiKmH: speed), "/km"), rank: 5),
            Value(
                "incline",
                Self.measured(NumberText.inclination(deciPercent: run.live?.inclinationDeciPercent), "%"),
                rank: 4
            ),
            Value(
                "distance",
                Self.measured(NumberText.kilometres(millimetres: run.distanceMillimetres), "km"),
                rank: 3
            ),
        ]
        if let cadence = run.live?.cadencePerMinute {
            values.insert(Value("cadence", "\(cadence) /min", rank: 7), at: 5)
        }
        if hasAimLine || !screen.showsZones { values.removeAll { $0.rank == 1 } }
        return values
    }

    /// A number with its unit; a missing number needs none.
    static func measured(_ number: String, _ unit: String) -> String {
        number == NumberText.missing ? number : number + (unit.hasPrefix("/") ? "" : " ") + unit
    }
}
