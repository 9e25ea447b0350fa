/// Region "session": is time being counted?
public enum SessionState: String, CaseIterable, Sendable {
    case idle, running, ended
    case pausedUser = "paused_user"
    case pausedBelt = "paused_belt"
}

/// Region "phase": moves forward only.
public enum PhaseState: String, CaseIterable, Sendable {
    case main
    case warmUp = "warm_up"
    case coolDown = "cool_down"
}

/// Region "link": how far the heart rate can be trusted.
public enum LinkState: String, CaseIterable, Sendable {
    case none, good, suspect, stale, lost
    case contactLost = "contact_lost"
}

/// Region "band": where the effort is, debounced.
public enum BandState: String, CaseIterable, Sendable {
    case unknown, below, above
    case inside = "in"
}

/// Region "belt": what the treadmill's speed says.
public enum BeltState: String, Sendable {
    case none, moving, stopped, stale
}

/// A change of one region.
public struct RunTransition: Equatable, Sendable {
    /// When, in ms of session time.
    public var timeMilliseconds: Int64
    /// From what to what.
    public var change: Change

    /// A change at a time.
    public init(timeMilliseconds: Int64, change: Change) {
        self.timeMilliseconds = timeMilliseconds
        self.change = change
    }

    /// The region, and its states before and after.
    public enum Change: Equatable, Sendable {
        case session(from: SessionState, to: SessionState)
        case phase(from: PhaseState, to: PhaseState)
        case link(from: LinkState, to: LinkState)
        case band(from: BandState, to: BandState)
        case belt(from: BeltState, to: BeltState)
    }

    /// The region and its two states by the names that programs see.
    public var names: (region: String, from: String, to: String) {
        switch change {
        case .session(let from, let to): ("session", from.rawValue, to.rawValue)
        case .phase(let from, let to): ("phase", from.rawValue, to.rawValue)
        case .link(let from, let to): ("link", from.rawValue, to.rawValue)
        case .band(let from, let to): ("band", from.rawValue, to.rawValue)
        case .belt(let from, let to): ("belt", from.rawValue, to.rawValue)
        }
    }
}
