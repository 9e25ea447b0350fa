/// The RR-Intervals of one notification, oldest first, each in units of 1/1024 s.
///
/// The nine that fit into a notification of the default ATT_MTU (23) are held in place; only a longer notification,
/// after an MTU exchange, allocates. Source: Heart Rate Service 1.0, 3.1.1.4.
public struct RRIntervals: Sendable {
    /// How many intervals are held without an allocation.
    @inlinable
    public static var inlineCapacity: Int { 9 }

    @usableFromInline var inline = InlineArray<9, UInt16>(repeating: 0)
    /// The intervals after those; `nil` costs less than an empty list to make and to drop.
    @usableFromInline var overflow: [UInt16]?
    @usableFromInline var storedCount = 0
    /// How many intervals there are.
    @inlinable
    public var count: Int { storedCount }

    /// No interval.
    @inlinable
    public init() {}

    /// The intervals of a list, oldest first.
    public init(_ intervals: some Sequence<UInt16>) {
        for interval in intervals { append(interval) }
    }

    /// True when there is no interval.
    @inlinable
    public var isEmpty: Bool { count == 0 }

    /// Interval `index`, 0 being the oldest, in 1/1024 s.
    @inlinable
    public subscript(index: Int) -> UInt16 {
        precondition(index < count)
        if index < Self.inlineCapacity { return inline[index] }
        return overflow?[index - Self.inlineCapacity] ?? 0
    }

    /// Adds the next interval, in 1/1024 s.
    @inlinable @inline(__always)
    public mutating func append(_ interval: UInt16) {
        if count < Self.inlineCapacity { inline[count] = interval } else { spill(interval) }
        storedCount += 1
    }

    @inline(never) @usableFromInline
    mutating func spill(_ interval: UInt16) {
        var list = overflow ?? []
        overflow = nil
        list.append(interval)
        overflow = list
    }
}

extension RRIntervals: Equatable {
    public static func == (left: RRIntervals, right: RRIntervals) -> Bool {
        left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
    }
}
