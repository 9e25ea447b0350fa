internal import GRDB

extension SessionLog {
    /// Writes one session, all of it or nothing: `body` feeds the writer with the session's events as they come.
    ///
    /// One transaction holds the whole session. It is committed, and safe from a power cut, after the summary has come
    /// and `body` has returned; it is taken back when `body` throws, when writing fails, or when no summary came
    /// (``SessionLogError/incompleteSession``). Memory does not grow with the length of the session. Other programs can
    /// read meanwhile, but not write: feed it a recording, not a live run.
    ///
    /// - Parameters:
    ///   - origin: What the events do not tell of where the session comes from.
    ///   - body: Feeds the writer. It must not call the log itself.
    /// - Returns: The session's ID, and whether the log had it before.
    /// - Throws: What `body` throws, or a ``SessionLogError``.
    public func write(
        from origin: SessionOrigin,
        _ body: (inout SessionWriter) throws -> Void
    ) throws -> WriteOutcome {
        try translatingErrors {
            try database.writeWithoutTransaction { database in
                var outcome: WriteOutcome?
                try database.inTransaction(.immediate) {
                    var writer = try SessionWriter(database, path: path, origin: origin)
                    try body(&writer)
                    outcome = try writer.outcome()
                    return .commit
                }
                guard let outcome else { throw SessionLogError.incompleteSession }
                return outcome
            }
        }
    }

    /// Deletes a session with all that belongs to it, and writes over the place where it stood.
    ///
    /// - Parameter id: An ID, the beginning of one, or `last`.
    /// - Returns: The whole ID of the session that was deleted.
    /// - Throws: ``SessionLogError``: no session or several have such an ID, or writing failed.
    @discardableResult
    public func delete(_ id: String) throws(SessionLogError) -> String {
        do {
            let id = try database.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA secure_delete = ON")
                let id = try SessionRow.resolve(database, id: id)
                try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id])
                return id
            }
            // What was written before still stands beside the file; where somebody reads, it goes with the next one.
            try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            return id
        } catch {
            throw SessionLogError(error, path: path)
        }
    }

    /// Runs an access that calls foreign code: the database's errors become the log's, the others pass unchanged.
    func translatingErrors<Value>(_ access: () throws -> Value) throws -> Value {
        do {
            return try access()
        } catch let error as DatabaseError {
            throw SessionLogError(error, path: path)
        } catch let error as UnreadableValue {
            throw SessionLogError(error, path: path)
        }
    }
}
