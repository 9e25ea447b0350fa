/// Pieces of text, appended to room that was made for them.
extension OutputSpan where Element == UInt8 {
    @inline(__always)
    mutating func append(copying octets: Span<UInt8>) {
        for at in octets.indices { append(octets[at]) }
    }

    /// Two lower-case hex digits.
    @inline(__always)
    mutating func append(hex octet: UInt8) {
        append(Self.hexDigit(octet >> 4))
        append(Self.hexDigit(octet & 0xF))
    }

    /// A number below 100 in two digits.
    @inline(__always)
    mutating func append(twoDigits value: Int64) {
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
    }

    /// A number in units of 10^-`places`, without zeros at its end; at most 22 octets.
    @inline(__always)
    mutating func append(decimal value: Int64, places: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        if places == 0 {
            append(digits: value.magnitude)
            return
        }
        let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: Self.powersOfTen[places])
        append(digits: whole)
        if fraction != 0 { append(fraction: fraction, places: places) }
    }

    /// The digits of a fraction of `places` digits, behind a point and without zeros at its end.
    @inline(__always)
    mutating func append(fraction: UInt64, places: Int) {
        append(UInt8(ascii: "."))
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var left = fraction
        var last = 0
        for at in stride(from: places - 1, through: 0, by: -1) {
            digits[at] = UInt8(truncatingIfNeeded: left % 10)
            left /= 10
            if last == 0, digits[at] != 0 { last = at + 1 }
        }
        for at in 0..<last { append(UInt8(ascii: "0") + digits[at]) }
    }

    @inline(__always)
    private mutating func append(digits value: UInt64) {
        if value < 10 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
            return
        }
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var left = value
        var first = 20
        while left > 0 {
            first -= 1
            digits[first] = UInt8(truncatingIfNeeded: left % 10)
            left /= 10
        }
        for at in first..<20 { append(UInt8(ascii: "0") + digits[at]) }
    }

    /// An octet of a JSON string; at most six octets.
    mutating func append(escaping octet: UInt8) {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            append(UInt8(ascii: "\\"))
            append(octet)
        case 0..<0x20, 0x7F:
            append(copying: "\\u00".utf8Span.span)
            append(hex: octet)
        default:
            append(octet)
        }
    }

    @inline(__always)
    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }

    private static var powersOfTen: InlineArray<8, UInt64> {
        @inline(__always)
        get { [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000] }
    }
}
