/// Writes the fields of a value.
struct FieldEncoder: FieldVisitor {
    let present: UInt32
    private(set) var bytes: [UInt8] = []

    init(present: UInt32) { self.present = present }

    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        guard presence.holds(in: present) else { return }
        let bits = 8 * octets - (isSigned ? 1 : 0)
        let limits = isSigned ? -(Int64(1) << bits)...(Int64(1) << bits) - 1 : 0...(Int64(1) << bits) - 1
        let number = min(max(Int64(value ?? notAvailable ?? 0), limits.lowerBound), limits.upperBound)
        for at in 0..<octets { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * Int64(at)))) }
    }

    mutating func intervals(_ presence: Presence, _ value: inout RRIntervals) {
        guard presence.holds(in: present) else { return }
        for index in 0..<value.count {
            bytes.append(UInt8(truncatingIfNeeded: value[index]))
            bytes.append(UInt8(truncatingIfNeeded: value[index] >> 8))
        }
    }

    mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {
        guard presence.holds(in: present), let value else { return }
        bytes.append(contentsOf: value.utf8)
    }
}

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
