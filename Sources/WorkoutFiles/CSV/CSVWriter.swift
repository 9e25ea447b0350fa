import RunEngine
import SensorCodec

extension Workout {
    /// The names of the columns; a name ends in its unit.
    private static let columns = [
        "t_ms", "time", "heart_rate_bpm", "zone", "band", "paused", "speed_km_h", "inclination_percent", "distance_m",
        "cadence_steps_per_min", "total_energy_kcal", "rr_intervals_ms",
    ]

    /// The records as CSV (RFC 4180): one line of names, then one line a record, each ended by CR and LF.
    ///
    /// What is not known is an empty field. `band` is `below`, `in`, `above` or empty; `paused` is 1 or 0;
    /// `rr_intervals_ms` has the intervals of the second with spaces between them. No field needs quotes.
    public func csv() -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((records.count + 1) * 90)
        text.append(text: Self.columns.joined(separator: ",") + "\r\n")
        for record in records { append(record, to: &text) }
        return text
    }

    private func append(_ record: Record, to text: inout [UInt8]) {
        text.append(decimal: record.timeMilliseconds)
        text.append(UInt8(ascii: ","))
        text.append(unixMilliseconds: startUnixMilliseconds + record.timeMilliseconds)
        text.append(field: record.heartRateBPM)
        text.append(field: record.zone)
        text.append(text: record.band == .unknown ? "," : "," + record.band.rawValue)
        text.append(field: record.isPaused ? 1 : 0)
        text.append(field: record.speedCentiKmH, places: 2)
        text.append(field: record.inclinationDeciPercent, places: 1)
        text.append(field: record.distanceMillimetres, places: 3)
        text.append(field: record.stepsPerMinute)
        text.append(field: record.energyKilocalories)
        text.append(UInt8(ascii: ","))
        for index in 0..<record.rrIntervals.count {
            if index > 0 { text.append(UInt8(ascii: " ")) }
            // 1/1024 s is 0.9765625 ms.
            text.append(decimal: Int64(record.rrIntervals[index]) * 9_765_625, places: 7)
        }
        text.append(text: "\r\n")
    }
}

extension [UInt8] {
    /// A comma, and the number behind it if it is known.
    fileprivate mutating func append(field value: (some BinaryInteger)?, places: Int = 0) {
        append(UInt8(ascii: ","))
        if let value { append(decimal: Int64(value), places: places) }
    }
}
