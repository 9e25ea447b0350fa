public import Practice
internal import RunEngine

/// The practice as a page for a person, and as JSON: the output of `steady week`.
public struct WeekReport: Sendable {
    /// How many weeks can be shown, this one among them.
    public static let weekRange = 1...600
    /// How many weeks are shown where nobody says.
    public static let defaultWeeks = 8

    let calendar: PracticeCalendar
    let weeks: [PracticeWeek]
    private let hasGuide: Bool
    private let crisisLine: String?

    /// A report.
    ///
    /// - Parameters:
    ///   - calendar: The practice.
    ///   - weeks: How many weeks to show, this one among them.
    ///   - hasGuide: True where the runner asks what the World Health Organization advises.
    ///   - crisisLine: Whom the runner would call; told under what they say of how they feel.
    public init(
        _ calendar: PracticeCalendar,
        weeks: Int = defaultWeeks,
        hasGuide: Bool = false,
        crisisLine: String? = nil
    ) {
        precondition(Self.weekRange.contains(weeks))
        self.calendar = calendar
        self.weeks = calendar.lastWeeks(weeks)
        self.hasGuide = hasGuide
        self.crisisLine = crisisLine
    }

    /// For a person; no line is longer than `columns`, of which there are 40 at least.
    public func lines(columns: Int) -> [String] {
        let columns = max(40, columns)
        let sections = [title + done, [calendar.nextStep], chart(columns), dots(columns), soFar, notice, guide]
        return Array(
            sections.filter { !$0.isEmpty }.joined(separator: [""])
                .flatMap { PlainText.wrapped($0, columns: columns, indent: $0.hasPrefix(" ") ? 4 : 0) }
        )
    }

    // MARK: - This week

    private var title: [String] {
        let week = calendar.thisWeek.week
        return [
            WeekSaying.week.text([
                "week": "\(week.week)", "year": "\(week.year)", "days": DayWords.span(week.firstDay, week.lastDay),
            ])
        ]
    }

    private var done: [String] {
        let week = calendar.thisWeek
        guard calendar.lastStart != nil else { return ["  " + WeekSaying.noneYet.text()] }
        var lines = ["  \(runsWords(week))"]
        if week.movingMilliseconds > 0 {
            lines.append("  " + WeekSaying.moving.text(["minutes": Minutes.text(week.movingMilliseconds)]))
        }
        if week.insideMilliseconds > 0 {
            lines.append("  " + WeekSaying.inBand.text(["minutes": Minutes.text(week.insideMilliseconds)]))
        }
        return lines
    }

    /// `2 of 3 runs, and 1 start`; beyond the goal there is no "of", and a start is never a run that was not.
    private func runsWords(_ week: PracticeWeek) -> String {
        let goal = calendar.goalRuns
        let (goalRuns, starts) = (Self.count(goal, "run"), Self.count(week.shortStarts, "start"))
        if week.starts == 0 { return WeekSaying.room.text(["runs": goalRuns]) }
        if week.runs == 0 { return WeekSaying.startsAndRoom.text(["starts": starts, "runs": goalRuns]) }
        let runs =
            week.runs > goal || week.runs == goal && goal == 1
            ? Self.count(week.runs, "run") : WeekSaying.ofGoal.text(["runs": "\(week.runs)", "goal": goalRuns])
        return week.shortStarts > 0 ? WeekSaying.runsAndStarts.text(["runs": runs, "starts": starts]) : runs
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    // MARK: - The weeks

    /// From the first start on: what lies before it is no week without a run.
    private var weeksSinceFirst: [PracticeWeek] {
        guard let first = calendar.firstWeek else { return [] }
        return weeks.filter { $0.week >= first }
    }

    private func chart(_ columns: Int) -> [String] {
        let weeks = weeksSinceFirst
        if weeks.count < 2 || weeks.allSatisfy({ $0.starts == 0 }) { return [] }
        return [WeekSaying.chart.text(["weeks": "\(weeks.count)"])]
            + WeekBars(weeks).lines(columns: columns)
    }

    private func dots(_ columns: Int) -> [String] {
        let table = WeekDots(weeksSinceFirst)
        if table.isEmpty { return [] }
        let lines = [WeekSaying.dots.text()] + table.lines
        return table.hasDots ? lines + ["", care] : lines
    }

    /// Stands under whatever shows how somebody feels.
    private var care: String {
        let line = crisisLine.map { [CareSaying.crisisLine.text(["line": $0])] } ?? []
        return ([CareSaying.besideCare.text(), CareSaying.crisis.text()] + line).joined(separator: " ")
    }

    private var soFar: [String] {
        guard let last = calendar.lastStart else { return [] }
        var lines: [String] = []
        if let doing = calendar.doing {
            if doing.withGoal > 0 {
                lines.append(WeekSaying.goalOfLate.text(["weeks": "\(doing.withGoal)", "span": "\(doing.of)"]))
            } else if doing.cameBack > 0 {
                lines.append(WeekSaying.backOfLate.text(["weeks": "\(doing.cameBack)", "span": "\(doing.of)"]))
            }
        }
        if let first = weeks.first, ISOWeek(containing: last) < first.week {
            lines.append(WeekSaying.lastStart.text(["day": last.words]))
        }
        var totals: [String] = []
        if calendar.weeksWithGoal > 0 {
            totals.append(WeekSaying.goalWeeks.text(["weeks": "\(calendar.weeksWithGoal)"]))
        }
        totals.append(WeekSaying.backWeeks.text(["weeks": "\(calendar.weeksCameBack)"]))
        return lines + [totals.joined(separator: " ")]
    }

    // MARK: - What is enough

    private var notice: [String] { calendar.notice.map { [$0.text] } ?? [] }

    private var guide: [String] { hasGuide ? [WeekSaying.guide.text(), WeekSaying.guideByWHO.text()] : [] }
}

/// Days in words.
enum DayWords {
    /// `23 Nov`
    static func short(_ day: CivilDate) -> String {
        day.words.split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// `23 to 29 Nov`, `30 Nov to 6 Dec`; with years where they differ.
    static func span(_ first: CivilDate, _ last: CivilDate) -> String {
        if first.year != last.year { return "\(first.words) to \(last.words)" }
        return first.month == last.month ? "\(first.day) to \(short(last))" : "\(short(first)) to \(short(last))"
    }
}

/// Times in whole minutes.
enum Minutes {
    /// Rounded to the nearest, as in the list of sessions.
    static func rounded(_ milliseconds: Int64) -> Int64 {
        milliseconds / 60_000 + (milliseconds % 60_000 >= 30_000 ? 1 : 0)
    }

    /// `58 min`
    static func text(_ milliseconds: Int64) -> String { "\(rounded(milliseconds)) min" }
}
