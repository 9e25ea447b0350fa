internal import GRDB
public import RunEngine

/// What the runner notes beside their runs.
extension SessionLog {
    /// Notes how the runner felt; `nil` takes it back. `id`: an ID, the beginning of one, or `last`.
    ///
    /// - Returns: The whole ID.
    @discardableResult
    public func setFeeling(
        _ moment: FeelingMoment,
        to value: Int?,
        of id: String
    ) throws(SessionLogError) -> String {
        precondition(value.map(moment.values.contains) ?? true)
        return try change { database in
            let id = try SessionRow.resolve(database, id: id)
            try PracticeRows.setFeeling(database, sessionID: id, moment, value)
            return id
        }
    }

    /// Marks the quiet hour after a session.
    public func setCalm(_ calm: CalmWindow, of id: String) throws(SessionLogError) {
        try change { database in
            try PracticeRows.setCalm(database, sessionID: try SessionRow.resolve(database, id: id), calm)
        }
    }

    /// Notes of a day what is given; what else is known of it stays.
    public func note(_ note: DayNote) throws(SessionLogError) {
        try change { try PracticeRows.note($0, note) }
    }

    /// Takes back how the runner slept.
    public func forgetSleep(on day: CivilDate) throws(SessionLogError) {
        try change { try PracticeRows.forgetSleep($0, on: day) }
    }

    /// All days of which something was noted, the first one first.
    public func days() throws(SessionLogError) -> [DayNote] {
        do {
            return try database.read(PracticeRows.days)
        } catch {
            throw SessionLogError(error, path: path)
        }
    }

    private func change<Value>(_ body: (Database) throws -> Value) throws(SessionLogError) -> Value {
        do {
            return try database.write(body)
        } catch {
            throw SessionLogError(error, path: path)
        }
    }
}
