/// Wall times as text, in UTC.
public enum WallTime {
    /// Octets of the longest text.
    static let largestLength = 27

    /// Appends RFC 3339 with the fraction that is there: `2026-11-24T10:15:02.5Z`.
    @inline(__always)
    static func append(unixMicroseconds: Int64, to output: inout OutputSpan<UInt8>) {
        let (days, inDay) = split(unixMicroseconds, by: 86_400_000_000)
        let date = CivilDate(daysSince1970: days)
        let (seconds, fraction) = inDay.quotientAndRemainder(dividingBy: 1_000_000)
        output.append(twoDigits: date.year / 100)
        output.append(twoDigits: date.year)
        output.append(UInt8(ascii: "-"))
        output.append(twoDigits: date.month)
        output.append(UInt8(ascii: "-"))
        output.append(twoDigits: date.day)
        output.append(UInt8(ascii: "T"))
        output.append(twoDigits: seconds / 3600)
        output.append(UInt8(ascii: ":"))
        output.append(twoDigits: seconds / 60 % 60)
        output.append(UInt8(ascii: ":"))
        output.append(twoDigits: seconds % 60)
        if fraction > 0 { output.append(fraction: UInt64(fraction), places: 6) }
        output.append(UInt8(ascii: "Z"))
    }

    /// RFC 3339 as text.
    public static func text(unixMicroseconds: Int64) -> String {
        let bytes = [UInt8](capacity: largestLength) { append(unixMicroseconds: unixMicroseconds, to: &$0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func split(_ value: Int64, by unit: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: unit)
        return remainder < 0 ? (quotient - 1, remainder + unit) : (quotient, remainder)
    }
}

/// A date of the proleptic Gregorian calendar, from 0000 to 9999.
struct CivilDate: Equatable {
    var year: Int64
    var month: Int64
    var day: Int64

    /// Counts in eras of 400 years that begin on 1 March, so that the leap day comes last.
    @inline(__always)
    init(daysSince1970: Int64) {
        let days = min(max(daysSince1970, -719_528), 2_932_896) + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}
