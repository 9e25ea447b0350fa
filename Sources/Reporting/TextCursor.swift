/// Writes octets one after the other into room that was made for them.
///
/// It borrows its room; each step is checked, and a place kept in a register makes it as fast as it can be.
struct TextCursor: ~Copyable, ~Escapable {
    private var room: MutableSpan<UInt8>
    /// Where the next octet goes.
    private(set) var place: Int

    @_lifetime(copy room)
    @inline(__always)
    init(_ room: consuming MutableSpan<UInt8>, at place: Int) {
        self.room = room
        self.place = place
    }

    @inline(__always)
    mutating func append(_ octet: UInt8) {
        room[place] = octet
        place &+= 1
    }

    @inline(__always)
    mutating func append(copying octets: Span<UInt8>) {
        let count = octets.count
        var at = 0
        while at < count {
            append(octets[at])
            at &+= 1
        }
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
        let number = UInt32(truncatingIfNeeded: value) % 100
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10))
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10))
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

    /// The same where the places are not known to the compiler: dividing by a constant is many times faster than by a
    /// number, so the places that fields have stand here one by one.
    mutating func append(decimal value: Int64, anyPlaces places: Int) {
        switch places {
        case 0: append(decimal: value, places: 0)
        case 1: append(decimal: value, places: 1)
        case 2: append(decimal: value, places: 2)
        case 7: append(decimal: value, places: 7)
        default: append(decimal: value, places: places)
        }
    }

    /// The digits of a fraction of `places` digits, behind a point and without zeros at its end.
    mutating func append(fraction: UInt64, places: Int) {
        append(UInt8(ascii: "."))
        var left = fraction
        var width = places
        while left % 10 == 0, width > 1 {
            left /= 10
            width -= 1
        }
        append(digits: left, width: width)
    }

    @inline(__always)
    private mutating func append(digits value: UInt64) {
        if value < 10 {
            append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
            return
        }
        var width = 2
        var limit: UInt64 = 100
        while width < 20, value >= limit {
            width &+= 1
            if width < 20 { limit &*= 10 }
        }
        append(digits: value, width: width)
    }

    /// The last `width` digits of a number, from the right to the left.
    private mutating func append(digits value: UInt64, width: Int) {
        var left = value
        var at = place &+ width
        place = at
        for _ in 0..<width {
            at &-= 1
            room[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: left % 10)
            left /= 10
        }
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
        value < 10 ? UInt8(ascii: "0") &+ value : UInt8(ascii: "a") &- 10 &+ value
    }

    private static var powersOfTen: InlineArray<8, UInt64> {
        @inline(__always)
        get { [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000] }
    }
}

extension String {
    /// Text of ASCII octets that `body` writes into at most `room` octets.
    init(room: Int, _ body: (inout TextCursor) -> Void) {
        var bytes = [UInt8](repeating: 0, count: room)
        var cursor = TextCursor(bytes.mutableSpan, at: 0)
        body(&cursor)
        let length = cursor.place
        self = String(decoding: bytes[..<length], as: UTF8.self)
    }
}
