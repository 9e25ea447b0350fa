/// What a runner who does not look at the screen may be told by a sound.
public enum EffortAlert: String, CaseIterable, Sendable {
    /// The effort has been above the band for a while.
    case high
    /// The effort has been below the band for a while.
    case low
}

/// Chooses of a run's events the few that are worth a sound: one when the effort has left the band, and is still out of it
/// after the dwell of the zone engine's cues. It is not said again until the band has been another one; and never is one
/// sound near another.
///
/// While the run is paused, and without a heart rate, the engine gives no cues: then nothing sounds.
public struct EffortAlerts: Sendable {
    /// True when low effort is told of as well.
    public var includesLow: Bool
    /// The least distance of two alerts, in ms.
    public var gapMilliseconds: Int64

    /// When the last one came, in ms of session time.
    private var lastTime: Int64?
    /// The present state was told of.
    private var isTold = false

    /// Alerts at most once in `gapMilliseconds`.
    public init(includesLow: Bool = false, gapMilliseconds: Int64 = 60_000) {
        self.includesLow = includesLow
        self.gapMilliseconds = gapMilliseconds
    }

    /// Takes in an event of the run, in their order; answers what is worth a sound.
    public mutating func take(_ event: RunEvent) -> EffortAlert? {
        switch event {
        case .session:
            lastTime = nil
            isTold = false
        case .transition(let transition):
            if case .band = transition.change { isTold = false }
        case .cue(let cue, let time): return alert(for: cue, at: time)
        default: break
        }
        return nil
    }

    private mutating func alert(for cue: Cue, at time: Int64) -> EffortAlert? {
        if isTold || cue == .pickUp && !includesLow { return nil }
        // The next cue, if things stay as they are, says it then.
        if let lastTime, time - lastTime < gapMilliseconds { return nil }
        lastTime = time
        isTold = true
        return cue == .easeOff ? .high : .low
    }
}
