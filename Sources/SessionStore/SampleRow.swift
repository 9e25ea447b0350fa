internal import GRDB
internal import RunEngine
import SensorCodec

/// The table `second`: a sample in little room.
enum SampleRow {
    /// Takes the ``arguments(_:sessionNumber:)`` of one sample.
    static let insertion = """
        INSERT INTO second (
            session_number, t_ms, heart_rate_bpm, heart_rate_source_code, zone, state_code, speed_centi_km_h,
            inclination_deci_percent, distance_mm, total_energy_kcal, remark_bits, heading_bpm, alpha1_hundredths,
            cadence_per_min, rr_intervals_1024
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func arguments(_ sample: RunSample, sessionNumber: Int64) -> StatementArguments {
        [
            sessionNumber, sample.timeMilliseconds, sample.heartRateBPM, sample.heartRateSource?.code, sample.zone,
            SampleStates(sample).code, sample.speedCentiKmH, sample.inclinationDeciPercent,
            sample.distanceMillimetres, sample.totalEnergyKilocalories, remarkBits(sample), sample.headingBPM,
            sample.alpha1Hundredths, sample.cadencePerMinute, text(sample.rrIntervals),
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
        let states: SampleStates = try row.code("state_code")
        let remarks: Int = try row.amountIfAny("remark_bits") ?? 0
        return RunSample(
            timeMilliseconds: try row.amount("t_ms"),
            heartRateBPM: try row.amountIfAny("heart_rate_bpm"),
            heartRateSource: try row.codeIfAny("heart_rate_source_code"),
            heartRateDoubts: HeartRateDoubts(rawValue: .init(truncatingIfNeeded: remarks & 0xFFFF)),
            headingBPM: try row.amountIfAny("heading_bpm"),
            alpha1Hundredths: try row.amountIfAny("alpha1_hundredths"),
            isAlpha1Rough: remarks & alpha1Rough != 0,
            rrIntervals: try intervals(row),
            zone: try row.amountIfAny("zone"),
            band: states.band,
            link: states.link,
            phase: states.phase,
            session: states.session,
            speedCentiKmH: try row.amountIfAny("speed_centi_km_h"),
            cadencePerMinute: try row.amountIfAny("cadence_per_min"),
            inclinationDeciPercent: try row.numberIfAny("inclination_deci_percent"),
            isBeltUnattended: remarks & beltUnattended != 0,
            distanceMillimetres: try row.amountIfAny("distance_mm"),
            totalEnergyKilocalories: try row.amountIfAny("total_energy_kcal")
        )
    }

    /// Beside the doubts, which have the lower 16 bits.
    private static let alpha1Rough = 1 << 16
    private static let beltUnattended = 1 << 17

    private static func remarkBits(_ sample: RunSample) -> Int? {
        let bits =
            Int(sample.heartRateDoubts.rawValue) | (sample.isAlpha1Rough ? alpha1Rough : 0)
            | (sample.isBeltUnattended ? beltUnattended : 0)
        return bits == 0 ? nil : bits
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
