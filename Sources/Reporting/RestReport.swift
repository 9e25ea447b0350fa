public import Practice
public import RunEngine

/// What `steady rest` says.
public enum RestReport {
    /// What to do, before it begins.
    public static let invitation = [
        "A resting heart rate, seated: five minutes. Sit down, lean back, and let the belt stand.",
        "It begins with the first heartbeat that is heard. Control-C ends it; nothing is kept then.",
    ]

    /// A line about how it goes.
    public static func progress(seconds: Int, bpm: Int?) -> String {
        let clock = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
        return "\(clock)  " + (bpm.map { "\($0) bpm" } ?? "no heart rate")
    }

    /// The end, with what the profile goes by from now on.
    public static func lines(bpm: Int, profileBPM: Int, readingCount: Int) -> [String] {
        let median =
            readingCount > 1
            ? "Your zones go by the median of the last \(readingCount) readings: \(profileBPM) bpm."
            : "Your zones go by it from now on; more readings, on other days, make it surer."
        return ["Resting heart rate, seated: \(bpm) bpm. It is kept.", median]
    }

    /// Why there is no resting heart rate.
    public static func sentence(for refusal: RestingMeasurement.Refusal) -> String {
        switch refusal {
        case .beltMoving:
            "the belt moves, and that is no rest: nothing is kept\nLet it stand, sit down, and begin again."
        case .noContact:
            "the strap had no contact with the skin for too long: nothing is kept\nWet it a little, and begin again."
        case .heartRateMissing:
            "the heart rate was missing for more than a fifth of the time: nothing is kept\nBegin again, strap and adapter close together."
        case .endedEarly: "it ended before the five minutes were over: nothing is kept"
        case .implausible: "what was heard is no resting heart rate: nothing is kept"
        }
    }
}

extension JSONWriter {
    /// A resting heart rate that was measured and kept.
    public mutating func rest(_ reading: RestingReading, profileBPM: Int, readings: [RestingReading]) {
        beginObject()
        word("day", reading.day.description)
        number(.resting, reading.bpm)
        number("profile_resting_bpm", profileBPM)
        key("resting_readings")
        beginArray()
        for reading in readings {
            beginObject()
            word("day", reading.day.description)
            number(.resting, reading.bpm)
            endObject()
        }
        endArray()
        endObject()
        endLine()
    }
}
