public import Practice

/// What the next run is to be, and where the runner is on the walk-run ramp: the output of `steady plan`.
public struct PlanReport {
    /// What the next run is to be.
    public var plan: RunPlan
    /// Where the runner is on the ramp; `nil` for somebody who is not on it.
    public var progress: WalkRunProgress?
    /// True where the last run is a day ago, or less.
    public var isRestDay = false

    /// A report of a plan.
    public init(plan: RunPlan) { self.plan = plan }

    /// For a person.
    public var lines: [String] {
        if plan.isOpen { return [PlanSaying.noPlan.text(), "", PlanSaying.otherPlans.text()] }
        var lines = [PlanSaying.today.text(["plan": plan.words]), "  \(plan.outline)"]
        if let progress { lines += Self.reason(progress) }
        if isRestDay, plan.isWalkRun { lines.append(PlanSaying.restDay.text()) }
        if let progress { lines += [""] + Self.ramp(progress.week) }
        return lines + ["", PlanSaying.otherPlans.text()]
    }

    /// Why it is this week, and what leads on.
    private static func reason(_ progress: WalkRunProgress) -> [String] {
        if progress.reason == .again, progress.week == RunPlan.walkRunWeeks.upperBound {
            return [PlanSaying.rampDone.text()]
        }
        return switch progress.reason {
        case .beginning: [PlanSaying.beginning.text()]
        case .chosen: [PlanSaying.chosen.text()]
        case .goingOn: [PlanSaying.goingOn.text(), PlanSaying.sayTalk.text()]
        case .next: [PlanSaying.nextWeek.text()]
        case .again: [PlanSaying.again.text(), PlanSaying.sayTalk.text()]
        case .back: [PlanSaying.back.text()]
        }
    }

    /// A line a run of the ramp, the present week marked.
    private static func ramp(_ present: Int) -> [String] {
        RunPlan.walkRunWeeks.flatMap { week in
            (1...RunPlan.walkRunCount(week: week)).compactMap { run in
                RunPlan.walkRun(week: week, run: run).map { plan in
                    let name = run == 1 ? "week \(week)" : ""
                    let padding = String(repeating: " ", count: 9 - name.count)
                    return "\(week == present && run == 1 ? ">" : " ") \(name)\(padding)\(block(of: plan))"
                }
            }
        }
    }

    /// What lies between the walks at the beginning and at the end.
    private static func block(of plan: RunPlan) -> String {
        let parts = plan.outline.split(separator: ", ")
        return parts.dropFirst().dropLast().joined(separator: ", ")
    }
}

extension JSONWriter {
    /// `{"plan":"walk_run-1","planned_ms":1800000,"segments":[{"kind":"brisk_walk","length_ms":300000},…],"week":1,…}`
    public mutating func plan(_ report: PlanReport) {
        beginObject()
        word("plan", report.plan.id)
        number("planned_ms", report.plan.totalMilliseconds)
        key("segments")
        beginArray()
        for segment in report.plan.segments {
            beginObject()
            word("kind", segment.kind.rawValue)
            number("length_ms", segment.lengthMilliseconds, places: 0)
            endObject()
        }
        endArray()
        number("week", report.progress?.week)
        number("run", report.progress?.run)
        if let reason = report.progress?.reason { word("reason", reason.rawValue) }
        endObject()
        endLine()
    }
}
