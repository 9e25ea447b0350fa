internal import GRDB
internal import RunEngine
import SensorCodec

/// The table `sample`.
enum SampleRow {
    /// Takes the ``arguments(_:sessionID:)`` of one sample.
    static let insertion = """
        INSERT INTO sample (
            session_id, t_ms, heart_rate_bpm, heart_rate_source, zone, band, link, phase, session_state,
            speed_centi_km_h, inclination_deci_percent, distance_mm, total_energy_kcal, heart_rate_doubts,
            heading_bpm, alpha1_hundredths, is_alpha1_rough, cadence_per_min, is_belt_unattended
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(_ sample: RunSample, sessionID: String) -> StatementArguments {
        [
            sessionID, sample.timeMilliseconds, sample.heartRateBPM, sample.heartRateSource?.rawValue, sample.zone,
            sample.band.rawValue, sample.link.rawValue, sample.phase.rawValue, sample.session.rawValue,
            sample.speedCentiKmH, sample.inclinationDeciPercent, sample.distanceMillimetres,
            sample.totalEnergyKilocalories, sample.heartRateDoubts.isEmpty ? nil : sample.heartRateDoubts.rawValue,
            sample.headingBPM, sample.alpha1Hundredths, sample.isAlpha1Rough ? 1 : nil, sample.cadencePerMinute,
            sample.isBeltUnattended ? 1 : nil,
        ]
    }

    /// The rows of a session in the order of time; each is valid until the next is read.
    static func cursor(_ database: Database, sessionID: String) throws -> RowCursor {
        try Row.fetchCursor(
            database,
            sql: "SELECT * FROM sample WHERE session_id = ? ORDER BY t_ms",
            arguments: [sessionID]
        )
    }

    static func sample(_ row: Row) throws -> RunSample {
        RunSample(
            timeMilliseconds: try row.amount("t_ms"),
            heartRateBPM: try row.amountIfAny("heart_rate_bpm"),
            heartRateSource: try row.nameIfAny("heart_rate_source"),
            heartRateDoubts: HeartRateDoubts(rawValue: try row.amountIfAny("heart_rate_doubts") ?? 0),
            headingBPM: try row.amountIfAny("heading_bpm"),
            alpha1Hundredths: try row.amountIfAny("alpha1_hundredths"),
            isAlpha1Rough: row["is_alpha1_rough"] ?? false,
            zone: try row.amountIfAny("zone"),
            band: try row.name("band"),
            link: try row.name("link"),
            phase: try row.name("phase"),
            session: try row.name("session_state"),
            speedCentiKmH: try row.amountIfAny("speed_centi_km_h"),
            cadencePerMinute: try row.amountIfAny("cadence_per_min"),
            inclinationDeciPercent: try row.numberIfAny("inclination_deci_percent"),
            isBeltUnattended: row["is_belt_unattended"] ?? false,
            distanceMillimetres: try row.amountIfAny("distance_mm"),
            totalEnergyKilocalories: try row.amountIfAny("total_energy_kcal")
        )
    }
}
