import Practice

extension ScreenWord {
    /// What the word becomes where a plan is followed: it says walk or run, and asks for no more where more is not meant.
    func following(_ plan: PlanFollower?) -> ScreenWord {
        guard let plan, isAboutEffort else { return self }
        switch plan.present?.kind {
        case .walk: return .walk
        case .run: return runWord(asksForMore: plan.asksForMore)
        case .briskWalk, .easy, .easyWalk, nil:
            if self != .below || plan.asksForMore { return self }
            return plan.isCoolingDown ? .coolDown : .warmUp
        case .band: return self
        }
    }

    /// A run part begins when it begins, whether the heart is warm or not.
    private func runWord(asksForMore: Bool) -> ScreenWord {
        switch self {
        case .warmUpAbove: .above
        case .warmUpInside: .inside
        case .warmUp, .listening: .run
        case .below: asksForMore ? .below : .run
        default: self
        }
    }

    /// Is the run under way, and the heart rate known?
    private var isAboutEffort: Bool {
        switch self {
        case .warmUp, .warmUpInside, .warmUpAbove, .coolDown, .coolDownInside, .coolDownAbove, .above, .below, .inside,
            .listening, .walk, .run:
            true
        case .gettingReady, .done, .pausedByRunner, .pausedByBelt, .pausedUnattended, .noContact, .noSignal, .waiting,
            .noSensor, .moving, .askTalk:
            false
        }
    }
}
