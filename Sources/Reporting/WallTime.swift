import RunEngine

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
    /// 0000-01-01 and 9999-12-31, counted from 1970-01-01: RFC 3339 has four digits for the year.
    private static let firstDay: Int64 = -719_528
    private static let lastDay: Int64 = 2_932_896

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
        let date = CivilDate(daysSince1970: min(max(days, Self.firstDay), Self.lastDay))
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
