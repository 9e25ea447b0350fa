import UnixIO

/// How fast time passes in a replay.
struct ReplayClock {
    /// Seconds of the recording in a second; `nil` is as fast as it goes.
    var rate: Double?
    /// Between the slowest and the fastest that keys give; beyond it is as fast as it goes.
    private static let rates = 0.25...64.0
    private var unixBase: Int64
    private var clockBase: Int64

    /// A clock that shows a time of the recording now.
    init(rate: Double?, atUnixMicroseconds time: Int64) {
        self.rate = rate
        unixBase = time
        clockBase = MonotonicClock.nowMicroseconds
    }

    /// Twice as fast.
    static func faster(than rate: Double?) -> Double? {
        guard let rate, rate < rates.upperBound else { return nil }
        return min(max(rate * 2, rates.lowerBound), rates.upperBound)
    }

    /// Half as fast.
    static func slower(than rate: Double?) -> Double? {
        guard let rate else { return rates.upperBound }
        return min(max(rate / 2, rates.lowerBound), rates.upperBound)
    }

    /// The time of the recording now; the end of time when it goes as fast as it can.
    var unixMicroseconds: Int64 {
        guard let rate else { return .max }
        return unixBase + Int64(Double(MonotonicClock.nowMicroseconds - clockBase) * rate)
    }

    /// When a time of the recording comes, on the monotonic clock.
    func moment(ofUnixMicroseconds time: Int64) -> Int64 {
        guard let rate else { return clockBase }
        let wait = Double(time - unixBase) / rate
        return wait < 1e15 ? clockBase + Int64(wait) : .max
    }
}
