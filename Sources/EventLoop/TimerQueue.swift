/// Which timer of a loop.
public struct TimerID: Hashable, Sendable {
    fileprivate let number: UInt64
}

/// Closures that wait for their moment. A live run has a dozen: looking at each is faster than keeping them in order.
struct TimerQueue {
    private struct Entry {
        var id: TimerID
        var moment: Int64
        var handler: () -> Void
    }

    private var entries: [Entry] = []
    private var count: UInt64 = 0

    /// The earliest moment, in microseconds.
    var nextMoment: Int64? { entries.lazy.map(\.moment).min() }

    mutating func add(_ moment: Int64, _ handler: @escaping () -> Void) -> TimerID {
        count += 1
        let id = TimerID(number: count)
        entries.append(Entry(id: id, moment: moment, handler: handler))
        return id
    }

    mutating func remove(_ id: TimerID) { entries.removeAll { $0.id == id } }

    /// The timer that was added last.
    var latest: TimerID { TimerID(number: count) }

    /// Takes out what is due, the earliest first; of one moment what was added first. What was added after `latest` is
    /// left.
    mutating func takeDue(atMicroseconds now: Int64, upTo latest: TimerID) -> (() -> Void)? {
        var first: Int?
        for index in entries.indices where entries[index].moment <= now && entries[index].id.number <= latest.number {
            if let best = first, isEarlier(entries[best], entries[index]) { continue }
            first = index
        }
        guard let index = first else { return nil }
        return entries.remove(at: index).handler
    }

    private func isEarlier(_ left: Entry, _ right: Entry) -> Bool {
        (left.moment, left.id.number) < (right.moment, right.id.number)
    }
}
