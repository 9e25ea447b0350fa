/// A piece of a run as the accumulators take it: times counted from the run's beginning, numbers within bounds, and
/// the incline as it was told last.
struct Stretch {
    /// In ms since the run began, rising from stretch to stretch, below 2^33.
    var from: Int64
    /// In ms, after ``from``.
    var to: Int64
    var session: SessionState
    var phase: PhaseState
    /// 0 to 255.
    var heartRateBPM: Int?
    /// 0 to ``fastestCentiKmH``.
    var speedCentiKmH: Int?
    /// What the slope costs and climbs.
    var slope: Slope
    /// True once an incline was told.
    var isSlopeTold: Bool

    /// The highest speed that is told apart, in 0.01 km/h: with it, the sums of the longest run fit into `Int64`.
    static let fastestCentiKmH = 10_000

    var duration: Int64 { to - from }
    var isRunning: Bool { session == .running }

    /// The speed of a belt that moves, in 0.01 km/h; `nil` when it stands or is not known of.
    var movingSpeedCentiKmH: Int? {
        guard let speedCentiKmH, speedCentiKmH > 0 else { return nil }
        return speedCentiKmH
    }

    /// How long the part of it within a span of time is, in ms.
    func overlap(from start: Int64, to end: Int64) -> Int64 {
        max(0, min(to, end) - max(from, start))
    }
}

/// An incline, and its factors in whole numbers: what is summed up must not depend on how the time is cut.
///
/// The factors are reckoned once for each change of the incline.
struct Slope: Equatable, Sendable {
    /// In 0.1 %, within ``GradeCost/rangeDeciPercent``.
    let inclinationDeciPercent: Int
    /// ``GradeCost/runningFactor(inclinationDeciPercent:)`` in millionths.
    let costFactorPPM: Int64
    /// ``GradeCost/rise(inclinationDeciPercent:)`` in billionths, 0 downhill.
    let ascentPPB: Int64

    static let level = Slope(inclinationDeciPercent: 0)

    init(inclinationDeciPercent: Int) {
        let range = GradeCost.rangeDeciPercent
        let incline = min(max(inclinationDeciPercent, range.lowerBound), range.upperBound)
        self.inclinationDeciPercent = incline
        costFactorPPM = Int64((GradeCost.runningFactor(inclinationDeciPercent: incline) * 1e6).rounded())
        ascentPPB = max(0, Int64((GradeCost.rise(inclinationDeciPercent: incline) * 1e9).rounded()))
    }

    /// The speed at the level of the same cost, in mm/h, of one in 0.01 km/h; rounded down.
    func adjustedMillimetresPerHour(_ speedCentiKmH: Int) -> Int64 {
        // 0.01 km/h are 10 000 mm/h, and the factor is in millionths.
        Int64(speedCentiKmH) * costFactorPPM / 100
    }

    /// What a speed in 0.01 km/h climbs, in mm/h; rounded down.
    func ascentMillimetresPerHour(_ speedCentiKmH: Int) -> Int64 {
        Int64(speedCentiKmH) * ascentPPB / 100_000
    }
}
