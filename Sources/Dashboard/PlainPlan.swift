import Practice
import RunEngine

/// What the plain lines say of a plan: each part when it begins, and the end.
struct PlainPlan {
    private var watch = PlanWatch()
    private var ended: PlanFollower?
    private var told: Place?
    /// What became new with the last event.
    private(set) var news: [(timeMilliseconds: Int64, words: String)] = []

    private enum Place: Equatable {
        case part(Int, isEased: Bool)
        case over
    }

    /// Where the runner is in their plan.
    var follower: PlanFollower? { ended ?? watch.plan }

    /// A run that was followed elsewhere is at its end.
    mutating func end(_ follower: PlanFollower?) { ended = follower }

    mutating func take(_ event: RunEvent) {
        if case .session = event { self = PlainPlan() }
        watch.take(event)
        news = []
        guard case .sample(let sample) = event, let plan = watch.plan else { return }
        let place: Place = plan.present.map { .part($0.index, isEased: $0.isEased) } ?? .over
        if place == told { return }
        told = place
        news = [(sample.timeMilliseconds, PlanWords.change(to: plan))]
    }

    /// In a walk, and behind the end, nobody is told that more would be possible.
    func allows(_ event: RunEvent) -> Bool {
        guard let follower, !follower.asksForMore else { return true }
        switch event {
        case .cue(.pickUp, _): return false
        case .transition(let transition):
            if case .band(_, .below) = transition.change { return false }
            return true
        default: return true
        }
    }
}

extension PlanWords {
    /// What is said when a part begins, in a line.
    static func change(to plan: PlanFollower) -> String {
        guard let present = plan.present else { return PlanSaying.enough.text() }
        if present.isEased { return PlanSaying.untilSlower.text() }
        let (part, left) = (present.kind.words, NumberText.countdown(present.leftMilliseconds))
        guard let next = present.next else { return PlanSaying.shortPart.text(["part": part, "left": left]) }
        return PlanSaying.shortPartAndNext.text([
            "part": part, "left": left, "next": next.kind.words,
            "length": NumberText.countdown(next.lengthMilliseconds),
        ])
    }
}
