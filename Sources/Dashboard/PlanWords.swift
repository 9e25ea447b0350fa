import Practice

/// Where the runner is in their plan, in words of several lengths.
struct PlanWords {
    let plan: PlanFollower
    var isDone = false
    /// No time that runs by the second.
    var isQuiet = false

    /// `45:00 left`
    static let widestLeft = 10

    /// How much of all is left; `nil` where nothing is, or the run is over.
    var totalLeft: String? {
        guard !isDone, let present = plan.present else { return nil }
        let left = present.totalLeftMilliseconds
        return isQuiet
            ? PlanSaying.minutesLeft.text(["minutes": "\((left + 59_999) / 60_000)"])
            : PlanSaying.left.text(["time": NumberText.countdown(left)])
    }

    /// The same in minutes, until the last one; for narrow places.
    var shortLeft: String? {
        guard !isDone, let present = plan.present else { return nil }
        let minutes = (present.totalLeftMilliseconds + 59_999) / 60_000
        let isRough = minutes > 1 || isQuiet
        return PlanSaying.left.text([
            "time": isRough ? "\(minutes)" : NumberText.countdown(present.totalLeftMilliseconds)
        ])
    }

    /// The longest words that fit; nothing where none do.
    func text(columns: Int) -> String { lines.first { $0.count <= columns } ?? "" }

    /// The longest words.
    var most: String { lines.first ?? "" }

    /// The shortest words.
    var shortest: String { lines.last ?? "" }

    /// From long to short.
    private var lines: [String] {
        if plan.isOver { return [PlanSaying.enough.text(), PlanSaying.shortEnough.text()] }
        guard let present = plan.present else { return [] }
        if isDone { return [Self.partly(plan.movedMilliseconds, of: plan.plan) ?? PlanSaying.enough.text()] }
        return isQuiet ? quietLines(of: present) : lines(of: present)
    }

    private func lines(of present: PlanFollower.Present) -> [String] {
        let part = present.kind.words
        if present.isEased { return easedLines(of: present) }
        let left = NumberText.countdown(present.leftMilliseconds)
        let now = [
            PlanSaying.part.text(["part": part, "left": left]),
            PlanSaying.shortPart.text(["part": part, "left": left]),
            left,
        ]
        guard let next = present.next else { return now }
        let (then, length) = (next.kind.words, NumberText.countdown(next.lengthMilliseconds))
        return [
            PlanSaying.partAndNext.text(["part": part, "left": left, "next": then, "length": length]),
            PlanSaying.shortPartAndNext.text(["part": part, "left": left, "next": then, "length": length]),
        ] + now
    }

    private func quietLines(of present: PlanFollower.Present) -> [String] {
        if present.isEased { return easedLines(of: present) }
        let part = present.kind.words
        let now = [PlanSaying.quietPart.text(["part": part]), part]
        guard let next = present.next else { return now }
        return [PlanSaying.quietPartAndNext.text(["part": part, "next": next.kind.words])] + now
    }

    private func easedLines(of present: PlanFollower.Present) -> [String] {
        [PlanSaying.untilSlower.text(), PlanSaying.shortUntilSlower.text(), PlanSaying.shortestUntilSlower.text()]
    }

    /// What was done of a plan that was left early; `nil` for one without an end, and for its last half minute.
    static func partly(_ movedMilliseconds: Int64, of plan: RunPlan) -> String? {
        guard let total = plan.totalMilliseconds, movedMilliseconds + 30_000 < total else { return nil }
        return PlanSaying.partly.text([
            "done": "\(NumberText.minutes(movedMilliseconds))", "total": "\(NumberText.nearestMinutes(total))",
        ])
    }
}

extension RunScreen {
    /// Today's aim for the time in the band, in ms: that of the plan; `nil` where there is none.
    var aimMilliseconds: Int64? { run.plan?.plan.bandMilliseconds }

    /// `nil` for a run without a plan.
    var planWords: PlanWords? {
        run.plan.map { PlanWords(plan: $0, isDone: run.summary != nil, isQuiet: isQuiet) }
    }
}
