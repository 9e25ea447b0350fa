/// States of something that goes through time, kept so that it need not begin anew to be at an earlier time again.
///
/// Their number is bounded: when all places are taken every second one is given up, and from then on they are made half
/// as often. So their distance grows with the length of what is played, and their cost does not.
struct Checkpoints<State> {
    /// The kept states with their times, in order; the first is never given up.
    private(set) var kept: [(time: Int64, state: State)] = []
    /// The least distance of two times.
    private(set) var spacing: Int64
    private let capacity: Int

    /// No state is kept yet. `capacity`: 2 or more.
    init(capacity: Int, spacing: Int64) {
        precondition(capacity >= 2, "There is a beginning, and there is something after it.")
        self.capacity = capacity
        self.spacing = spacing
    }

    /// True when a state of this time would be kept.
    func wants(_ time: Int64) -> Bool { kept.last.map { time - $0.time >= spacing } ?? true }

    /// Keeps a state, unless one that is hardly earlier is kept already.
    mutating func keep(_ state: State, at time: Int64) {
        guard wants(time) else { return }
        kept.append((time, state))
        guard kept.count > capacity else { return }
        kept = stride(from: 0, to: kept.count, by: 2).map { kept[$0] }
        spacing *= 2
    }

    /// Gives up the states after a time, which is not before the first: what follows will be another.
    mutating func forget(after time: Int64) { kept.removeAll { $0.time > time } }

    /// The latest state that is not after a time; `nil` before all of them.
    func latest(notAfter time: Int64) -> (time: Int64, state: State)? {
        var low = 0
        var high = kept.count
        while low < high {
            let middle = (low + high) / 2
            if kept[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : kept[low - 1]
    }
}
