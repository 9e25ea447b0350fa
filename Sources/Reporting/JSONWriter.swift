/// Writes JSON text into a byte buffer, without values in between.
///
/// Numbers are integers or decimal fractions made from integers, so that equal input gives equal text on every
/// machine. The caller keeps objects and arrays in pairs. Each step makes room once and then fills it: a line of some
/// hundred octets costs no more than its octets.
public struct JSONWriter {
    /// What was written so far.
    public var bytes: [UInt8] = []
    /// A comma is due before the next key or element.
    private var needsComma = false

    /// An empty text.
    public init() {}

    // MARK: Structure

    @inline(__always)
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    @inline(__always)
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    @inline(__always)
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    @inline(__always)
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A key, which needs no escape; its value comes next.
    @inline(__always)
    public mutating func key(_ name: String) {
        add(room: name.utf8.count + 3) { output in
            output.append(UInt8(ascii: "\""))
            output.append(copying: name.utf8Span.span)
            output.append(UInt8(ascii: "\""))
            output.append(UInt8(ascii: ":"))
        }
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
        let word = value ? "true" : "false"
        add(room: 5) { $0.append(copying: word.utf8Span.span) }
    }

    @inline(__always)
    public mutating func integer(_ value: Int64) {
        add(room: 20) { $0.append(decimal: value, places: 0) }
    }

    /// A number in units of 10^-`places`, e.g. 1055 with 2 places is 10.55; without zeros at its end.
    @inline(__always)
    public mutating func decimal(_ value: Int64, places: Int) {
        add(room: 22) { $0.append(decimal: value, places: places) }
    }

    /// Text that needs no escape: a fixed word, a UUID, an address.
    @inline(__always)
    public mutating func word(_ text: String) {
        add(room: text.utf8.count + 2) { output in
            output.append(UInt8(ascii: "\""))
            output.append(copying: text.utf8Span.span)
            output.append(UInt8(ascii: "\""))
        }
    }

    /// Text of any kind.
    public mutating func string(_ text: String) {
        add(room: text.utf8.count * 6 + 2) { output in
            output.append(UInt8(ascii: "\""))
            for octet in text.utf8 { output.append(escaping: octet) }
            output.append(UInt8(ascii: "\""))
        }
    }

    /// Octets as lower-case hex digits.
    @inline(__always)
    public mutating func hex(_ octets: Span<UInt8>) {
        add(room: octets.count * 2 + 2) { output in
            output.append(UInt8(ascii: "\""))
            for at in octets.indices { output.append(hex: octets[at]) }
            output.append(UInt8(ascii: "\""))
        }
    }

    /// A wall time as RFC 3339 in UTC.
    @inline(__always)
    public mutating func wallTime(unixMicroseconds: Int64) {
        add(room: WallTime.largestLength + 2) { output in
            output.append(UInt8(ascii: "\""))
            WallTime.append(unixMicroseconds: unixMicroseconds, to: &output)
            output.append(UInt8(ascii: "\""))
        }
    }

    /// A key and a number in units of 10^-`places`, in one step.
    @inline(__always)
    public mutating func number(_ name: String, _ value: Int64, places: Int) {
        add(room: name.utf8.count + 25) { output in
            output.append(UInt8(ascii: "\""))
            output.append(copying: name.utf8Span.span)
            output.append(UInt8(ascii: "\""))
            output.append(UInt8(ascii: ":"))
            output.append(decimal: value, places: places)
        }
    }

    /// JSON text as it is, which ends where a value or a structure ends; the caller has seen to its commas.
    @inline(__always)
    mutating func verbatim(_ text: [UInt8]) {
        bytes.append(contentsOf: text)
        needsComma = true
    }

    // MARK: Parts

    /// A value: the comma before it if one is due, and what `body` writes into `room` octets.
    @inline(__always)
    private mutating func add(room: Int, _ body: (inout OutputSpan<UInt8>) -> Void) {
        let isCommaDue = needsComma
        bytes.append(addingCapacity: room + 1) { output in
            if isCommaDue { output.append(UInt8(ascii: ",")) }
            body(&output)
        }
        needsComma = true
    }

    @inline(__always)
    private mutating func open(_ bracket: UInt8) {
        add(room: 1) { $0.append(bracket) }
        needsComma = false
    }

    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }
}
