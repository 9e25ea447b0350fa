/// Wall times as text, in UTC.
public enum WallTime {
    /// Octets of the longest text.
    static let largestLength = 27

    /// RFC 3339 as text.
    public static func text(unixMicroseconds: Int64) -> String {
        var second = WallSecond()
        let fraction = second.move(to: unixMicroseconds)
        return String(room: largestLength) { second.write(fraction: fraction, to: &$0) }
    }
}

/// The text of a whole second of wall time, kept while it lasts: a capture has many packets in each.
struct WallSecond {
    private var seconds = Int64.min
    private var text = InlineArray<19, UInt8>(repeating: 0)

    /// Makes this the second of a time; answers the microseconds beyond it.
    @inline(__always)
    mutating func move(to unixMicroseconds: Int64) -> Int64 {
        var (whole, fraction) = unixMicroseconds.quotientAndRemainder(dividingBy: 1_000_000)
        if fraction < 0 {
            whole -= 1
            fraction += 1_000_000
        }
        if whole != seconds { begin(whole) }
        return fraction
    }

    /// Writes RFC 3339 with the fraction that is there: `2026-11-24T10:15:02.5Z`.
    @inline(__always)
    func write(fraction: Int64, to output: inout TextCursor) {
        output.append(copying: text.span)
        if fraction > 0 { output.append(fraction: UInt64(fraction), places: 6) }
        output.append(UInt8(ascii: "Z"))
    }

    private mutating func begin(_ unixSeconds: Int64) {
        seconds = unixSeconds
        var (days, inDay) = unixSeconds.quotientAndRemainder(dividingBy: 86_400)
        if inDay < 0 {
            days -= 1
            inDay += 86_400
        }
        let date = CivilDate(daysSince1970: days)
        var output = TextCursor(text.mutableSpan, at: 0)
        output.append(twoDigits: date.year / 100)
        output.append(twoDigits: date.year)
        output.append(UInt8(ascii: "-"))
        output.append(twoDigits: date.month)
        output.append(UInt8(ascii: "-"))
        output.append(twoDigits: date.day)
        output.append(UInt8(ascii: "T"))
        output.append(twoDigits: inDay / 3600)
        output.append(UInt8(ascii: ":"))
        output.append(twoDigits: inDay / 60 % 60)
        output.append(UInt8(ascii: ":"))
        output.append(twoDigits: inDay % 60)
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
