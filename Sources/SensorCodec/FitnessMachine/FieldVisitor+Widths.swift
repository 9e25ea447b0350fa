/// Rows whose width the editions of the specification, or the vendors, do not agree on.
extension FieldVisitor where Self: ~Copyable & ~Escapable {
    /// A pace, or an increment of a resistance level, of one octet or two.
    @inlinable @inline(__always)
    mutating func narrowable(_ presence: Presence, _ field: Field, _ value: inout UInt16?, octets: Int) {
        number(presence, field, &value, octets: octets, isSigned: false, notAvailable: nil)
    }

    /// A vendor's step count, of two octets or three.
    @inlinable @inline(__always)
    mutating func steps(_ presence: Presence, _ field: Field, _ value: inout UInt32?, octets: Int) {
        number(presence, field, &value, octets: octets, isSigned: false, notAvailable: nil)
    }

    /// A resistance level: two octets with a sign, or one without.
    @inlinable @inline(__always)
    mutating func level(_ presence: Presence, _ field: Field, _ value: inout Int16?, octets: Int) {
        number(presence, field, &value, octets: octets, isSigned: octets == 2, notAvailable: nil)
    }
}
