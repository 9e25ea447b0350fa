import RunEngine

/// Text of files, octet by octet.
extension [UInt8] {
    mutating func append(text: String) { append(contentsOf: text.utf8) }

    /// A number in units of 10^-`places`, without zeros at its end: 1050 with 2 places is 10.5.
    mutating func append(decimal value: Int64, places: Int = 0) {
        if value < 0 { append(UInt8(ascii: "-")) }
        var digits: [UInt8] = []
        var left = value.magnitude
        repeat {
            digits.append(UInt8(ascii: "0") + UInt8(left % 10))
            left /= 10
        } while left > 0 || digits.count <= places
        append(contentsOf: digits[places...].reversed())
        let fraction = digits[..<places].drop { $0 == UInt8(ascii: "0") }
        if fraction.isEmpty { return }
        append(UInt8(ascii: "."))
        append(contentsOf: fraction.reversed())
    }

    /// RFC 3339 in UTC, with thousandths where there are any: `2026-11-24T10:15:02Z`.
    mutating func append(unixMilliseconds: Int64) {
        let day = floorDivided(unixMilliseconds, by: 86_400_000)
        let inDay = unixMilliseconds - day * 86_400_000
        append(text: CivilDate(daysSince1970: day).description)
        append(UInt8(ascii: "T"))
        append(twoDigits: inDay / 3_600_000)
        append(UInt8(ascii: ":"))
        append(twoDigits: inDay / 60_000 % 60)
        append(UInt8(ascii: ":"))
        append(twoDigits: inDay / 1000 % 60)
        if inDay % 1000 > 0 {
            append(UInt8(ascii: "."))
            append(UInt8(ascii: "0") + UInt8(inDay % 1000 / 100))
            append(twoDigits: inDay % 100)
        }
        append(UInt8(ascii: "Z"))
    }

    private mutating func append(twoDigits value: Int64) {
        append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}

/// Times of files.
enum TimeText {
    /// The ms since 1970-01-01 UTC of an RFC 3339 time; `nil` for what is none.
    ///
    /// `Z`, an offset, or nothing at the end, which is taken as UTC; a fraction of any length.
    static func unixMilliseconds(_ text: some StringProtocol) -> Int64? {
        let text = Array(text.utf8)
        guard text.count >= 19, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
            let day = CivilDate(String(decoding: text[..<10], as: UTF8.self)),
            text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let hour = number(text[11..<13]), let minute = number(text[14..<16]), let second = number(text[17..<19]),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = text[19...]
        var milliseconds: Int64 = 0
        if rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") {
            rest.removeFirst()
            let digits = rest.prefix { isDigit($0) }
            for place in 0..<3 {
                milliseconds *= 10
                if place < digits.count { milliseconds += Int64(digits[digits.startIndex + place] - UInt8(ascii: "0")) }
            }
            rest = rest.dropFirst(digits.count)
        }
        guard let offset = offset(rest) else { return nil }
        let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        return seconds * 1000 + milliseconds
    }

    /// How far ahead of UTC, in s.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int64? {
        if text.isEmpty || text.elementsEqual([UInt8(ascii: "Z")]) { return 0 }
        guard text.count == 6, let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = number(text[text.startIndex + 1..<text.startIndex + 3]),
            let minutes = number(text[text.startIndex + 4..<text.endIndex]), hours <= 14, minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    private static func isDigit(_ octet: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        digits.allSatisfy(isDigit) ? digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) } : nil
    }
}
