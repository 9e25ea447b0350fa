internal import GRDB
internal import RunEngine

/// The tables `feeling`, `calm` and `day`: what is no part of a run's own events.
enum PracticeRows {
    static func setFeeling(_ database: Database, sessionID: String, _ moment: FeelingMoment, _ value: Int?) throws {
        try database.execute(
            sql: "DELETE FROM feeling WHERE session_id = ? AND moment = ?",
            arguments: [sessionID, moment.rawValue]
        )
        guard let value else { return }
        try database.execute(
            sql: "INSERT INTO feeling (session_id, moment, value) VALUES (?, ?, ?)",
            arguments: [sessionID, moment.rawValue, value]
        )
    }

    static func feelings(_ database: Database, sessionID: String) throws -> [FeelingMoment: Int] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT moment, value FROM feeling WHERE session_id = ?",
            arguments: [sessionID]
        )
        return try Dictionary(rows.map { (try $0.name("moment"), try $0.amount("value")) }) { first, _ in first }
    }

    static func setCalm(_ database: Database, sessionID: String, _ calm: CalmWindow) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO calm (session_id, from_us, until_us, settled_bpm) VALUES (?, ?, ?, ?)",
            arguments: [sessionID, calm.fromUnixMicroseconds, calm.untilUnixMicroseconds, calm.settledBPM]
        )
    }

    static func calm(_ database: Database, sessionID: String) throws -> CalmWindow? {
        let row = try Row.fetchOne(database, sql: "SELECT * FROM calm WHERE session_id = ?", arguments: [sessionID])
        return try row.map {
            CalmWindow(
                fromUnixMicroseconds: $0["from_us"],
                untilUnixMicroseconds: $0["until_us"],
                settledBPM: try $0.amountIfAny("settled_bpm")
            )
        }
    }

    /// Notes what is given of a day, and leaves what else is known of it.
    static func note(_ database: Database, _ note: DayNote) throws {
        try database.execute(
            sql: """
                INSERT INTO day (day, sleep, resting_bpm) VALUES (:day, :sleep, :resting)
                ON CONFLICT (day) DO UPDATE SET
                    sleep = ifnull(excluded.sleep, sleep), resting_bpm = ifnull(excluded.resting_bpm, resting_bpm)
                """,
            arguments: ["day": note.day.description, "sleep": note.sleep, "resting": note.restingBPM]
        )
    }

    static func forgetSleep(_ database: Database, on day: CivilDate) throws {
        try database.execute(sql: "UPDATE day SET sleep = NULL WHERE day = ?", arguments: [day.description])
        try database.execute(sql: "DELETE FROM day WHERE sleep IS NULL AND resting_bpm IS NULL")
    }

    static func days(_ database: Database) throws -> [DayNote] {
        try Row.fetchAll(database, sql: "SELECT * FROM day ORDER BY day").map { row in
            let text: String = row["day"]
            guard let day = CivilDate(text) else { throw UnreadableValue(column: "day", text: text) }
            return DayNote(
                day: day,
                sleep: try row.amountIfAny("sleep"),
                restingBPM: try row.amountIfAny("resting_bpm")
            )
        }
    }

    /// What the runner set out to do stands in the session's row too: lists ask for it.
    static func note(_ database: Database, sessionID: String, _ aim: RunAim) throws {
        try database.execute(
            sql: "UPDATE session SET plan = ?, planned_ms = ? WHERE id = ?",
            arguments: [aim.plan, aim.plannedMilliseconds, sessionID]
        )
    }

    static func note(_ database: Database, sessionID: String, _ talk: RunTalk) throws {
        let column = talk.answer == .canTalk ? "talk_yes" : "talk_no"
        try database.execute(
            sql: "UPDATE session SET \(column) = \(column) + 1, talk_last = ? WHERE id = ?",
            arguments: [talk.answer.rawValue, sessionID]
        )
    }
}
