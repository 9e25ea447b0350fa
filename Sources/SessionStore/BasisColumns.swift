internal import GRDB
internal import RunEngine

/// The columns of the table `session` that tell what zones and band were made of; all NULL where that is not known.
enum BasisColumns {
    static let names = """
        model_chosen, band_origin, profile_maximum_bpm, maximum_origin, age_years, resting_bpm, resting_origin,
        threshold_bpm, talk_bpm, talk_day
        """
    static let places = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

    static func arguments(_ basis: ZoneBasis?) -> StatementArguments {
        [
            basis?.isModelChosen, basis?.bandOrigin.rawValue, basis?.maximumBPM, basis?.maximumOrigin.name,
            basis?.maximumOrigin.ageYears, basis?.restingBPM, basis?.restingOrigin?.rawValue, basis?.thresholdBPM,
            basis?.talkBPM, basis?.talkDay?.description,
        ]
    }

    static func basis(_ row: Row) throws -> ZoneBasis? {
        guard let bandOrigin: ZonePlan.BandOrigin = try row.nameIfAny("band_origin") else { return nil }
        return ZoneBasis(
            isModelChosen: row["model_chosen"] ?? false,
            bandOrigin: bandOrigin,
            maximumBPM: try row.amount("profile_maximum_bpm"),
            maximumOrigin: try maximumOrigin(row),
            restingBPM: try row.amountIfAny("resting_bpm"),
            restingOrigin: try row.nameIfAny("resting_origin"),
            thresholdBPM: try row.amountIfAny("threshold_bpm"),
            talkBPM: try row.amountIfAny("talk_bpm"),
            talkDay: try talkDay(row)
        )
    }

    private static func maximumOrigin(_ row: Row) throws -> ZonePlan.MaximumOrigin {
        let text: String = row["maximum_origin"] ?? ""
        let years: Int? = try row.amountIfAny("age_years")
        guard let origin = ZonePlan.MaximumOrigin(name: text, ageYears: years) else {
            throw UnreadableValue(column: "maximum_origin", text: text)
        }
        return origin
    }

    private static func talkDay(_ row: Row) throws -> CivilDate? {
        guard let text: String = row["talk_day"] else { return nil }
        guard let day = CivilDate(text) else { throw UnreadableValue(column: "talk_day", text: text) }
        return day
    }
}
