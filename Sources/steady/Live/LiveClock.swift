import UnixIO

/// Wall times of a live run: the wall clock is asked once, at its beginning, and every time since is told by the clock
/// that nobody sets. A clock that is set in mid-run moves the whole run, and no part of it against another.
struct LiveClock {
    /// A wall clock that differs by less was not set: clocks are never quite alike.
    private static let tolerance: Int64 = 1_000_000

    /// What is to be added to a moment of the monotonic clock, in microseconds, on the run's own axis.
    let offset = Self.presentOffset
    /// By how much the run was moved, in microseconds.
    private var moved: Int64 = 0

    /// Microseconds since 1970-01-01 UTC on the run's own axis, of a moment of the monotonic clock.
    func unixMicroseconds(_ moment: Int64) -> Int64 { moment + offset }

    /// By how much the wall clock was set since this was asked last, in microseconds; `nil` when it was not.
    mutating func takeChange() -> Int64? {
        let change = Self.presentOffset - offset - moved
        if abs(change) < Self.tolerance { return nil }
        moved += change
        return change
    }

    /// How far the wall clock is from the monotonic one now, in microseconds.
    static var presentOffset: Int64 { WallClock.nowUnixMicroseconds - MonotonicClock.nowMicroseconds }
}
