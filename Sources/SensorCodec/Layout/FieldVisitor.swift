/// Something that goes through the fields of a value in the order of the wire: the decoder, the encoder, a report.
///
/// Each characteristic names its fields once, in ``FieldLayout/visit(_:)``, one row a field as in the specification's
/// table; every visitor works from that. A row inlines to what one would write by hand.
public protocol FieldVisitor: ~Copyable, ~Escapable {
    /// An integer of 1 to 4 octets, least significant first. `notAvailable` is the number that stands for no value.
    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    )
    /// A code of one octet.
    mutating func code<Code: WireCode>(_ presence: Presence, _ field: Field, _ value: inout Code?)
    /// A word of single bits.
    mutating func bits<Bits: WireBits>(_ presence: Presence, _ field: Field, _ value: inout Bits?, octets: Int)
    /// RR-Intervals to the end of the value.
    mutating func intervals(_ presence: Presence, _ value: inout RRIntervals)
    /// UTF-8 text to the end of the value.
    mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?)
    /// What bits of the flags say on their own, in a word; only told, never on the wire by itself.
    mutating func word(_ field: Field, _ word: @autoclosure () -> String)
    /// What a bit of the flags says on its own; only told, and only when it is true.
    mutating func mark(_ field: Field, _ isTrue: Bool)
    /// What the length of the value says; only told.
    mutating func count(_ field: Field, _ count: Int?)
}

extension FieldVisitor where Self: ~Copyable & ~Escapable {
    @inlinable
    public mutating func code<Code: WireCode>(_ presence: Presence, _ field: Field, _ value: inout Code?) {
        var raw = value?.rawValue
        number(presence, field, &raw, octets: 1, isSigned: false, notAvailable: nil)
        value = raw.map { Code(rawValue: $0) }
    }

    @inlinable
    public mutating func bits<Bits: WireBits>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Bits?,
        octets: Int
    ) {
        var raw = value?.rawValue
        number(presence, field, &raw, octets: octets, isSigned: false, notAvailable: nil)
        value = raw.map { Bits(rawValue: $0) }
    }

    @inlinable
    public mutating func intervals(_ presence: Presence, _ value: inout RRIntervals) {}
    @inlinable
    public mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {}
    @inlinable
    public mutating func word(_ field: Field, _ word: @autoclosure () -> String) {}
    @inlinable
    public mutating func mark(_ field: Field, _ isTrue: Bool) {}
    @inlinable
    public mutating func count(_ field: Field, _ count: Int?) {}
}

/// Rows by the names of the specification's types.
extension FieldVisitor where Self: ~Copyable & ~Escapable {
    /// One octet.
    @inlinable @inline(__always)
    public mutating func u8(
        _ presence: Presence,
        _ field: Field,
        _ value: inout UInt8?,
        notAvailable: UInt8? = nil
    ) {
        number(presence, field, &value, octets: 1, isSigned: false, notAvailable: notAvailable)
    }

    /// Two octets.
    @inlinable @inline(__always)
    public mutating func u16(
        _ presence: Presence,
        _ field: Field,
        _ value: inout UInt16?,
        notAvailable: UInt16? = nil
    ) {
        number(presence, field, &value, octets: 2, isSigned: false, notAvailable: notAvailable)
    }

    /// Two octets with a sign.
    @inlinable @inline(__always)
    public mutating func s16(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Int16?,
        notAvailable: Int16? = nil
    ) {
        number(presence, field, &value, octets: 2, isSigned: true, notAvailable: notAvailable)
    }

    /// Three octets.
    @inlinable @inline(__always)
    public mutating func u24(_ presence: Presence, _ field: Field, _ value: inout UInt32?) {
        number(presence, field, &value, octets: 3, isSigned: false, notAvailable: nil)
    }

    /// A word of single bits, whole.
    @inlinable
    public mutating func bits<Bits: WireBits>(_ presence: Presence, _ field: Field, _ value: inout Bits?) {
        bits(presence, field, &value, octets: Bits.RawValue.bitWidth / 8)
    }

    /// Four octets.
    @inlinable @inline(__always)
    public mutating func u32(_ presence: Presence, _ field: Field, _ value: inout UInt32?) {
        number(presence, field, &value, octets: 4, isSigned: false, notAvailable: nil)
    }
}
