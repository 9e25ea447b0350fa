internal import GRDB
internal import RunEngine

/// The columns of the table `event` that only a notice has: the numbers that show what was noticed.
enum NoticeRow {
    /// From `field` on; all NULL for what is no notice.
    static func arguments(_ event: RunEvent) -> StatementArguments {
        guard case .notice(let notice) = event else { return [nil, nil, nil, nil, nil, nil, nil, nil, nil] }
        switch notice.finding {
        case .speedInMilesPerHour(let speedMetres, let counterMetres),
            .distanceInMiles(let speedMetres, let counterMetres),
            .distanceDisagrees(let speedMetres, let counterMetres):
            return [nil, speedMetres, counterMetres, nil, nil, nil, nil, nil, nil]
        case .inclinationOutOfRange(let deciPercent, let lower, let upper):
            return [nil, nil, nil, deciPercent, lower, upper, nil, nil, nil]
        case .frozenField(let field):
            return [field.rawValue, nil, nil, nil, nil, nil, nil, nil, nil]
        case .beltUnattended, .heartRate: return [nil, nil, nil, nil, nil, nil, nil, nil, nil]
        case .correction(let correction):
            return [nil, nil, nil, nil, nil, nil, correction.profile, correction.name, correction.change]
        }
    }

    static func finding(_ row: Row) throws -> RunNotice.Finding {
        let subject: RunNotice.Finding.Subject = try row.name("name")
        if let finding = subject.heartRateFinding { return .heartRate(finding) }
        switch subject {
        case .speedInMilesPerHour:
            return .speedInMilesPerHour(
                speedMetres: try row.amount("speed_distance_m"),
                counterMetres: try row.amount("counter_distance_m")
            )
        case .distanceInMiles:
            return .distanceInMiles(
                speedMetres: try row.amount("speed_distance_m"),
                counterMetres: try row.amount("counter_distance_m")
            )
        case .inclinationOutOfRange:
            return .inclinationOutOfRange(
                deciPercent: try row.number("inclination_deci_percent"),
                lowerDeciPercent: try row.number("lower_deci_percent"),
                upperDeciPercent: try row.number("upper_deci_percent")
            )
        case .distanceDisagrees:
            return .distanceDisagrees(
                speedMetres: try row.amount("speed_distance_m"),
                counterMetres: try row.amount("counter_distance_m")
            )
        case .frozenField: return .frozenField(try row.name("field"))
        case .beltUnattended: return .beltUnattended
        case .correction:
            return .correction(
                RunNotice.Finding.Correction(
                    profile: try row.word("profile"),
                    name: row["profile_name"] ?? "",
                    change: row["change"] ?? ""
                )
            )
        case .strapOffBody, .heartRateStanding, .cadenceLock, .heartRateOddlySteady, .heartRateDiffersFromIntervals,
            .heartRateNoisy, .contactFlagContradicted, .intervalsMissing:
            preconditionFailure("Findings about a heart rate are read above.")
        }
    }
}
