// Visitors that ask one thing of a value: its flags, its length, one number.

/// Finds the flags that the fields with a value call for.
struct FlagCollector: FieldVisitor {
    private(set) var flags: UInt32 = 0

    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        if value != nil { add(presence) }
    }

    mutating func intervals(_ presence: Presence, _ value: inout RRIntervals) {
        if !value.isEmpty { add(presence) }
    }

    mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {
        if value != nil { add(presence) }
    }

    private mutating func add(_ presence: Presence) {
        flags |= presence.mask & ~Presence.always.mask
    }
}

/// Sums up the octets of the fields that are present.
@usableFromInline
struct FieldMeasure: FieldVisitor {
    @usableFromInline let present: UInt32
    @usableFromInline var octets = 0

    @inlinable
    init(present: UInt32) { self.present = present }

    @inlinable @inline(__always)
    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        self.octets &+= presence.holds(in: present) ? octets : 0
    }
}

/// Finds the number of one field.
@usableFromInline
struct FieldLookup: FieldVisitor {
    @usableFromInline let field: Field
    @usableFromInline var found: Int64?

    @inlinable
    init(field: Field) { self.field = field }

    @inlinable @inline(__always)
    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        if field == self.field, let value { found = Int64(value) }
    }
}
