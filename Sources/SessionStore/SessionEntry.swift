public import RunEngine

/// One line of the list of sessions.
public struct SessionEntry: Equatable, Sendable {
    /// The whole ID.
    public var id: String
    /// Wall time of the first packet, in microseconds since 1970-01-01 UTC.
    public var startedAtUnixMicroseconds: Int64
    /// Where the packets came from.
    public var source: SessionHeader.Source
    /// The name of the file it was imported from; `nil` for a session that Steady recorded.
    public var importedFrom: String?
    /// From the first packet to the end, pauses included.
    public var elapsedMilliseconds: Int64
    /// Time that counted in no zone because the run was paused.
    public var pausedMilliseconds: Int64
    /// Time in the target band.
    public var insideMilliseconds: Int64
    /// `nil` when no treadmill was heard.
    public var distanceMillimetres: Int64?
    /// Weighted by time; `nil` when no reading was accepted.
    public var averageBPM: Int?
}

/// A session of the log without its samples.
public struct StoredSession: Equatable, Sendable {
    /// What was fixed when the session began.
    public var header: SessionHeader
    /// The name of the file it was imported from; `nil` for a session that Steady recorded.
    public var importedFrom: String?
    /// The totals.
    public var summary: RunSummary
    /// The sensor, transition, cue and notice events, in their order.
    public var events: [RunEvent]
}
