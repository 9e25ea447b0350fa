internal import GRDB
internal import RunEngine

/// The table `metric`.
enum MetricRow {
    static func insert(_ database: Database, sessionID: String, _ metrics: [Metric]) throws {
        for metric in metrics {
            try database.execute(
                sql: "INSERT INTO metric (session_id, name, value, share_per_mille) VALUES (?, ?, ?, ?)",
                arguments: [sessionID, metric.name.rawValue, metric.value, metric.sharePerMille]
            )
        }
    }

    /// The metrics of a session in the order of their names' list. One of a later version is passed over.
    static func all(_ database: Database, sessionID: String) throws -> [Metric] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT name, value, share_per_mille FROM metric WHERE session_id = ?",
            arguments: [sessionID]
        )
        var values: [Metric.Name: Metric] = [:]
        for row in rows {
            guard let name = Metric.Name(rawValue: try row.word("name")) else { continue }
            values[name] = try metric(name, row)
        }
        return Metric.Name.allCases.compactMap { values[$0] }
    }

    /// One metric of all sessions but demos, the oldest first, with when each began.
    static func values(
        _ database: Database,
        of name: Metric.Name
    ) throws -> [(startedAtUnixMicroseconds: Int64, metric: Metric)] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT started_at_us, value, share_per_mille FROM metric JOIN session ON session.id = session_id
                WHERE name = ? AND source <> 'demo' ORDER BY started_at_us, session_id
                """,
            arguments: [name.rawValue]
        )
        return try rows.map { ($0["started_at_us"], try metric(name, $0)) }
    }

    private static func metric(_ name: Metric.Name, _ row: Row) throws -> Metric {
        let value: Double = row["value"]
        // Its last place, as it was written.
        guard let units = Int64(exactly: (value * name.scale).rounded()) else {
            throw UnreadableValue(column: "value", text: "\(value)")
        }
        return Metric(name, units: units, sharePerMille: try row.amount("share_per_mille"))
    }
}
