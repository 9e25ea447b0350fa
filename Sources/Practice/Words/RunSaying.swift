/// What is said on the way.
public enum RunSaying: String, Saying {
    // Just starting.
    case begun = "You have begun. 10 minutes is plenty."
    case stopOrGoOn = "Stop or go on, both are good."

    // Milestones.
    case tenMinutes = "10 minutes. That is a run."
    case twentyMinutes = "20 minutes. Many people feel some ease from about here."

    // The talk key.
    case canTalk = "You can talk. Good as it is."
    case cannotTalk = "You can't talk. Ease off a little."
    case edgeMoved = "Your upper edge is {bpm} bpm from now on."
    case askTalk = "In the runs: could you hold a conversation? y yes, n no"

    public var evidence: Evidence? { self == .twentyMinutes ? .moodWithinTheRun : nil }
}
