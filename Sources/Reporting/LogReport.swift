public import RunEngine
public import SessionStore

/// Writes the session log as JSON: the output of `list` and `show`.
extension JSONWriter {
    /// The list of sessions, newest first.
    public mutating func list(_ sessions: [SessionEntry]) {
        beginObject()
        key(.sessions)
        beginArray()
        for session in sessions {
            beginObject()
            word(.id, session.id)
            key(.startedAt)
            wallTime(unixMicroseconds: session.startedAtUnixMicroseconds)
            number(.elapsed, session.elapsedMilliseconds)
            number(.distance, session.distanceMillimetres, places: 3)
            number(.average, session.averageBPM)
            number(.insideBand, session.insideMilliseconds)
            word(.source, session.source.rawValue)
            endObject()
        }
        endArray()
        endObject()
        endLine()
    }

    /// A session: what its `session` and `summary` events hold, its laps and its events. Ends inside the object, so
    /// that samples may follow.
    public mutating func beginSession(_ session: StoredSession) {
        beginObject()
        fields(of: session.header)
        if let file = session.importedFrom {
            key(.importedFrom)
            string(file)
        }
        fields(of: session.summary, zones: session.header.zones)
        key(.laps)
        beginArray()
        for lap in session.laps { element(.lap(lap), zones: nil) }
        endArray()
        key(.events)
        beginArray()
        for event in session.events { element(event, zones: session.header.zones) }
        endArray()
    }

    /// Begins the samples of the session that ``beginSession(_:)`` began.
    public mutating func beginSamples() {
        key(.samples)
        beginArray()
    }

    /// One sample of the session, with the RR-Intervals of its second.
    public mutating func sample(_ sample: RunSample) {
        beginObject()
        fields(of: sample)
        intervals(of: sample)
        endObject()
    }

    /// Ends the samples.
    public mutating func endSamples() { endArray() }

    /// Ends the session.
    public mutating func endSession() {
        endObject()
        endLine()
    }
}

/// Writes the lines of `import --json`.
extension JSONWriter {
    /// A file that is a session of the log now, or was one before.
    public mutating func imported(_ file: String, id: String, isNew: Bool) {
        beginObject()
        key(.file)
        string(file)
        word(.id, id)
        if !isNew { flag(.alreadyThere, true) }
        endObject()
        endLine()
    }

    /// A file that could not become one.
    public mutating func notImported(_ file: String, because reason: String) {
        beginObject()
        key(.file)
        string(file)
        key(.error)
        string(reason)
        endObject()
        endLine()
    }
}
