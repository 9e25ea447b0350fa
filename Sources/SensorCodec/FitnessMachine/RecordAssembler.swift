/// Joins the parts of a fitness machine's records: a machine that has more to say than a notification holds sends it in
/// several, all but the last with the flag More Data.
///
/// There is no record number. Three rules tell records apart: a part without More Data is the last of its record; a
/// field that comes a second time belongs to another record, the last part of the one before was lost; and parts that
/// are further apart than ``longestGap`` do not belong together.
/// Source: Fitness Machine Service 1.0.1, 4.4.1.1 (Treadmill Data; the other machines' alike).
public struct RecordAssembler<Record: FieldLayout>: Sendable {
    /// Parts that are further apart than this do not belong together, in ms.
    public static var longestGap: Int64 { 2000 }

    /// How many records came without all their parts.
    public internal(set) var incompleteCount = 0
    /// The parts so far of a record that is not complete.
    @usableFromInline var gathered: Record?
    /// When the last of them came, in ms.
    private var gatheredAt: Int64 = 0

    /// No part yet.
    public init() {}

    /// Takes the next part, at a time in ms; answers the record when it is complete.
    ///
    /// Inlined for the record that comes whole, as nearly all do.
    @inlinable @inline(__always)
    public mutating func take(_ part: Record, at time: Int64) -> Record? {
        gathered == nil && part.flags & Record.flagsLayout.inverted == 0 ? part : join(part, at: time)
    }

    @usableFromInline
    mutating func join(_ part: Record, at time: Int64) -> Record? {
        guard var record = gathered else {
            return finishOrKeep(part, isLast: !part.isMoreDataToFollow, at: time)
        }
        if !belongs(part, to: record) || time - gatheredAt > Self.longestGap {
            incompleteCount += 1
            gathered = nil
            return finishOrKeep(part, isLast: !part.isMoreDataToFollow, at: time)
        }
        record.join(part)
        return finishOrKeep(record, isLast: !part.isMoreDataToFollow, at: time)
    }

    /// The link is gone: what was gathered will not be completed.
    public mutating func reset() {
        if gathered != nil { incompleteCount += 1 }
        gathered = nil
    }

    private mutating func finishOrKeep(_ record: Record, isLast: Bool, at time: Int64) -> Record? {
        gathered = isLast ? nil : record
        gatheredAt = time
        return isLast ? record : nil
    }

    /// No field of the part is in the record already.
    private func belongs(_ part: Record, to record: Record) -> Bool {
        let inverted = Record.flagsLayout.inverted
        return (record.flags & ~inverted) & (part.flags & ~inverted) == 0
    }
}

extension FieldLayout {
    /// True when this is a part of a record, the rest of which follows.
    fileprivate var isMoreDataToFollow: Bool { flags & Self.flagsLayout.inverted != 0 }

    /// Takes in the fields of the next part.
    fileprivate mutating func join(_ part: Self) {
        let inverted = Self.flagsLayout.inverted
        flags = flags & part.flags & inverted | (flags | part.flags) & ~inverted
        var joiner = PartJoiner(part: part)
        visit(&joiner)
        issues.join(part.issues)
    }
}

/// Fills in the fields that only the part has.
private struct PartJoiner<Record: FieldLayout>: FieldVisitor {
    let part: Record

    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        if value == nil { value = part[field].map { Value(truncatingIfNeeded: $0) } }
    }
}

extension DecodingIssues {
    /// Takes in what was odd about another part of the record.
    fileprivate mutating func join(_ other: DecodingIssues) {
        truncatedField = truncatedField ?? other.truncatedField
        reservedValue = reservedValue ?? other.reservedValue
        trailingByteCount = UInt16(clamping: Int(trailingByteCount) + Int(other.trailingByteCount))
        reservedBits |= other.reservedBits
    }
}
