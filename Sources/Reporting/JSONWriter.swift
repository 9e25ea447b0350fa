/// Writes JSON text into a byte buffer, without values in between.
///
/// Numbers are integers or decimal fractions made from integers, so that equal input gives equal text on every
/// machine. The caller keeps objects and arrays in pairs.
public struct JSONWriter {
    /// What was written so far.
    public var bytes: [UInt8] = []
    /// A comma is due before the next key or element.
    private var needsComma = false

    /// An empty text.
    public init() {}

    // MARK: Structure

    @inline(__always)
    public mutating func beginObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
    }

    @inline(__always)
    public mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    @inline(__always)
    public mutating func beginArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
    }

    @inline(__always)
    public mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// A key, which needs no escape; its value comes next.
    @inline(__always)
    public mutating func key(_ name: String) {
        word(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Ends a line of JSON lines.
    @inline(__always)
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    // MARK: Values

    public mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
        needsComma = true
    }

    @inline(__always)
    public mutating func integer(_ value: some FixedWidthInteger) {
        separate()
        appendDigits(Int64(truncatingIfNeeded: value))
        needsComma = true
    }

    /// A number in units of 10^-`places`, e.g. 1055 with 2 places is 10.55; without zeros at its end.
    @inline(__always)
    public mutating func decimal(_ value: some FixedWidthInteger, places: Int) {
        separate()
        appendDecimal(Int64(truncatingIfNeeded: value), places: places)
        needsComma = true
    }

    /// Text that needs no escape: a fixed word.
    @inline(__always)
    public mutating func word(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Text of any kind.
    public mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for octet in text.utf8 { appendEscaped(octet) }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Octets as lower-case hex digits.
    @inline(__always)
    public mutating func hex(_ octets: Span<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for at in 0..<octets.count {
            bytes.append(Self.hexDigit(octets[at] >> 4))
            bytes.append(Self.hexDigit(octets[at] & 0xF))
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A string whose octets `body` appends; they must need no escape.
    @inline(__always)
    public mutating func plainString(_ body: (inout [UInt8]) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        body(&bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    // MARK: Parts

    @inline(__always)
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func appendEscaped(_ octet: UInt8) {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(octet)
        case 0..<0x20, 0x7F:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(Self.hexDigit(octet >> 4))
            bytes.append(Self.hexDigit(octet & 0xF))
        default:
            bytes.append(octet)
        }
    }

    @inline(__always)
    private mutating func appendDigits(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimalDigitsOf: value.magnitude)
    }

    private mutating func appendDecimal(_ value: Int64, places: Int) {
        var unit: UInt64 = 1
        for _ in 0..<places { unit *= 10 }
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: unit)
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes.append(decimalDigitsOf: whole)
        if rest == 0 { return }
        bytes.append(UInt8(ascii: "."))
        var left = rest
        while left > 0 {
            unit /= 10
            bytes.append(UInt8(ascii: "0") + UInt8(left / unit))
            left %= unit
        }
    }

    @inline(__always)
    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }
}

extension [UInt8] {
    /// Appends an unsigned number in decimal digits.
    @inline(__always)
    mutating func append(decimalDigitsOf value: UInt64) {
        if value < 10 {
            append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        var divisor: UInt64 = 10
        while value / divisor >= 10 { divisor *= 10 }
        var left = value
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(left / divisor))
            left %= divisor
            divisor /= 10
        }
    }

    /// Appends a number in exactly `width` digits, with zeros in front.
    mutating func append(padded value: Int64, width: Int) {
        var divisor: Int64 = 1
        for _ in 1..<width { divisor *= 10 }
        var left = value
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(left / divisor % 10))
            left %= divisor
            divisor /= 10
        }
    }
}
