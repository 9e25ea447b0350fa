internal import RunEngine

/// The one quiet line of a week in which it was much, with its reason.
public struct WeekNotice: Equatable, Sendable {
    /// Which rule speaks, by the name that programs see.
    public enum Name: String, CaseIterable, Sendable {
        /// At least two signs that the runs took more out of the runner than usual.
        case strain
        /// More than five runs in the week.
        case manyRuns = "many_runs"
        /// Seven days in a row with a run.
        case noRestDay = "no_rest_day"
        /// More than 90 minutes at once.
        case longRun = "long_run"
        /// More than 23 runs in 30 days.
        case manyInMonth = "many_in_month"
        /// Half as much again as in the runner's usual week, and an hour more.
        case aboveUsual = "above_usual"
    }

    /// Which rule speaks.
    public var name: Name
    /// What is said.
    public var text: String
}

extension PracticeCalendar {
    /// The line of this week, if there is any. What was said first stays: it is that of the first day of the week on which
    /// a rule holds, and on that day the first of the rules in the order of their names' list.
    public var notice: WeekNotice? {
        let monday = ISOWeek(containing: today).monday
        for day in monday...today.daysSince1970 {
            if let notice = PracticePast(of: self, upTo: day).notice { return notice }
        }
        return nil
    }
}

/// What was known at the end of a day.
struct PracticePast {
    /// Counted from 1970-01-01.
    let day: Int64
    /// Up to the day, the oldest first.
    let runs: ArraySlice<PracticeRun>
    /// Up to the day.
    let days: [PracticeDay]

    init(of calendar: PracticeCalendar, upTo day: Int64) {
        self.day = day
        let end = calendar.runs.lastIndex { $0.day <= day }.map { $0 + 1 } ?? 0
        runs = calendar.runs[..<end]
        days = calendar.days.filter { $0.date.daysSince1970 <= day }
    }

    /// Sessions of the last so many days, this one among them.
    func runs(ofLast count: Int64) -> ArraySlice<PracticeRun> { runs.suffix(while: { $0.day > day - count }) }

    /// Sessions of the days of a range that ends at most today, as days before this one: 0 is this one.
    func runs(daysAgo range: ClosedRange<Int64>) -> ArraySlice<PracticeRun> {
        runs.suffix(while: { $0.day >= day - range.upperBound }).prefix { $0.day <= day - range.lowerBound }
    }

    var notice: WeekNotice? {
        for name in WeekNotice.Name.allCases {
            if let text = text(of: name) { return WeekNotice(name: name, text: text) }
        }
        return nil
    }

    private func text(of name: WeekNotice.Name) -> String? {
        switch name {
        case .strain: strain
        case .manyRuns: manyRuns
        case .noRestDay: noRestDay
        case .longRun: longRun
        case .manyInMonth: manyInMonth
        case .aboveUsual: aboveUsual
        }
    }

    /// Sessions of the week up to the day.
    private var weekRuns: ArraySlice<PracticeRun> { runs(ofLast: day - ISOWeek(containingDay: day).monday + 1) }

    private var strain: String? {
        let signs = StrainSign.allCases.filter { $0.shows(in: self) }
        guard signs.count >= StrainSign.enough, isKnownLongEnough else { return nil }
        return EnoughSaying.strain.text(["signs": signs.map(\.words).joined(separator: ", ")])
    }

    /// There are three weeks to compare with.
    private var isKnownLongEnough: Bool {
        guard let first = runs.first(where: \.isStart) else { return false }
        return day - first.day + 1 >= StrainSign.leastDays
    }

    private var manyRuns: String? {
        let count = weekRuns.count(where: \.isRun)
        return count > 5 ? EnoughSaying.manyRuns.text(["runs": "\(count)"]) : nil
    }

    private var noRestDay: String? {
        let days = Set(runs(ofLast: 7).filter(\.isRun).map(\.day))
        return days.count == 7 ? EnoughSaying.noRestDay.text() : nil
    }

    private var longRun: String? {
        guard let longest = weekRuns.map(\.movingMilliseconds).max(), longest > 90 * 60_000 else { return nil }
        // Rounded up: it is more than 90.
        return EnoughSaying.longRun.text(["minutes": "\((longest - 1) / 60_000 + 1)"])
    }

    private var manyInMonth: String? {
        let count = runs(ofLast: 30).count(where: \.isRun)
        return count > 23 ? EnoughSaying.manyInMonth.text(["runs": "\(count)"]) : nil
    }

    /// The usual week is the median of the four before. Where that is nothing, there is none to compare with.
    private var aboveUsual: String? {
        let sums = (1...4).map { weeksAgo in movingMilliseconds(weeksAgo: Int64(weeksAgo)) }.sorted()
        let usual = (sums[1] + sums[2]) / 2
        let more = movingMilliseconds(weeksAgo: 0) - usual
        guard usual > 0, more * 2 > usual, more > 60 * 60_000 else { return nil }
        return EnoughSaying.aboveUsual.text(["minutes": "\(more / 60_000)"])
    }

    private func movingMilliseconds(weeksAgo: Int64) -> Int64 {
        let week = ISOWeek(containingDay: day).advanced(by: -weeksAgo)
        let ago = max(0, day - week.monday - 6)...(day - week.monday)
        // No run is as long as a year: so that no sum, however odd the log, overflows.
        return runs(daysAgo: ago).reduce(0) { $0 + min($1.movingMilliseconds, 31_536_000_000) }
    }
}

extension ArraySlice {
    /// The longest end of which all elements satisfy a condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
        self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
    }
}
