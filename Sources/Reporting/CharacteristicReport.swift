public import SensorCodec

extension CharacteristicValue {
    /// Writes the value as a JSON object: only what is available.
    @inline(__always)
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        writeFields(to: &json)
        json.endObject()
    }

    /// The value for a person: names, and numbers with their units, in the order of the specification.
    public var lines: [(name: String, value: String)] {
        var fields = HumanFields()
        writeFields(to: &fields)
        return fields.lines
    }

    @inline(__always)
    private func writeFields(to sink: inout some FieldSink) {
        switch self {
        case .heartRateMeasurement(let value): value.writeFields(to: &sink)
        case .treadmillData(let value): value.writeFields(to: &sink)
        case .batteryLevel(let value): sink.number("battery_level_percent", value.levelPercent)
        }
    }
}

extension JSONWriter {
    /// The list of what was odd about the bytes, under `issues`.
    @inline(__always)
    public mutating func issues(_ issues: DecodingIssues) {
        self.issues(issues.isEmpty ? [] : issues.descriptions)
    }

    /// The list of what was odd about the bytes, in words that need no escape.
    @inline(__always)
    mutating func issues(_ words: [String]) {
        key("issues")
        beginArray()
        for issue in words { word(issue) }
        endArray()
    }
}

extension HeartRateMeasurement {
    @inline(__always)
    fileprivate func writeFields(to sink: inout some FieldSink) {
        sink.number("heart_rate_bpm", heartRateBPM)
        sink.word("sensor_contact", sensorContact.word)
        sink.number("energy_expended_kj", energyExpendedKilojoules)
        if rrIntervals.isEmpty { return }
        // raw / 1024 s is raw * 125 / 128 ms, which seven decimals give exactly: 10^7 / 128 is 78 125.
        sink.numbers("rr_intervals_ms", count: rrIntervals.count, places: 7) { Int64(rrIntervals[$0]) * 125 * 78_125 }
    }
}

extension HeartRateMeasurement.SensorContact {
    fileprivate var word: String {
        switch self {
        case .unsupported: "unsupported"
        case .notDetected: "not_detected"
        case .detected: "detected"
        }
    }
}

extension TreadmillData {
    @inline(__always)
    fileprivate func writeFields(to sink: inout some FieldSink) {
        if isMoreDataToFollow { sink.flag("more_data", true) }
        sink.number("speed_km_h", instantaneousSpeedCentiKmH, places: 2)
        sink.number("average_speed_km_h", averageSpeedCentiKmH, places: 2)
        sink.number("total_distance_m", totalDistanceMetres)
        sink.number("inclination_percent", inclinationDeciPercent, places: 1)
        sink.number("ramp_angle_deg", rampAngleDeciDegrees, places: 1)
        sink.number("positive_elevation_gain_m", positiveElevationGainDecimetres, places: 1)
        sink.number("negative_elevation_gain_m", negativeElevationGainDecimetres, places: 1)
        sink.number("instantaneous_pace_raw", instantaneousPaceRaw)
        sink.number("average_pace_raw", averagePaceRaw)
        sink.number("pace_octets", paceForm?.rawValue)
        sink.number("total_energy_kcal", totalEnergyKilocalories)
        sink.number("energy_per_hour_kcal", energyPerHourKilocalories)
        sink.number("energy_per_minute_kcal", energyPerMinuteKilocalories)
        sink.number("heart_rate_bpm", heartRateBPM)
        sink.number("metabolic_equivalent_raw", metabolicEquivalentRaw)
        sink.number("elapsed_time_s", elapsedTimeSeconds)
        sink.number("remaining_time_s", remainingTimeSeconds)
        sink.number("force_on_belt_n", forceOnBeltNewtons)
        sink.number("power_output_w", powerOutputWatts)
        sink.number("step_count", stepCount?.steps)
    }
}
