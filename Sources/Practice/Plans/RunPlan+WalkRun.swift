/// The beginner's walk-run ramp: from half a minute of running at a time to forty.
///
/// Weeks 1 to 9 are the Couch to 5K plan of the British health service (nhs.uk, "Couch to 5K running plan"; its sheets at
/// nhs.com.in and al-tj.co.uk): each run begins with a brisk walk of five minutes, and ends here with an easy one. Where
/// its sheets differ (six repeats or five in week 2, 25 minutes or 22 at the end of week 6) one was chosen. Week 0, a run of
/// 18 minutes to begin with, and weeks 10 to 12 are ours.
extension RunPlan {
    /// The weeks of the ramp.
    public static let walkRunWeeks = 0...12
    /// Runs in a week that has a different one each time.
    private static let differentRuns = 3

    /// How many different runs a week of the ramp has: one, or three that are made in their order.
    public static func walkRunCount(week: Int) -> Int { week == 5 || week == 6 ? differentRuns : 1 }

    /// A run of a week of the ramp; `nil` for a week or a run that there is not. `run`: 1 to 3; in most weeks they are all
    /// alike.
    public static func walkRun(week: Int, run: Int = 1) -> RunPlan? {
        guard walkRunWeeks.contains(week), (1...differentRuns).contains(run) else { return nil }
        let id = walkRunCount(week: week) > 1 ? "walk_run-\(week).\(run)" : "walk_run-\(week)"
        let ends = week == 0 ? 3 : 5
        return RunPlan(
            id: id,
            segments: [PlanSegment(.briskWalk, minutes: ends)] + block(week: week, run: run)
                + [PlanSegment(.easyWalk, minutes: ends)]
        )
    }

    /// What lies between the two walks.
    private static func block(week: Int, run: Int) -> [PlanSegment] {
        switch (week, run) {
        case (0, _): repeated(6, [.run(0.5), .walk(1.5)])
        case (1, _): repeated(8, [.run(1), .walk(1.5)])
        // The sixth walk is the one at the end.
        case (2, _): repeated(6, [.run(1.5), .walk(2)]).dropLast()
        case (3, _): repeated(2, [.run(1.5), .walk(1.5), .run(3), .walk(3)])
        case (4, _): [.run(3), .walk(1.5), .run(5), .walk(2.5), .run(3), .walk(1.5), .run(5)]
        case (5, 1): [.run(5), .walk(3), .run(5), .walk(3), .run(5)]
        case (5, 2): [.run(8), .walk(5), .run(8)]
        case (5, _): [.run(20)]
        case (6, 1): [.run(5), .walk(3), .run(8), .walk(3), .run(5)]
        case (6, 2): [.run(10), .walk(3), .run(10)]
        case (6, _), (7, _): [.run(25)]
        case (8, _): [.run(28)]
        case (9, _): [.run(30)]
        case (10, _): [.run(33)]
        case (11, _): [.run(36)]
        default: [.run(40)]
        }
    }

    private static func repeated(_ times: Int, _ parts: [PlanSegment]) -> [PlanSegment] {
        (0..<times).flatMap { _ in parts }
    }
}

extension PlanSegment {
    /// A run of so many minutes and halves.
    fileprivate static func run(_ minutes: Double) -> PlanSegment { PlanSegment(.run, seconds: Int(minutes * 60)) }

    /// A walk of so many minutes and halves.
    fileprivate static func walk(_ minutes: Double) -> PlanSegment { PlanSegment(.walk, seconds: Int(minutes * 60)) }
}

extension RunPlan {
    /// The week of the ramp that it belongs to; `nil` for any other plan.
    public var walkRunWeek: Int? {
        let words = id.split(separator: "-")
        guard words.count == 2, words[0] == "walk_run" else { return nil }
        return words[1].split(separator: ".").first.flatMap { Int($0) }
    }

    /// Which run of its week it is, where they differ; else `nil`.
    public var walkRunNumber: Int? {
        let words = id.split(separator: ".")
        return isWalkRun && words.count == 2 ? Int(words[1]) : nil
    }
}
