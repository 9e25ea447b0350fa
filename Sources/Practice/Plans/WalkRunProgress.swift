public import RunEngine

/// Where a runner is on the walk-run ramp: from the runs of the log, and a day.
///
/// The next week comes after three runs of a week, or after two when the calendar's week is over, if the runner could talk
/// in the last of them; else the same week again. Who was away for 7 to 13 days does the last week again; for 14 to 27 days,
/// the one before it; for longer, the second one before it. No week comes before week 0. Where a week has three different
/// runs, all three are made. What the runner chooses goes before all of this.
///
/// Runs that were ended early count from ten minutes on; nothing is held against anybody.
public struct WalkRunProgress: Equatable, Sendable {
    /// A run of the log, with or without a plan.
    public struct Run: Equatable, Sendable {
        /// The name of its plan, if it had one.
        public var planID: String?
        /// The local day on which it began.
        public var day: CivilDate
        /// Without pauses, in ms.
        public var movedMilliseconds: Int64
        /// The last answer of the runner about talking; `nil` where they said nothing.
        public var couldTalk: Bool?

        /// A run of the log.
        public init(planID: String?, day: CivilDate, movedMilliseconds: Int64, couldTalk: Bool?) {
            self.planID = planID
            self.day = day
            self.movedMilliseconds = movedMilliseconds
            self.couldTalk = couldTalk
        }
    }

    /// A week that the runner chose, and since when.
    public struct Choice: Equatable, Sendable {
        /// One of ``RunPlan/walkRunWeeks``.
        public var week: Int
        /// The day of the choice.
        public var day: CivilDate

        /// A week, chosen on a day.
        public init(week: Int, day: CivilDate) {
            self.week = week
            self.day = day
        }
    }

    /// Why it is this week, by the name that programs see.
    public enum Reason: String, CaseIterable, Sendable {
        /// No run of the ramp was made yet.
        case beginning
        /// The runner chose it.
        case chosen
        /// There are runs of this week left.
        case goingOn = "going_on"
        /// The next week.
        case next
        /// The same week again.
        case again
        /// After some time away.
        case back
    }

    /// The week, from 0 to 12.
    public private(set) var week: Int
    /// Which of its runs, 1 to 3, where they differ; else 1.
    public private(set) var run: Int
    /// Why.
    public private(set) var reason: Reason

    /// A run counts from here on, in ms of moving time.
    public static let leastMilliseconds: Int64 = 600_000

    /// What is next on a day: after `runs`, in any order, and the runner's own choice, if they made one.
    public init(after runs: [Run], choice: Choice?, on day: CivilDate) {
        var ramp = Ramp(week: choice?.week ?? RunPlan.walkRunWeeks.lowerBound)
        let today = day.daysSince1970
        // Of one day, in the order given.
        let sorted = runs.enumerated().sorted {
            ($0.element.day.daysSince1970, $0.offset) < ($1.element.day.daysSince1970, $1.offset)
        }
        for (_, run) in sorted where run.movedMilliseconds >= Self.leastMilliseconds {
            let runDay = run.day.daysSince1970
            let week = run.week
            if runDay > today { continue }
            if let choice {
                if runDay < choice.day.daysSince1970 { continue }
                // Whoever chose another week after a run meant it.
                if runDay == choice.day.daysSince1970, week != choice.week { continue }
            }
            ramp.take(week: week, couldTalk: run.couldTalk == true, day: runDay)
        }
        (week, run, reason) = ramp.next(isChosen: choice != nil, on: today)
    }

    /// The plan of it.
    public var plan: RunPlan { RunPlan.walkRun(week: week, run: run) ?? .open }
}

extension WalkRunProgress.Run {
    /// The week of the ramp; `nil` for any other run.
    fileprivate var week: Int? {
        guard let planID, let plan = RunPlan(id: planID), plan.isWalkRun else { return nil }
        return plan.walkRunWeek
    }
}

/// The ramp as runs take it forward.
private struct Ramp {
    var week: Int
    /// Runs of the week in a row.
    private var done = 0
    private var couldTalk = false
    /// The day of the last run of any kind, and of the last one of the ramp.
    private var lastDay: Int64?
    private var lastRampDay: Int64?

    init(week: Int) { self.week = week }

    /// Takes in a run on a day, counted from 1970; `week` is `nil` for a run that is none of the ramp's.
    mutating func take(week: Int?, couldTalk: Bool, day: Int64) {
        if let week {
            // After a break, and after any other week, a week begins anew; so do its different runs behind the third.
            let isMadeAgain = RunPlan.walkRunCount(week: week) > 1 && done >= Self.most
            if week != self.week || Self.weeksBack(from: lastDay, to: day) != nil || isMadeAgain { done = 0 }
            self.week = week
            self.couldTalk = couldTalk
            done += 1
            lastRampDay = day
        }
        lastDay = day
    }

    private static let most = 3

    func next(isChosen: Bool, on today: Int64) -> (week: Int, run: Int, reason: WalkRunProgress.Reason) {
        guard let lastDay, let lastRampDay else { return (week, 1, isChosen ? .chosen : .beginning) }
        if let back = Self.weeksBack(from: lastDay, to: today) {
            return (max(RunPlan.walkRunWeeks.lowerBound, week - back), 1, back == 0 ? .again : .back)
        }
        let runs = RunPlan.walkRunCount(week: week)
        let isWeekOver = Self.calendarWeek(today) > Self.calendarWeek(lastRampDay)
        let isEnough = done >= Self.most || done >= 2 && runs == 1 && isWeekOver
        if !isEnough { return (week, runs == 1 ? 1 : done + 1, .goingOn) }
        if couldTalk, RunPlan.walkRunWeeks.contains(week + 1) { return (week + 1, 1, .next) }
        return (week, 1, .again)
    }

    /// How many weeks of the ramp to go back after some days away; `nil` for a few days.
    private static func weeksBack(from last: Int64?, to day: Int64) -> Int? {
        // Days on which there was no run; from Monday to the next Monday they are six.
        guard let last else { return nil }
        return switch day - last - 1 {
        case ..<7: nil
        case ..<14: 0
        case ..<28: 1
        default: 2
        }
    }

    /// Weeks from Monday to Sunday; 1970-01-01 was a Thursday.
    private static func calendarWeek(_ day: Int64) -> Int64 { (day + 3) / 7 }
}
