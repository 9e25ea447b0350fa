import Practice
import RunEngine
import SessionStore
import Settings
import UnixIO

/// What is planned on a day: by the settings, and for the walk-run ramp by the log.
struct PlanToday {
    /// What the settings say of the practice.
    let practice: PracticeSettings?
    /// The day.
    var day = CivilDate.today

    /// What the settings say.
    func plan(_ common: CommonOptions) throws -> RunPlan {
        switch practice?.plan ?? .easy {
        case .easy: easy(nil)
        case .walkRun: try progress(common).plan
        case .none: .open
        }
    }

    /// An easy run of so many minutes, or as many as the settings say.
    func easy(_ minutes: Int?) -> RunPlan {
        RunPlan.easy(minutes: minutes ?? practice?.minutes ?? RunPlan.usualEasyMinutes) ?? .open
    }

    /// Where the runner is on the walk-run ramp.
    func progress(_ common: CommonOptions) throws -> WalkRunProgress {
        let choice = practice?.walkRunWeek.map { week in
            WalkRunProgress.Choice(week: week, day: practice?.walkRunSince ?? CivilDate(daysSince1970: 0))
        }
        return WalkRunProgress(after: try Self.runs(common), choice: choice, on: day)
    }

    /// The runs of the log, the oldest first; none without a log, which is not made for this. Demos are nobody's runs.
    static func runs(_ common: CommonOptions) throws -> [WalkRunProgress.Run] {
        guard FileQuestions.exists("\(try common.directory())/\(SessionLog.fileName)") else { return [] }
        let entries = try common.withLog { try $0.sessions() }
        return entries.filter { $0.source != .demo }
            .sorted { $0.startedAtUnixMicroseconds < $1.startedAtUnixMicroseconds }
            .map(WalkRunProgress.Run.init)
    }
}

extension WalkRunProgress.Run {
    /// A session of the log, by the clock where it began.
    init(_ entry: SessionEntry) {
        let (moved, overflow) = entry.elapsedMilliseconds.subtractingReportingOverflow(entry.pausedMilliseconds)
        let start = entry.startedAtUnixMicroseconds
        self.init(
            planID: entry.plan,
            day: entry.utcOffsetSeconds.map { CivilDate(unixMicroseconds: start + Int64($0) * 1_000_000) }
                ?? CivilDate(localAtUnixMicroseconds: start),
            movedMilliseconds: overflow ? 0 : moved,
            couldTalk: entry.talk.last.map { $0 == .canTalk }
        )
    }
}
