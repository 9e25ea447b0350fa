public import Practice
public import RunEngine

/// What `steady rest` says.
public enum RestReport {
    /// What to do, before it begins.
    public static let invitation = [RestSaying.whatItIs.text(), RestSaying.howItGoes.text()]

    /// A line about how it goes.
    public static func progress(seconds: Int, bpm: Int?) -> String {
        let clock = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
        return "\(clock)  " + (bpm.map { "\($0) bpm" } ?? LineSaying.noHeartRate.text())
    }

    /// The end, with what the profile goes by from now on.
    public static func lines(bpm: Int, profileBPM: Int, readingCount: Int) -> [String] {
        let median =
            readingCount > 1
            ? RestSaying.byMedian.text(["readings": "\(readingCount)", "bpm": "\(profileBPM)"])
            : RestSaying.byThisOne.text()
        return [RestSaying.kept.text(["bpm": "\(bpm)"]), median]
    }

    /// Why there is no resting heart rate.
    public static func sentence(for refusal: RestingMeasurement.Refusal) -> String {
        switch refusal {
        case .beltMoving: RestSaying.beltMoving.text()
        case .noContact: RestSaying.noContact.text()
        case .heartRateMissing: RestSaying.heartRateMissing.text()
        case .endedEarly: RestSaying.endedEarly.text()
        case .implausible: RestSaying.implausible.text()
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
