import SensorCodec

/// The name of a session in the log, made from its first value: `20261124-101502-3f9a`.
enum SessionName {
    /// The UTC date and time of the value, then four hex digits that tell sessions of one second apart.
    ///
    /// A time outside the years 1 to 9999 is written as the nearer end of that.
    static func make(unixMicroseconds: Int64, sensor: SensorIdentity, value: CharacteristicValue) -> String {
        let time = min(max(unixMicroseconds, earliest), latest)
        let second = floorDivide(time, 1_000_000)
        let date = CivilDate(daysSince1970: floorDivide(second.quotient, 86_400).quotient)
        let clock = floorDivide(second.quotient, 86_400).remainder
        return digits(date.year, 4) + digits(date.month, 2) + digits(date.day, 2) + "-"
            + digits(clock / 3600, 2) + digits(clock / 60 % 60, 2) + digits(clock % 60, 2) + "-"
            + mark(unixMicroseconds, sensor, value)
    }

    /// 0001-01-01T00:00:00Z.
    private static let earliest: Int64 = -62_135_596_800_000_000
    /// The last microsecond of the year 9999.
    private static let latest: Int64 = 253_402_300_799_999_999

    /// FNV-1a of 32 bits, folded into 16, over the time (8 octets, least significant first), the sensor's name as text
    /// and the value as its sensor would send it.
    private static func mark(_ time: Int64, _ sensor: SensorIdentity, _ value: CharacteristicValue) -> String {
        var bytes: [UInt8] = []
        for octet in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: time >> (8 * Int64(octet)))) }
        bytes.append(contentsOf: sensor.description.utf8)
        switch value {
        case .heartRateMeasurement(let measurement): measurement.encode(into: &bytes)
        case .treadmillData(let data): data.encode(into: &bytes)
        case .batteryLevel: break
        }
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let folded = (hash >> 16) ^ (hash & 0xFFFF)
        let text = String(folded, radix: 16)
        return String(repeating: "0", count: 4 - text.utf8.count) + text
    }

    private static func digits(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

/// A day of the Gregorian calendar, reckoned back before its time; year 0 is 1 BC.
struct CivilDate: Equatable {
    var year: Int64
    /// 1 to 12.
    var month: Int64
    /// 1 to 31.
    var day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date of a day, counted from 1970-01-01; for days within some 10^15 of it.
    ///
    /// Years are taken to begin in March, so that the leap day is a year's last; 400 of them are 146 097 days.
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms".
    init(daysSince1970: Int64) {
        let era = floorDivide(daysSince1970 + 719_468, 146_097)
        let dayOfEra = era.remainder
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        year = yearOfEra + era.quotient * 400 + (month <= 2 ? 1 : 0)
    }
}

/// Division by a positive number that rounds down, and what is left, which is never negative.
private func floorDivide(_ dividend: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let remainder = dividend % divisor
    return remainder < 0 ? (dividend / divisor - 1, remainder + divisor) : (dividend / divisor, remainder)
}
