internal import GRDB
internal import RunEngine

/// The table `session`, and the two that hold the lists of its header and summary: `zone_time` and `issue`.
enum SessionRow {
    static func exists(_ database: Database, id: String) throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM session WHERE id = ?)", arguments: [id]) ?? false
    }

    /// The whole ID for an ID, an unambiguous beginning of one, or `last`.
    static func resolve(_ database: Database, id: String) throws -> String {
        if try exists(database, id: id) { return id }
        let matches = try candidates(database, id: id)
        switch matches.count {
        case 0: throw SessionLogError.noSuchSession(id: id)
        case 1: return matches[0]
        default: throw SessionLogError.ambiguousID(id: id, matches: matches)
        }
    }

    /// A few IDs that `id` may mean, the newest first.
    private static func candidates(_ database: Database, id: String) throws -> [String] {
        if id == SessionLog.lastID {
            return try String.fetchAll(database, sql: "SELECT id FROM session \(newestFirst) LIMIT 1")
        }
        if id.isEmpty { return [] }
        return try String.fetchAll(
            database,
            sql: "SELECT id FROM session WHERE substr(id, 1, length(:id)) = :id \(newestFirst) LIMIT 4",
            arguments: ["id": id]
        )
    }

    private static let newestFirst = "ORDER BY started_at_us DESC, id DESC"
}

// Writing.
extension SessionRow {
    /// Answers the session's number, by which its samples know it.
    static func insert(_ database: Database, header: SessionHeader, origin: SessionOrigin) throws -> Int64 {
        let number = try Int64.fetchOne(database, sql: "SELECT ifnull(max(number), 0) + 1 FROM session") ?? 1
        try database.execute(
            sql: """
                INSERT INTO session (
                    id, number, started_at_us, source, imported_from, utc_offset_s, zone_model, band_lower_bpm,
                    band_upper_bpm, \(BasisColumns.names)
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, \(BasisColumns.places))
                """,
            arguments: [
                header.id, number, header.startedAtUnixMicroseconds, header.source.rawValue, origin.importedFrom,
                origin.utcOffsetSeconds, header.zones.model.rawValue, header.band.lowerBPM, header.band.upperBPM,
            ] + BasisColumns.arguments(header.basis)
        )
        return number
    }

    /// The clock was set: the session began at another time, in microseconds, than was thought.
    static func move(_ database: Database, id: String, byMicroseconds shift: Int64) throws {
        try database.execute(
            sql: "UPDATE session SET started_at_us = started_at_us + ? WHERE id = ?",
            arguments: [shift, id]
        )
    }

    /// Adds the totals to the row of the header.
    static func finish(_ database: Database, header: SessionHeader, summary: RunSummary) throws {
        precondition(summary.zoneMilliseconds.count == header.zones.count, "A summary has a time for each zone.")
        try update(database, id: header.id, summary: summary)
        for (zone, time) in summary.zoneMilliseconds.enumerated() {
            try database.execute(
                sql: "INSERT INTO zone_time (session_id, zone, lower_bpm, time_ms) VALUES (?, ?, ?, ?)",
                arguments: [header.id, zone, header.zones.lowerBoundBPM(of: zone), time]
            )
        }
        try MetricRow.insert(database, sessionID: header.id, summary.metrics)
        for issue in summary.issueCounts {
            try database.execute(
                sql: "INSERT INTO issue (session_id, name, count) VALUES (?, ?, ?)",
                arguments: [header.id, issue.name, issue.count]
            )
        }
    }

    private static func update(_ database: Database, id: String, summary: RunSummary) throws {
        try database.execute(
            sql: """
                UPDATE session SET
                    elapsed_ms = :elapsed, paused_ms = :paused, unknown_ms = :unknown,
                    below_ms = :below, in_ms = :inside, above_ms = :above,
                    warm_up_ms = :warmUp, main_ms = :main, cool_down_ms = :coolDown,
                    distance_mm = :distance, speed_distance_mm = :speedDistance,
                    counter_distance_mm = :counterDistance, flagged_ms = :flagged,
                    average_bpm = :average, minimum_bpm = :minimum, maximum_bpm = :maximum,
                    rr_intervals = :intervals, packets = :packets
                WHERE id = :id
                """,
            arguments: [
                "id": id,
                "elapsed": summary.elapsedMilliseconds,
                "paused": summary.pausedMilliseconds,
                "unknown": summary.unknownMilliseconds,
                "below": summary.belowMilliseconds,
                "inside": summary.insideMilliseconds,
                "above": summary.aboveMilliseconds,
                "warmUp": summary.warmUpMilliseconds,
                "main": summary.mainMilliseconds,
                "coolDown": summary.coolDownMilliseconds,
                "distance": summary.distanceMillimetres,
                "speedDistance": summary.speedDistanceMillimetres,
                "counterDistance": summary.counterDistanceMillimetres,
                "flagged": summary.flaggedMilliseconds,
                "average": summary.heartRate?.averageBPM,
                "minimum": summary.heartRate?.minimumBPM,
                "maximum": summary.heartRate?.maximumBPM,
                "intervals": summary.rrIntervalCount,
                "packets": summary.packetCount,
            ]
        )
    }
}

