internal import GRDB
internal import RunEngine

/// The table `lap`.
enum LapRow {
    /// `position`: its place in the session's whole stream.
    static func insert(_ database: Database, sessionID: String, _ lap: RunLap, position: Int64) throws {
        try database.execute(
            sql: """
                INSERT INTO lap (
                    session_id, number, seq, began_ms, ended_ms, paused_ms, in_ms, distance_mm,
                    average_bpm, minimum_bpm, maximum_bpm
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sessionID, lap.number, position, lap.beganMilliseconds, lap.endedMilliseconds,
                lap.pausedMilliseconds, lap.insideMilliseconds, lap.distanceMillimetres,
                lap.heartRate?.averageBPM, lap.heartRate?.minimumBPM, lap.heartRate?.maximumBPM,
            ]
        )
    }

    /// The laps of a session in their order, with their places in its stream.
    static func all(_ database: Database, sessionID: String) throws -> [(position: Int64, lap: RunLap)] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM lap WHERE session_id = ? ORDER BY seq",
            arguments: [sessionID]
        )
        return try rows.map { (try $0.amount("seq"), try lap($0)) }
    }

    private static func lap(_ row: Row) throws -> RunLap {
        RunLap(
            number: try row.amount("number"),
            beganMilliseconds: try row.amount("began_ms"),
            endedMilliseconds: try row.amount("ended_ms"),
            pausedMilliseconds: try row.amount("paused_ms"),
            insideMilliseconds: try row.amount("in_ms"),
            distanceMillimetres: try row.amountIfAny("distance_mm"),
            heartRate: try .init(row)
        )
    }
}

extension RunSummary.HeartRate {
    /// Those of a session or a lap; `nil` where no reading counted.
    init?(_ row: Row) throws {
        guard let average: Int = try row.amountIfAny("average_bpm"),
            let minimum: Int = try row.amountIfAny("minimum_bpm"),
            let maximum: Int = try row.amountIfAny("maximum_bpm")
        else { return nil }
        self.init(averageBPM: average, minimumBPM: minimum, maximumBPM: maximum)
    }
}
