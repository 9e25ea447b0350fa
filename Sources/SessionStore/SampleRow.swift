internal import GRDB
internal import RunEngine
import SensorCodec

/// The table `second`: a sample in little room.
enum SampleRow {
    /// Takes the ``arguments(_:sessionNumber:)`` of one sample.
    static let insertion = """
        INSERT INTO second (
            session_number, t_ms, heart_rate_bpm, heart_rate_source_code, zone, band_code, link_code, phase_code,
            session_state_code, speed_centi_km_h, inclination_deci_percent, distance_mm, total_energy_kcal,
            heart_rate_doubts, heading_bpm, alpha1_hundredths, is_alpha1_rough, cadence_per_min, is_belt_unattended,
            rr_intervals_1024
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(_ sample: RunSample, sessionNumber: Int64) -> StatementArguments {
        [
            sessionNumber, sample.timeMilliseconds, sample.heartRateBPM, sample.heartRateSource?.code, sample.zone,
            sample.band.code, sample.link.code, sample.phase.code, sample.session.code,
            sample.speedCentiKmH, sample.inclinationDeciPercent, sample.distanceMillimetres,
            sample.totalEnergyKilocalories, sample.heartRateDoubts.isEmpty ? nil : sample.heartRateDoubts.rawValue,
            sample.headingBPM, sample.alpha1Hundredths, sample.isAlpha1Rough ? 1 : nil, sample.cadencePerMinute,
            sample.isBeltUnattended ? 1 : nil, text(sample.rrIntervals),
        ]
    }

    /// The rows of a session in the order of time; each is valid until the next is read.
    static func cursor(_ database: Database, sessionID: String) throws -> RowCursor {
        try Row.fetchCursor(
            database,
            sql: """
                SELECT * FROM second
                WHERE session_number = (SELECT number FROM session WHERE id = ?) ORDER BY t_ms
                """,
            arguments: [sessionID]
        )
    }

    static func sample(_ row: Row) throws -> RunSample {
        RunSample(
            timeMilliseconds: try row.amount("t_ms"),
            heartRateBPM: try row.amountIfAny("heart_rate_bpm"),
            heartRateSource: try row.codeIfAny("heart_rate_source_code"),
            heartRateDoubts: HeartRateDoubts(rawValue: try row.amountIfAny("heart_rate_doubts") ?? 0),
            headingBPM: try row.amountIfAny("heading_bpm"),
            alpha1Hundredths: try row.amountIfAny("alpha1_hundredths"),
            isAlpha1Rough: row["is_alpha1_rough"] ?? false,
            rrIntervals: try intervals(row),
            zone: try row.amountIfAny("zone"),
            band: try row.code("band_code"),
            link: try row.code("link_code"),
            phase: try row.code("phase_code"),
            session: try row.code("session_state_code"),
            speedCentiKmH: try row.amountIfAny("speed_centi_km_h"),
            cadencePerMinute: try row.amountIfAny("cadence_per_min"),
            inclinationDeciPercent: try row.numberIfAny("inclination_deci_percent"),
            isBeltUnattended: row["is_belt_unattended"] ?? false,
            distanceMillimetres: try row.amountIfAny("distance_mm"),
            totalEnergyKilocalories: try row.amountIfAny("total_energy_kcal")
        )
    }

    private static func text(_ intervals: RRIntervals) -> String? {
        if intervals.isEmpty { return nil }
        return (0..<intervals.count).map { String(intervals[$0]) }.joined(separator: " ")
    }

    private static func intervals(_ row: Row) throws -> RRIntervals {
        guard let text: String = row["rr_intervals_1024"] else { return RRIntervals() }
        var intervals = RRIntervals()
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let interval = UInt16(word) else { throw UnreadableValue(column: "rr_intervals_1024", text: text) }
            intervals.append(interval)
        }
        return intervals
    }
}
