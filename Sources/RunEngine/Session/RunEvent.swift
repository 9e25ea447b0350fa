/// Something that became known about a run: what the engine tells the screen, the log and other programs.
///
/// Times are whole milliseconds since the session began.
public enum RunEvent: Equatable, Sendable {
    /// The session began; always the first event.
    case session(SessionHeader)
    /// A sensor appeared, changed its state, or told its battery level.
    case sensor(SensorStatus)
    /// The state at a whole second of session time.
    case sample(RunSample)
    /// A region of the state machine changed.
    case transition(RunTransition)
    /// The runner may want to change the effort.
    case cue(Cue, atMilliseconds: Int64)
    /// A quantity is taken from another sensor from now on.
    case source(SourceChange)
    /// Something odd that a sensor's own values show.
    case notice(RunNotice)
    /// A lap ended. The last one ends with the session, where the runner made laps.
    case lap(RunLap)
    /// The runner marked a moment.
    case mark(RunMark)
    /// The runner set out to follow a plan.
    case aim(RunAim)
    /// The runner said whether they can talk.
    case talk(RunTalk)
    /// Something was reached that is worth a word.
    case milestone(RunMilestone)
    /// The session began at another wall time than its header told.
    case clock(ClockChange)
    /// The totals; always the last event.
    case summary(RunSummary)
}

/// What the runner may want to do.
public enum Cue: String, Sendable {
    /// The effort is above the band: a little less.
    case easeOff = "ease_off"
    /// The effort is below the band: a little more.
    case pickUp = "pick_up"
}
