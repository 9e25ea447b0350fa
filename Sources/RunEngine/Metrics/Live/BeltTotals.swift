/// What the belt's speed and incline add up to, over running time.
///
/// Each speed counts from when it was told until the next, or until it is stale; the distance on the screen goes by
/// trapezoids and by the machine's counter instead, and may differ by some metres.
struct BeltTotals: Equatable, Sendable {
    /// The session's running time in ms, whatever the belt did.
    private(set) var activeTime: Int64 = 0
    /// Of that, with a speed.
    private(set) var knownTime: Int64 = 0
    /// Of that, with an incline told before.
    private(set) var slopeTime: Int64 = 0
    /// With a speed above 0 and below ``walkBelowCentiKmH``.
    private(set) var walkTime: Int64 = 0
    /// With a speed from ``walkBelowCentiKmH`` on.
    private(set) var runTime: Int64 = 0
    /// Speed x time, in 0.01 km/h x ms: 360 make a mm.
    private(set) var way: Int64 = 0
    /// Grade-adjusted speed x time, in mm/h x ms.
    private(set) var adjustedWay: Int64 = 0
    /// Ascent, in mm/h x ms.
    private(set) var ascent: Int64 = 0
    /// Oxygen, in units of 0.01 µl per kg and min, x ms.
    private(set) var oxygen: Int64 = 0

    /// Slower than this, in 0.01 km/h, counts as walking: the middle of where ``OxygenUptake`` blends.
    static let walkBelowCentiKmH = 700
    static let millisecondsPerHour: Int64 = 3_600_000
    /// How many units of ``oxygen`` make a ml/kg/min.
    static let oxygenUnit = 1e5

    /// Oxygen is reckoned anew only when speed or incline changes.
    private var rate = Rate(speedCentiKmH: 0, inclinationDeciPercent: 0)

    private struct Rate: Equatable, Sendable {
        var speedCentiKmH: Int
        var inclinationDeciPercent: Int
        var oxygen: Int64

        init(speedCentiKmH: Int, inclinationDeciPercent: Int) {
            self.speedCentiKmH = speedCentiKmH
            self.inclinationDeciPercent = inclinationDeciPercent
            let uptake = OxygenUptake.atSpeed(
                centiKmH: speedCentiKmH,
                inclinationDeciPercent: inclinationDeciPercent
            )
            oxygen = Int64((uptake * BeltTotals.oxygenUnit).rounded())
        }
    }

    mutating func pass(_ stretch: Stretch) {
        guard stretch.isRunning else { return }
        let time = stretch.duration
        activeTime += time
        guard let speed = stretch.speedCentiKmH else { return }
        knownTime += time
        if stretch.isSlopeTold { slopeTime += time }
        if speed >= Self.walkBelowCentiKmH {
            runTime += time
        } else if speed > 0 {
            walkTime += time
        }
        way += Int64(speed) * time
        adjustedWay += stretch.slope.adjustedMillimetresPerHour(speed) * time
        ascent += stretch.slope.ascentMillimetresPerHour(speed) * time
        oxygen += oxygenRate(speed, stretch.slope.inclinationDeciPercent) * time
    }

    private mutating func oxygenRate(_ speed: Int, _ incline: Int) -> Int64 {
        if speed != rate.speedCentiKmH || incline != rate.inclinationDeciPercent {
            rate = Rate(speedCentiKmH: speed, inclinationDeciPercent: incline)
        }
        return rate.oxygen
    }

    /// Time in which the belt moved.
    var movingTime: Int64 { walkTime + runTime }
}
