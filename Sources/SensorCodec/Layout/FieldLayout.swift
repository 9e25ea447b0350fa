/// A characteristic value as the specification lays it out: flags, and then fields in a fixed order.
///
/// Decoding takes any bytes: every field that fits is given, what is odd is named in ``issues``, and only a value that
/// ends inside its flags is refused. A field is `nil` when it was not sent, did not fit, or carries its "not available"
/// number. Encoding gives back what was decoded, where that had no issue.
public protocol FieldLayout: Equatable, Sendable {
    /// A value without a reading.
    init()
    /// The Flags field.
    static var flagsLayout: FlagsLayout { get }
    /// The flags as they came, or as they are to be sent besides those that the fields with a value call for.
    var flags: UInt32 { get set }
    /// What was odd about the bytes.
    var issues: DecodingIssues { get set }
    /// Visits the fields in the order of the wire.
    mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor)
    /// Before decoding, with the flags known: settles what only the length of the value tells.
    mutating func settle(valueLength: Int)
    /// After decoding: takes out what the specification does not allow, and names it in ``issues``.
    mutating func check()
    /// Flags that the values call for beyond those of their ``Presence``.
    var flagsOfValues: UInt32 { get }
}

extension FieldLayout {
    @inlinable
    public static var flagsLayout: FlagsLayout { .none }
    @inlinable
    public var flags: UInt32 {
        get { 0 }
        set {}
    }
    @inlinable
    public mutating func settle(valueLength: Int) {}
    @inlinable
    public mutating func check() {}
    @inlinable
    public var flagsOfValues: UInt32 { 0 }

    /// Decodes a value of any length; refuses only one that ends inside its flags, or is empty.
    ///
    /// Inlined, so that the value is filled where the caller keeps it: copying it costs as much as decoding it.
    @inlinable @inline(__always)
    public init(decoding bytes: Span<UInt8>) throws(DecodingFailure) {
        if bytes.isEmpty { throw .empty }
        if bytes.count < Self.flagsLayout.octets { throw .truncatedFlags(needed: Self.flagsLayout.octets) }
        self.init()
        fill(from: bytes)
    }

    @inlinable
    mutating func fill(from bytes: Span<UInt8>) {
        var word: UInt32 = 0
        for at in 0..<Self.flagsLayout.octets { word |= UInt32(bytes[at]) << (8 * UInt32(at)) }
        flags = word
        settle(valueLength: bytes.count)
        var decoder = FieldDecoder(
            bytes,
            from: Self.flagsLayout.octets,
            present: Self.flagsLayout.present(in: word)
        )
        visit(&decoder)
        decoder.finish()
        issues = decoder.issues
        issues.reservedBits |= UInt64(word & ~Self.flagsLayout.defined)
        check()
    }

    /// Appends the value as a device would send it.
    ///
    /// A field that has a value is sent, and so is one that only ``flags`` names, with its "not available" number (0
    /// where the specification has none).
    public func encode(into bytes: inout [UInt8]) {
        var value = self
        var collector = FlagCollector()
        value.visit(&collector)
        let sent = flags | flagsOfValues | collector.flags & ~Self.flagsLayout.inverted
        for at in 0..<Self.flagsLayout.octets { bytes.append(UInt8(truncatingIfNeeded: sent >> (8 * UInt32(at)))) }
        value.flags = sent
        var encoder = FieldEncoder(present: Self.flagsLayout.present(in: sent))
        value.visit(&encoder)
        bytes.append(contentsOf: encoder.bytes)
    }

    /// The number of a field as it stands on the wire, in the field's own step; `nil` when it has none.
    @inlinable
    public subscript(field: Field) -> Int64? {
        var value = self
        var lookup = FieldLookup(field: field)
        value.visit(&lookup)
        return lookup.found
    }

    /// Octets of a value with these flags. Mutating only as ``visit(_:)`` is; a copy would cost more than the visit.
    @inlinable @inline(__always)
    mutating func measuredLength() -> Int {
        var measure = FieldMeasure(present: Self.flagsLayout.present(in: flags))
        visit(&measure)
        return Self.flagsLayout.octets + measure.octets
    }
}
