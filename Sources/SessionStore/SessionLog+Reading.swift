internal import GRDB
public import RunEngine

extension SessionLog {
    /// All sessions, the newest first.
    public func sessions() throws(SessionLogError) -> [SessionEntry] {
        try read { database in
            try SessionRow.all(database)
        }
    }

    /// The IDs of all sessions.
    public func ids() throws(SessionLogError) -> Set<String> {
        try read { database in Set(try String.fetchAll(database, sql: "SELECT id FROM session")) }
    }

    /// A metric of all sessions that have it, the oldest first, with when each began, in microseconds since 1970-01-01 UTC.
    /// Without demos: they are nobody's run.
    public func values(
        of name: Metric.Name
    ) throws(SessionLogError) -> [(startedAtUnixMicroseconds: Int64, metric: Metric)] {
        try read { database in try MetricRow.values(database, of: name) }
    }

    /// One session without its samples.
    ///
    /// - Parameter id: An ID, the beginning of one, or `last`.
    /// - Returns: The session with all its events but the samples.
    /// - Throws: ``SessionLogError``: no session or several have such an ID, or reading failed.
    public func session(_ id: String) throws(SessionLogError) -> StoredSession {
        try read { database in
            let id = try SessionRow.resolve(database, id: id)
            var session = try SessionRow.session(database, id: id)
            session.feelings = try PracticeRows.feelings(database, sessionID: id)
            session.calm = try PracticeRows.calm(database, sessionID: id)
            return session
        }
    }

    /// Hands over the samples of a session one by one, in the order of time; none is kept.
    ///
    /// - Parameters:
    ///   - id: An ID, the beginning of one, or `last`.
    ///   - body: It must not call the log. What it throws ends the reading.
    /// - Throws: What `body` throws, or a ``SessionLogError``.
    public func forEachSample(of id: String, _ body: (RunSample) throws -> Void) throws {
        try translatingErrors {
            try database.read { database in
                let samples = try SampleRow.cursor(database, sessionID: try SessionRow.resolve(database, id: id))
                while let row = try samples.next() { try body(SampleRow.sample(row)) }
            }
        }
    }

    /// Hands over all events of a session, from the header to the summary, exactly as they were written.
    ///
    /// So a stored session is a source for the same sinks as a live one. Samples are not collected.
    ///
    /// - Parameters:
    ///   - id: An ID, the beginning of one, or `last`.
    ///   - body: It must not call the log. What it throws ends the reading.
    /// - Throws: What `body` throws, or a ``SessionLogError``.
    public func replay(_ id: String, _ body: (RunEvent) throws -> Void) throws {
        try translatingErrors {
            try database.read { database in
                let session = try SessionRow.session(database, id: try SessionRow.resolve(database, id: id))
                try body(.session(session.headerAsWritten))
                try Self.replayEvents(of: session.header.id, in: database, body)
                try body(.summary(session.summary))
            }
        }
    }

    /// Each event knows its place in the stream; the places between belong to the samples.
    private static func replayEvents(
        of id: String,
        in database: Database,
        _ body: (RunEvent) throws -> Void
    ) throws {
        let samples = try SampleRow.cursor(database, sessionID: id)
        var events = try EventCursor(database, sessionID: id)
        var position: Int64 = 1
        while let (place, event) = try events.next() {
            while position < place, let sample = try samples.next() {
                try body(.sample(SampleRow.sample(sample)))
                position += 1
            }
            try body(event)
            position = place + 1
        }
        while let sample = try samples.next() { try body(.sample(SampleRow.sample(sample))) }
    }

    private func read<Value>(_ access: (Database) throws -> Value) throws(SessionLogError) -> Value {
        do {
            return try database.read(access)
        } catch {
            throw SessionLogError(error, path: path)
        }
    }
}
