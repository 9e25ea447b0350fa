/// The RR-Intervals of the last minutes, in gap-free segments. The oldest make room for new ones.
struct IntervalRing: Equatable, Sendable {
    /// More than five minutes of the shortest intervals that are taken; a power of two makes the places quick to find.
    static let capacity = 2048

    struct Entry: Equatable, Sendable {
        /// When its notification came, in ms.
        var time: Int64
        /// In 1/1024 s.
        var raw: UInt16
        /// True where it does not follow the one before without a gap.
        var startsSegment: Bool

        var milliseconds: Double { Double(raw) * 1000 / 1024 }
    }

    /// On the heap, made once.
    private var entries = [Entry](
        repeating: Entry(time: 0, raw: 0, startsSegment: true),
        count: Self.capacity
    )
    /// How many intervals have ever come: the place of the next one.
    private(set) var end = 0

    /// The place of the oldest interval that is still there.
    var start: Int { max(0, end - Self.capacity) }

    /// The interval at a place from ``start`` to before ``end``.
    subscript(place: Int) -> Entry {
        precondition(start <= place && place < end)
        return entries[place % Self.capacity]
    }

    mutating func append(_ entry: Entry) {
        entries[end % Self.capacity] = entry
        end += 1
    }

    /// Makes an interval the first of a segment, where it is still there.
    mutating func startSegment(at place: Int) {
        if start <= place, place < end { entries[place % Self.capacity].startsSegment = true }
    }

    /// Calls `body` with each piece of a segment whose intervals came after `time`, oldest first.
    func forEachSegment(after time: Int64, _ body: ([Double]) -> Void) {
        var segment: [Double] = []
        for place in start..<end where self[place].time > time {
            let entry = self[place]
            if entry.startsSegment, !segment.isEmpty {
                body(segment)
                segment.removeAll(keepingCapacity: true)
            }
            segment.append(entry.milliseconds)
        }
        if !segment.isEmpty { body(segment) }
    }
}
