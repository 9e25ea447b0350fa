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
