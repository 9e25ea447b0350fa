internal import RunEngine
internal import SensorCodec

extension StoredSession {
    /// The ID of every scrubbed session: a real one tells the day.
    public static let scrubbedID = "20000101-000000-0000"
    /// 2000-01-01T00:00:00Z, in microseconds since 1970.
    private static let scrubbedStart: Int64 = 946_684_800_000_000

    /// The session without what tells whose it is: no addresses and names of sensors, no file name, no words of marks, no
    /// date, no feelings and no place on the globe. Times within the session stay, and so do heart rates, zones and what they were made
    /// of.
    public var scrubbed: StoredSession {
        var session = self
        session.header.id = Self.scrubbedID
        session.header.startedAtUnixMicroseconds = Self.scrubbedStart
        session.header.basis?.talkDay = nil
        session.importedFrom = nil
        session.utcOffsetSeconds = nil
        session.feelings = [:]
        session.calm = nil
        var names = Pseudonyms()
        session.events = events.map { names.scrubbed($0) }
        return session
    }
}

/// Numbers in the place of addresses: the same one for the same sensor.
private struct Pseudonyms {
    private var identities: [SensorIdentity] = []

    private mutating func name(of sensor: SensorIdentity) -> SensorIdentity {
        if let place = identities.firstIndex(of: sensor) { return SensorIdentity(nameless: place + 1) }
        identities.append(sensor)
        return SensorIdentity(nameless: identities.count)
    }

    mutating func scrubbed(_ event: RunEvent) -> RunEvent {
        switch event {
        case .sensor(var status):
            status.sensor = name(of: status.sensor)
            status.name = nil
            return .sensor(status)
        case .source(var change):
            change.sensor = name(of: change.sensor)
            return .source(change)
        case .notice(var notice):
            notice.sensor = name(of: notice.sensor)
            if case .correction(var correction) = notice.finding {
                correction.profile = "scrubbed"
                correction.name = ""
                notice.finding = .correction(correction)
            }
            return .notice(notice)
        case .mark(var mark):
            mark.text = ""
            return .mark(mark)
        case .clock(var change):
            change.shiftMicroseconds = 0
            return .clock(change)
        case .session, .sample, .transition, .cue, .lap, .aim, .talk, .milestone, .summary:
            return event
        }
    }
}