// Reading.
extension SessionRow {
    static func all(_ database: Database) throws -> [SessionEntry] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT id, started_at_us, source, imported_from, utc_offset_s, elapsed_ms, paused_ms, in_ms, distance_mm,
                    average_bpm, plan, planned_ms, talk_yes, talk_no, talk_last,
                    (SELECT value FROM feeling WHERE session_id = id AND moment = 'before') AS feeling_before,
                    (SELECT value FROM feeling WHERE session_id = id AND moment = 'after') AS feeling_after
                FROM session \(newestFirst)
                """
        )
        var entries: [SessionEntry] = []
        while let row = try rows.next() { entries.append(try entry(row)) }
        return entries
    }

    private static func entry(_ row: Row) throws -> SessionEntry {
        SessionEntry(
            id: try row.word("id"),
            startedAtUnixMicroseconds: row["started_at_us"],
            source: try row.name("source"),
            importedFrom: row["imported_from"],
            utcOffsetSeconds: try row.numberIfAny("utc_offset_s"),
            elapsedMilliseconds: try row.amount("elapsed_ms"),
            pausedMilliseconds: try row.amount("paused_ms"),
            insideMilliseconds: try row.amount("in_ms"),
            distanceMillimetres: try row.amountIfAny("distance_mm"),
            averageBPM: try row.amountIfAny("average_bpm"),
            plan: row["plan"],
            plannedMilliseconds: try row.amountIfAny("planned_ms"),
            talk: TalkTally(
                yes: try row.amount("talk_yes"),
                no: try row.amount("talk_no"),
                last: try row.nameIfAny("talk_last")
            ),
            feelingBefore: try row.amountIfAny("feeling_before"),
            feelingAfter: try row.amountIfAny("feeling_after")
        )
    }

    /// The session of a whole ID, without what the runner noted beside it.
    static func session(_ database: Database, id: String) throws -> StoredSession {
        guard let row = try Row.fetchOne(database, sql: "SELECT * FROM session WHERE id = ?", arguments: [id]) else {
            throw SessionLogError.noSuchSession(id: id)
        }
        let zones = try Row.fetchAll(
            database,
            sql: "SELECT lower_bpm, time_ms FROM zone_time WHERE session_id = ? ORDER BY zone",
            arguments: [id]
        )
        let issues = try Row.fetchAll(
            database,
            sql: "SELECT name, count FROM issue WHERE session_id = ? ORDER BY name",
            arguments: [id]
        )
        var summary = try summary(row)
        summary.zoneMilliseconds = try zones.map { try $0.amount("time_ms") }
        summary.metrics = try MetricRow.all(database, sessionID: id)
        summary.issueCounts = try issues.map {
            try RunSummary.IssueCount(name: $0.word("name"), count: $0.amount("count"))
        }
        return StoredSession(
            header: try header(row, lowerBoundsBPM: zones.dropFirst().map { try $0.amount("lower_bpm") }),
            importedFrom: row["imported_from"],
            utcOffsetSeconds: try row.numberIfAny("utc_offset_s"),
            summary: summary,
            events: try events(database, id: id)
        )
    }

    private static func header(_ row: Row, lowerBoundsBPM: [Int]) throws -> SessionHeader {
        SessionHeader(
            id: try row.word("id"),
            startedAtUnixMicroseconds: row["started_at_us"],
            source: try row.name("source"),
            zones: ZoneSet(model: try row.name("zone_model"), lowerBoundsBPM: lowerBoundsBPM),
            band: try TargetBand(lowerBPM: row.amount("band_lower_bpm"), upperBPM: row.amount("band_upper_bpm")),
            basis: try BasisColumns.basis(row)
        )
    }

    private static func summary(_ row: Row) throws -> RunSummary {
        var summary = RunSummary()
        summary.elapsedMilliseconds = try row.amount("elapsed_ms")
        summary.pausedMilliseconds = try row.amount("paused_ms")
        summary.unknownMilliseconds = try row.amount("unknown_ms")
        summary.belowMilliseconds = try row.amount("below_ms")
        summary.insideMilliseconds = try row.amount("in_ms")
        summary.aboveMilliseconds = try row.amount("above_ms")
        summary.warmUpMilliseconds = try row.amount("warm_up_ms")
        summary.mainMilliseconds = try row.amount("main_ms")
        summary.coolDownMilliseconds = try row.amount("cool_down_ms")
        summary.distanceMillimetres = try row.amountIfAny("distance_mm")
        summary.speedDistanceMillimetres = try row.amountIfAny("speed_distance_mm")
        summary.counterDistanceMillimetres = try row.amountIfAny("counter_distance_mm")
        summary.flaggedMilliseconds = try row.amountIfAny("flagged_ms") ?? 0
        summary.heartRate = try .init(row)
        summary.rrIntervalCount = try row.amount("rr_intervals")
        summary.packetCount = try row.amount("packets")
        return summary
    }

    private static func events(_ database: Database, id: String) throws -> [RunEvent] {
        var cursor = try EventCursor(database, sessionID: id)
        var events: [RunEvent] = []
        while let (_, event) = try cursor.next() { events.append(event) }
        return events
    }
}
