import Glibc

/// The clock that nobody sets.
public enum MonotonicClock {
    /// Microseconds since some moment in the past.
    public static var nowMicroseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
