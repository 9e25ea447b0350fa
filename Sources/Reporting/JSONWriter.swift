import SensorCodec

/// Writes JSON text into a byte buffer, without values in between.
///
/// Numbers are integers or decimal fractions made from integers, so that equal input gives equal text on every
/// machine. The caller keeps objects and arrays in pairs. Each step makes room once and then fills it: a line of some
/// hundred octets costs no more than its octets.
public struct JSONWriter {
    /// The text that is being written, in place: an array would be asked at each step whether it is shared.
    private var piece = InlineArray<512, UInt8>(repeating: 0)
    /// Octets of ``piece``.
    private var pieceCount = 0
    /// The text before it, and room behind that.
    private var storage: [UInt8] = []
    /// Octets of ``storage`` that are text.
    private var count = 0
    /// What the samples that are being written have in common.
    var sampleStates = SampleStates()
    /// A comma is due before the next key or element.
    private var needsComma = false

    private static let pieceRoom = 512

    /// An empty text.
    public init() {}

    /// What was written so far.
    public var text: Span<UInt8> {
        @_lifetime(&self)
        mutating get {
            settle()
            return storage.span.extracting(0..<count)
        }
    }

    /// Octets written so far.
    public var length: Int { count + pieceCount }

    /// Forgets the text, which the caller has taken out; what comes goes on behind it.
    public mutating func removeAll() {
        count = 0
        pieceCount = 0
    }

    // MARK: Structure

    /// Begins an object.
    @inline(__always)
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Ends an object.
    @inline(__always)
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Begins an array.
    @inline(__always)
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Ends an array.
    @inline(__always)
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// A key; its value comes next.
    @inline(__always)
    public mutating func key(_ key: Key) {
        add(room: key.length) { key.write(to: &$0) }
        needsComma = false
    }

    /// A key that is not known before the program runs, such as the name of an issue.
    mutating func key(named name: String) {
        string(name)
        needsComma = false
        add(room: 1) { $0.append(UInt8(ascii: ":")) }
        needsComma = false
    }

    /// Ends a line of JSON lines.
    @inline(__always)
    public mutating func endLine() {
        needsComma = false
        add(room: 1) { $0.append(UInt8(ascii: "\n")) }
        needsComma = false
    }

    /// Ends a line of JSON lines with fixed text, line end included.
    @inline(__always)
    mutating func endLine(with text: Key) {
        add(room: text.length) { text.write(to: &$0) }
        needsComma = false
    }

    // MARK: Values

    /// `true` or `false`.
    public mutating func bool(_ value: Bool) {
        let word = value ? "true" : "false"
        add(room: 5) { $0.append(copying: word.utf8Span.span) }
    }

    /// A whole number.
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
        var second = WallSecond()
        wallTime(unixMicroseconds: unixMicroseconds, in: &second)
    }

    /// A key and a number in units of 10^-`places`, in one step.
    @inline(__always)
    public mutating func number(_ key: Key, _ value: Int64, places: Int) {
        add(room: key.length + 22) { output in
            key.write(to: &output)
            output.append(decimal: value, places: places)
        }
    }

    /// A raw number of a field, in one step; its key is written where it lies.
    @inline(__always)
    mutating func number(_ field: Field, _ raw: Int64) {
        add(room: FieldKey.room) { FieldKey.all[Int(field.rawValue)].write(raw, to: &$0) }
    }

    /// A key and text that needs no escape, in one step.
    @inline(__always)
    public mutating func word(_ key: Key, _ text: String) {
        add(room: key.length + text.utf8.count + 2) { output in
            key.write(to: &output)
            output.append(UInt8(ascii: "\""))
            output.append(copying: text.utf8Span.span)
            output.append(UInt8(ascii: "\""))
        }
    }

    /// JSON text as it is, which ends where a value or a structure ends; the caller has seen to its commas.
    @inline(__always)
    mutating func verbatim(_ text: [UInt8]) {
        needsComma = false
        add(room: text.count) { $0.append(copying: text.span) }
    }

    /// A wall time as RFC 3339 in UTC, most of which is kept from one to the next.
    @inline(__always)
    mutating func wallTime(unixMicroseconds: Int64, in second: inout WallSecond) {
        let fraction = second.move(to: unixMicroseconds)
        add(room: WallTime.largestLength + 2) { output in
            output.append(UInt8(ascii: "\""))
            second.write(fraction: fraction, to: &output)
            output.append(UInt8(ascii: "\""))
        }
    }

    // MARK: Parts

    /// A value: the comma before it if one is due, and what `body` writes into `room` octets.
    @inline(__always)
    mutating func add(room: Int, _ body: (inout TextCursor) -> Void) {
        let afterComma = needsComma
        if room >= Self.pieceRoom {
            settle()
            makeRoom(room + 1)
            let place = count
            count = Self.write(into: storage.mutableSpan, at: place, afterComma: afterComma, body)
        } else {
            if pieceCount &+ room >= Self.pieceRoom { settle() }
            let place = pieceCount
            pieceCount = Self.write(into: piece.mutableSpan, at: place, afterComma: afterComma, body)
        }
        needsComma = true
    }

    /// Writes at a place; answers where it ended.
    @inline(__always)
    private static func write(
        into room: consuming MutableSpan<UInt8>,
        at place: Int,
        afterComma: Bool,
        _ body: (inout TextCursor) -> Void
    ) -> Int {
        var cursor = TextCursor(room, at: place)
        if afterComma { cursor.append(UInt8(ascii: ",")) }
        body(&cursor)
        return cursor.place
    }

    /// Puts the piece behind the text before it.
    private mutating func settle() {
        if pieceCount == 0 { return }
        makeRoom(pieceCount)
        count = Self.copy(piece, pieceCount, into: &storage, at: count)
        pieceCount = 0
    }

    private static func copy(
        _ piece: borrowing InlineArray<512, UInt8>,
        _ length: Int,
        into storage: inout [UInt8],
        at place: Int
    ) -> Int {
        var cursor = TextCursor(storage.mutableSpan, at: place)
        cursor.append(copying: piece.span.extracting(first: length))
        return cursor.place
    }

    private mutating func makeRoom(_ room: Int) {
        if storage.count - count >= room { return }
        storage.append(contentsOf: repeatElement(0, count: max(storage.count, room + 4096)))
    }

    @inline(__always)
    private mutating func open(_ bracket: UInt8) {
        add(room: 1) { $0.append(bracket) }
        needsComma = false
    }

    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        needsComma = false
        add(room: 1) { $0.append(bracket) }
    }
}
