import Glibc

/// The clock that nobody sets.
public enum MonotonicClock {
    /// Microseconds since some moment in the past. The clock goes on while the computer sleeps: what was heard before
    /// is old after.
    public static var nowMicroseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// Nanoseconds of a clock for measuring: it stands while the computer sleeps.
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

/// What a place's clocks show.
public enum LocalTime {
    /// How far they are ahead of UTC at a time, in seconds, by this computer's time zone; `nil` for a time that has no
    /// date.
    public static func utcOffsetSeconds(atUnixMicroseconds time: Int64) -> Int? {
        var seconds = time_t(time / 1_000_000)
        var local = unsafe tm()
        guard unsafe localtime_r(&seconds, &local) != nil else { return nil }
        return unsafe local.tm_gmtoff
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
