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
        practice(of: session)
        key(.laps)
        beginArray()
        for lap in session.laps { element(.lap(lap), zones: nil) }
        endArray()
        key(.events)
        beginArray()
        for event in session.events { element(event, zones: session.header.zones) }
        endArray()
    }

    /// What it set out to be, and what the runner noted of it.
    private mutating func practice(of session: StoredSession) {
        if let aim = session.aim {
            word("plan", aim.plan)
            number(.planned, aim.plannedMilliseconds)
        }
        for moment in FeelingMoment.allCases {
            guard let value = session.feelings[moment] else { continue }
            key(named: "feeling_\(moment.rawValue)")
            integer(Int64(value))
        }
        if let calm = session.calm {
            key("calm_until")
            wallTime(unixMicroseconds: calm.untilUnixMicroseconds)
            number("settled_bpm", calm.settledBPM)
        }
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

/// Writes what `delete --json` did.
extension JSONWriter {
    /// A session that is gone; `recording`: the file that went with it; `damagedLogs`: files that may still hold it.
    public mutating func deleted(_ id: String, recording: String?, damagedLogs: [String]) {
        beginObject()
        word("deleted", id)
        if let recording {
            key("recording")
            string(recording)
        }
        if !damagedLogs.isEmpty {
            key("damaged_logs")
            beginArray()
            for path in damagedLogs { string(path) }
            endArray()
        }
        endObject()
        endLine()
    }
}

/// Writes what `note --json` did.
extension JSONWriter {
    /// What was noted of a session, by the names of the moments, and of a day; what was taken back (`nil`) is absent.
    public mutating func noted(
        _ id: String?,
        feelings: [(moment: String, value: Int?)],
        sleep: (day: CivilDate, value: Int?)?
    ) {
        beginObject()
        if let id { word(.id, id) }
        for feeling in feelings {
            guard let value = feeling.value else { continue }
            key(named: feeling.moment)
            integer(Int64(value))
        }
        if let sleep {
            word("day", sleep.day.description)
            number("sleep", sleep.value)
        }
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
