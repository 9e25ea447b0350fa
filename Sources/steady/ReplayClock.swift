import UnixIO

/// How fast time passes in a replay or a demo. Its times are microseconds on an axis of their own.
struct ReplayClock {
    /// Seconds of what is played in a second; `nil` is as fast as it goes.
    let rate: Double?
    /// Between the slowest and the fastest that keys give; beyond it is as fast as it goes.
    private static let rates = 0.25...64.0
    private let base: Int64
    private let clockBase = MonotonicClock.nowMicroseconds

    /// A clock that shows a time of what is played now.
    init(rate: Double?, at time: Int64) {
        self.rate = rate
        base = time
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

    /// The time of what is played now; the end of time when it goes as fast as it can.
    var time: Int64 {
        guard let rate else { return .max }
        return base + Int64(Double(MonotonicClock.nowMicroseconds - clockBase) * rate)
    }

    /// When a time of what is played comes, on the monotonic clock.
    func moment(of time: Int64) -> Int64 {
        guard let rate else { return clockBase }
        let wait = Double(time - base) / rate
        return wait < 1e15 ? clockBase + Int64(wait) : .max
    }

    /// The rate for the screen, such as `8x`.
    var rateText: String { rate.map { "\(SpeedArgument(rate: $0).defaultValueDescription)x" } ?? "max" }
}
