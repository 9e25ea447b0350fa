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
    /// Local time where the run began, in seconds east of UTC; `nil` where that was not kept.
    public var utcOffsetSeconds: Int?
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
    /// The name of the plan that the runner set out to follow: see ``RunAim``; `nil` for a run without one.
    public var plan: String?
    /// How long the plan was, in ms of moving time.
    public var plannedMilliseconds: Int64?
    /// What the runner said of whether they could talk.
    public var talk = TalkTally()
    /// How they felt before, from 1 to 5, if they said so.
    public var feelingBefore: Int?
    /// How they felt after, from 1 to 5, if they said so.
    public var feelingAfter: Int?
}

/// A session of the log without its samples.
public struct StoredSession: Equatable, Sendable {
    /// What was fixed when the session began.
    public var header: SessionHeader
    /// The name of the file it was imported from; `nil` for a session that Steady recorded.
    public var importedFrom: String?
    /// Local time where the run began, in seconds east of UTC; `nil` where that was not kept.
    public var utcOffsetSeconds: Int?
    /// The totals.
    public var summary: RunSummary
    /// The header as its event had it: a clock that was set later is an event of its own.
    var headerAsWritten: SessionHeader {
        var header = header
        for case .clock(let change) in events { header.startedAtUnixMicroseconds -= change.shiftMicroseconds }
        return header
    }

    /// What its events do not tell of where it comes from.
    var origin: SessionOrigin { SessionOrigin(importedFrom: importedFrom, utcOffsetSeconds: utcOffsetSeconds) }

    /// All events but header, samples and summary, in their order.
    public var events: [RunEvent]

    /// What the runner said of how they felt.
    public var feelings: [FeelingMoment: Int] = [:]
    /// The quiet hour after it, where that was marked.
    public var calm: CalmWindow?

    /// What the runner set out to do; `nil` for a run without a plan.
    public var aim: RunAim? { events.lazy.compactMap { if case .aim(let aim) = $0 { aim } else { nil } }.first }

    /// The laps that the runner made; empty where they made none.
    public var laps: [RunLap] { events.compactMap { if case .lap(let lap) = $0 { lap } else { nil } } }

    /// The moments that the runner marked.
    public var marks: [RunMark] { events.compactMap { if case .mark(let mark) = $0 { mark } else { nil } } }
}
