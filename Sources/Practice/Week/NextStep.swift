internal import RunEngine

extension PracticeCalendar {
    /// The next easy step, in a sentence or two. It asks for nothing beyond the goal, and for nothing that the week has no
    /// days for.
    public var nextStep: String {
        let week = thisWeek
        if week.hasGoal(of: goalRuns) { return WeekSaying.goalMet.text(["goal": Self.word(goalRuns)]) }
        if lastStart == nil { return WeekSaying.begin.text() }
        let left = goalRuns - week.runs
        if isBackAfterBreak { return WeekSaying.afterBreak.text() }
        if left > daysLeft { return WeekSaying.weekIsShort.text() }
        if left == goalRuns { return week.starts > 0 ? WeekSaying.begun.text() : opening }
        if hasRunToday { return WeekSaying.enoughToday.text(["runs": more(left)]) }
        return WeekSaying.more.text(["runs": more(left), "goal": Self.word(goalRuns)])
    }

    /// What a week begins with.
    private var opening: String {
        let runs = goalRuns == 1 ? "easy run" : "easy runs"
        return WeekSaying.opening.text(["runs": "\(Self.word(goalRuns).capitalizedFirst) \(runs)"])
    }

    /// Days of this week on which a run is still to be thought of: of those with a run there are none.
    private var daysLeft: Int {
        Int(ISOWeek(containing: today).monday + 6 - today.daysSince1970) + (hasRunToday ? 0 : 1)
    }

    private var hasRunToday: Bool { runs.reversed().prefix { $0.day == today.daysSince1970 }.contains { $0.isRun } }

    /// Two weeks without a start.
    private var isBackAfterBreak: Bool {
        lastStart.map { today.daysSince1970 - $0.daysSince1970 >= 14 } ?? false
    }

    private func more(_ count: Int) -> String {
        count == 1 ? "One more easy run makes" : "\(Self.word(count).capitalizedFirst) more easy runs make"
    }

    /// A small number as people say it.
    static func word(_ number: Int) -> String {
        let words = ["none", "one", "two", "three", "four", "five"]
        return words.indices.contains(number) ? words[number] : "\(number)"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
