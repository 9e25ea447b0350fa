import Glibc

/// The clock that nobody sets.
public enum MonotonicClock {
    /// Microseconds since some moment in the past.
    public static var nowMicroseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// The same in nanoseconds: for measuring.
    public static var nowNanoseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension MonotonicClock {
    /// Sleeps until a moment of this clock; at once when it has passed.
    public static func sleep(untilMicroseconds moment: Int64) {
        while true {
            let wait = moment - nowMicroseconds
            if wait <= 0 { return }
            var time = timespec(tv_sec: Int(wait / 1_000_000), tv_nsec: Int(wait % 1_000_000) * 1000)
            _ = unsafe nanosleep(&time, nil)
        }
    }
}

/// The clock on the wall, which people and networks set.
public enum WallClock {
    /// Microseconds since 1970-01-01 UTC.
    public static var nowUnixMicroseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
