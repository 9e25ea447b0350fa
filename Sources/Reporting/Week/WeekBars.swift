internal import Practice
internal import RunEngine

/// The weeks as a small quiet chart: a row a week, a dot a run, a bar of the minutes in the band.
struct WeekBars {
    /// Where lines are at least so long, a row tells the Monday too.
    private static let wideColumns = 60
    private static let mostBarColumns = 60
    /// A bar that fills its width is at least an hour, in ms.
    private static let leastFullMilliseconds: Int64 = 3_600_000
    /// More runs than this are told as a number.
    private static let mostDots = 7
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    private let weeks: [PracticeWeek]
    /// What a bar of the whole width stands for.
    private let fullMilliseconds: Int64

    init(_ weeks: [PracticeWeek]) {
        self.weeks = weeks
        fullMilliseconds = weeks.map(\.insideMilliseconds).reduce(Self.leastFullMilliseconds, max)
    }

    /// A line a week, the oldest first.
    func lines(columns: Int) -> [String] {
        let labels = weeks.map { label($0, isWide: columns >= Self.wideColumns) }
        let width = labels.map(\.count).max() ?? 0
        return zip(weeks, labels).map { week, label in
            let head = label + String(repeating: " ", count: width - label.count)
            return PlainText.trimmed("\(head)  \(bar(of: week, columns: columns - width - 2))")
        }
    }

    /// `  2026-W48  23 Nov  •••      58 min`
    private func label(_ week: PracticeWeek, isWide: Bool) -> String {
        let day = isWide ? "  " + right(DayWords.short(week.week.firstDay), 6) : ""
        let minutes = week.starts > 0 ? Minutes.text(week.insideMilliseconds) : ""
        return "  \(week.week)\(day)  \(left(dots(week), Self.mostDots)) \(right(minutes, 8))"
    }

    /// A start that was no run is a smaller dot.
    private func dots(_ week: PracticeWeek) -> String {
        if week.starts <= Self.mostDots {
            return String(repeating: "•", count: week.runs) + String(repeating: "·", count: week.shortStarts)
        }
        let short = week.shortStarts > 0 ? " \(week.shortStarts)·" : ""
        return "\(week.runs)•\(short)"
    }

    /// In eighths of a column; the longest fills its width, unless none comes to an hour. A time that is not nothing has a
    /// bar.
    private func bar(of week: PracticeWeek, columns: Int) -> String {
        if week.starts == 0 || week.insideMilliseconds <= 0 { return "" }
        let most = Double(min(columns, Self.mostBarColumns) * 8)
        let length = max(1, Int(Double(week.insideMilliseconds) / Double(fullMilliseconds) * most))
        return String(repeating: "█", count: length / 8) + Self.eighths[length % 8]
    }

    private func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// What the runner said of the weeks: how they felt before and after, how they slept, whether they could talk. Plain dots,
/// and no verdict.
struct WeekDots {
    private struct Column {
        var title: String
        var text: (PracticeWeek) -> String?
    }

    private let weeks: [PracticeWeek]
    private let columns: [Column]
    /// True when feelings or sleep are among them.
    let hasDots: Bool

    init(_ weeks: [PracticeWeek]) {
        let dots = [
            Column(title: "before") { Self.dots($0.feelingBefore) },
            Column(title: "after") { Self.dots($0.feelingAfter) },
            Column(title: "slept") { Self.dots($0.sleep) },
        ]
        let talk = Column(title: "talked") { week in
            week.talk.count > 0
                ? WeekSaying.talked.text(["yes": "\(week.talk.yes)", "count": "\(week.talk.count)"]) : nil
        }
        let isKnown = { (column: Column) in weeks.contains { column.text($0) != nil } }
        self.weeks = weeks
        hasDots = dots.contains(where: isKnown)
        columns = (dots + [talk]).filter(isKnown)
    }

    /// True when nothing was said.
    var isEmpty: Bool { columns.isEmpty }

    /// A title, and a line a week in which something was said.
    var lines: [String] {
        let title = row("", columns.map(\.title))
        let rows = weeks.filter { week in columns.contains { $0.text(week) != nil } }
            .map { week in row("\(week.week)", columns.map { $0.text(week) ?? "" }) }
        return [title] + rows
    }

    private static func dots(_ mean: DotMean) -> String? {
        mean.dots.map { String(repeating: "•", count: $0) + String(repeating: "·", count: 5 - $0) }
    }

    private func row(_ name: String, _ texts: [String]) -> String {
        let cells =
            [name + String(repeating: " ", count: max(0, 8 - name.count))]
            + texts.map { text in
                text + String(repeating: " ", count: max(0, 6 - text.count))
            }
        return PlainText.trimmed("  " + cells.joined(separator: " "))
    }
}
