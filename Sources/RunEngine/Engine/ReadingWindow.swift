/// A reading of the heart rate.
struct Reading: Equatable, Sendable {
    /// In ms.
    var time: Int64
    var bpm: Int
}

/// The latest readings, oldest first, at most ``capacity``.
///
/// Seven seconds of a strap that tells four times a second are 28 readings. A sensor that sends faster than nine
/// times a second is judged by its last 64 readings, a shorter time, so that the work for each stays bounded.
struct ReadingWindow: Sendable {
    static let capacity = 64

    /// On the heap, made once: in place it would make every copy of the engine a kilobyte larger.
    private var ring = [Reading](repeating: Reading(time: 0, bpm: 0), count: Self.capacity)
    private var first = 0
    private(set) var count = 0

    /// Reading `index`, 0 being the oldest.
    subscript(index: Int) -> Reading {
        precondition(index < count)
        return ring[(first + index) % Self.capacity]
    }

    /// Adds the newest reading; drops the oldest when full.
    mutating func append(_ reading: Reading) {
        if count == Self.capacity { removeFirst() }
        ring[(first + count) % Self.capacity] = reading
        count += 1
    }

    mutating func removeAll() {
        count = 0
    }

    /// Drops all but the newest `number`.
    mutating func keep(last number: Int) {
        while count > number { removeFirst() }
    }

    /// Drops the readings at or before a time in ms.
    mutating func keep(after time: Int64) {
        while count > 0, self[0].time <= time { removeFirst() }
    }

    /// The time from the oldest to the newest in ms.
    var span: Int64 { count == 0 ? 0 : self[count - 1].time - self[0].time }

    /// The distance from the lowest to the highest in bpm.
    var spreadBPM: Int {
        guard count > 0 else { return 0 }
        var (lowest, highest) = (self[0].bpm, self[0].bpm)
        for index in 1..<count {
            lowest = min(lowest, self[index].bpm)
            highest = max(highest, self[index].bpm)
        }
        return highest - lowest
    }

    /// The median in bpm, of an even number the mean of the middle two rounded down; `nil` when empty.
    var medianBPM: Int? {
        guard count > 0 else { return nil }
        let sorted = sortedBPM
        let middle = count / 2
        if count % 2 == 1 { return Int(sorted[middle]) }
        return (Int(sorted[middle - 1]) + Int(sorted[middle])) / 2
    }

    /// The heart rates in rising order, by insertion: there are few, and they mostly come nearly sorted.
    private var sortedBPM: InlineArray<64, Int16> {
        var sorted = InlineArray<64, Int16>(repeating: 0)
        for index in 0..<count {
            let bpm = Int16(clamping: self[index].bpm)
            var place = index
            while place > 0, sorted[place - 1] > bpm {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = bpm
        }
        return sorted
    }

    private mutating func removeFirst() {
        first = (first + 1) % Self.capacity
        count -= 1
    }
}
