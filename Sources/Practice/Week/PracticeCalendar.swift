public import RunEngine

/// The practice, week by week, up to a day: what was done, what is to be noted, and what the next easy step is.
///
/// Sessions and days in, weeks and words out. Nothing in it can break: there are weeks with the goal and weeks in which
/// the runner came back, and their numbers never become smaller.
public struct PracticeCalendar: Sendable {
    /// What the goal of a week can be, in runs.
    public static let goalRange = 1...5
    /// The goal of a week where the runner said nothing, in runs.
    public static let defaultGoalRuns = 3

    /// The day up to which it goes; what is dated later has not happened yet.
    public let today: CivilDate
    /// How many runs a week the runner means to do.
    public let goalRuns: Int
    /// Up to today, the oldest first.
    let runs: [PracticeRun]
    /// Up to today.
    let days: [PracticeDay]
    private let weeks: [ISOWeek: PracticeWeek]

    /// A calendar of sessions and days, in any order. Demos are not to be among them.
    public init(
        runs: [PracticeRun],
        days: [PracticeDay] = [],
        today: CivilDate,
        goalRuns: Int = defaultGoalRuns
    ) {
        precondition(Self.goalRange.contains(goalRuns))
        let last = today.daysSince1970
        self.today = today
        self.goalRuns = goalRuns
        self.runs = runs.filter { $0.day <= last }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        self.days = days.filter { $0.date.daysSince1970 <= last }
        var weeks: [ISOWeek: PracticeWeek] = [:]
        for run in self.runs { weeks[run.week, default: PracticeWeek(run.week)].add(run) }
        for day in self.days {
            let week = ISOWeek(containing: day.date)
            weeks[week, default: PracticeWeek(week)].add(day)
        }
        self.weeks = weeks
    }

    /// Today, by the clock where the runner is now; a day more where they have already run on it: who flies east over the
    /// date line lives a day twice.
    public static func today(
        nowUnixMicroseconds now: Int64,
        utcOffsetSeconds: Int?,
        runs: [PracticeRun]
    ) -> CivilDate {
        let here = CivilDate.local(unixMicroseconds: now, utcOffsetSeconds: utcOffsetSeconds).daysSince1970
        let isAhead = runs.contains { $0.startedAtUnixMicroseconds <= now && $0.day == here + 1 }
        return CivilDate(daysSince1970: isAhead ? here + 1 : here)
    }

    /// The week that today is in.
    public var thisWeek: PracticeWeek { week(ISOWeek(containing: today)) }

    /// The last weeks, the oldest first, this week last; also those in which nothing was done.
    public func lastWeeks(_ count: Int) -> [PracticeWeek] {
        let this = ISOWeek(containing: today)
        return (0..<Int64(count)).reversed().map { week(this.advanced(by: -$0)) }
    }

    /// The week of the first start; `nil` when there was none yet.
    public var firstWeek: ISOWeek? { runs.first { $0.isStart }?.week }

    /// The day of the last start; `nil` when there was none yet.
    public var lastStart: CivilDate? { runs.last { $0.isStart }?.date }

    /// Of all weeks: those with the goal.
    public var weeksWithGoal: Int { weeks.values.count { $0.hasGoal(of: goalRuns) } }

    /// Of all weeks: those with a start.
    public var weeksCameBack: Int { weeks.values.count { $0.starts > 0 } }

    /// How it went of late: told from the fourth week on.
    public struct Doing: Equatable, Sendable {
        /// Weeks with the goal.
        public var withGoal: Int
        /// Weeks with a start.
        public var cameBack: Int
        /// Of so many weeks.
        public var of: Int
    }

    /// How the last weeks went, at most eight of them, none from before the first start. This week is among them once it
    /// has its goal: until then it is not over.
    public var doing: Doing? {
        let this = ISOWeek(containing: today)
        guard let firstWeek, this.number - firstWeek.number >= 3 else { return nil }
        let last = thisWeek.hasGoal(of: goalRuns) ? this : this.previous
        let first = max(firstWeek, last.advanced(by: -7))
        let span = (first.number...last.number).map { week(this.advanced(by: $0 - this.number)) }
        return Doing(
            withGoal: span.count { $0.hasGoal(of: goalRuns) },
            cameBack: span.count { $0.starts > 0 },
            of: span.count
        )
    }

    private func week(_ week: ISOWeek) -> PracticeWeek { weeks[week] ?? PracticeWeek(week) }
}
