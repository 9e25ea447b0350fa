import UnixIO

/// Wall times of a live run: the wall clock is asked once, at the beginning. A clock that is set in mid-run moves nothing.
struct LiveClock {
    /// What is to be added to a moment of the monotonic clock, in microseconds.
    let offset = WallClock.nowUnixMicroseconds - MonotonicClock.nowMicroseconds

    /// Microseconds since 1970-01-01 UTC, of a moment of the monotonic clock.
    func unixMicroseconds(_ moment: Int64) -> Int64 { moment + offset }
}
