public import SensorCodec

/// The name of a session in the log, made from when and from whom its first value came: `20261124-101502-3f9a`.
public enum SessionName {
    /// The UTC date and time of the value, then four hex digits that tell sessions of one second apart.
    ///
    /// A time outside the years 1 to 9999 is written as the nearer end of that.
    public static func make(unixMicroseconds: Int64, sensor: SensorIdentity) -> String {
        let time = min(max(unixMicroseconds, earliest), latest)
        let second = floorDivide(time, 1_000_000)
        let date = CivilDate(daysSince1970: floorDivide(second.quotient, 86_400).quotient)
        let clock = floorDivide(second.quotient, 86_400).remainder
        return digits(date.year, 4) + digits(date.month, 2) + digits(date.day, 2) + "-"
            + digits(clock / 3600, 2) + digits(clock / 60 % 60, 2) + digits(clock % 60, 2) + "-"
            + mark(unixMicroseconds, sensor)
    }

    /// 0001-01-01T00:00:00Z.
    private static let earliest: Int64 = -62_135_596_800_000_000
    /// The last microsecond of the year 9999.
    private static let latest: Int64 = 253_402_300_799_999_999

    /// FNV-1a of 32 bits, folded into 16, over the time (8 octets, least significant first) and the sensor's name as
    /// text. The value itself is left out: how it is read may change, and the name must not.
    private static func mark(_ time: Int64, _ sensor: SensorIdentity) -> String {
        var bytes: [UInt8] = []
        for octet in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: time >> (8 * Int64(octet)))) }
        bytes.append(contentsOf: sensor.description.utf8)
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
