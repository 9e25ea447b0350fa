/// What a run was worth beyond its zones: loads, peaks, efficiency, drift, recovery, climb, energy.
///
/// A pure value of fixed size. It is fed with what the zone engine settles: pieces of time that meet, in order, and
/// readings, each after the piece that ends at its time. What comes out does not depend on how the time was cut into
/// pieces. Of one packet, the calls come in this order: intervals, relock, reading. All times are ms on one axis, any
/// `Int64`; a time before the latest is taken as that. What comes more than 99 days after the beginning counts no more.
public struct RunMetrics: Sendable {
    /// Time at each heart rate while running.
    public private(set) var histogram = HeartRateHistogram()
    var peak = PeakHeartRate()
    var observedMaximum = ObservedMaximumWatch()
    var heading = HeartRateHeading()
    var belt = BeltTotals()
    var decoupling = Decoupling()
    var drift = CardiacDrift()
    var recovery = RecoveryWatch()
    /// Running time in which the heart rate was flagged, in ms.
    private(set) var flaggedTime: Int64 = 0

    /// The time of the first call, in ms.
    private(set) var origin: Int64?
    /// Up to when time is counted, in ms since the origin.
    private var reached: Int64 = 0
    /// When the last reading, interval or word about them came, in ms since the origin.
    private var heardAt: Int64 = 0
    private var slope = Slope.level
    private var isSlopeTold = false
    private var isFlagged = false

    /// How long a run is counted for, in ms: so long that every sum fits.
    static let longest: Int64 = 1 << 33

    /// Metrics of no time.
    public init() {}

    /// Counts a piece of time in which nothing changed.
    public mutating func pass(_ piece: RunPiece) {
        let from = max(reached, sinceOrigin(piece.fromMilliseconds))
        let to = sinceOrigin(piece.toMilliseconds)
        guard to > from else { return }
        reached = to
        if let incline = piece.inclinationDeciPercent {
            isSlopeTold = true
            let range = GradeCost.rangeDeciPercent
            let known = min(max(incline, range.lowerBound), range.upperBound)
            if known != slope.inclinationDeciPercent { slope = Slope(inclinationDeciPercent: known) }
        }
        count(
            Stretch(
                from: from,
                to: to,
                session: piece.session,
                phase: piece.phase,
                heartRateBPM: piece.heartRateBPM.map { min(max($0, 0), 255) },
                speedCentiKmH: piece.speedCentiKmH.map { min(max($0, 0), Stretch.fastestCentiKmH) },
                slope: slope,
                isSlopeTold: isSlopeTold
            )
        )
    }

    private mutating func count(_ stretch: Stretch) {
        if let bpm = stretch.heartRateBPM {
            if stretch.isRunning {
                histogram.add(stretch.duration, atBPM: bpm)
                if isFlagged { flaggedTime += stretch.duration }
            }
        } else {
            peak.restart()
            heading.restart()
        }
        belt.pass(stretch)
        decoupling.pass(stretch)
        drift.pass(stretch)
        recovery.pass(stretch)
    }

    /// A reading was accepted, in a pause too.
    public mutating func accepted(bpm: Int, atMilliseconds time: Int64) {
        let time = hear(time)
        let bpm = min(max(bpm, 0), 255)
        if let median = peak.add(bpm: bpm, at: time) { observedMaximum.take(median: median, at: time) }
        heading.add(bpm: bpm, at: time)
        recovery.add(bpm: bpm, at: time)
    }

    /// An RR-Interval came, in 1/1024 s, with the reading that comes next.
    public mutating func interval(_ interval: Int, atMilliseconds time: Int64) {
        observedMaximum.add(interval: interval, at: hear(time))
    }

    /// A reading was not accepted: too far from the last to be believed at once, or without skin contact.
    public mutating func doubted(atMilliseconds time: Int64) {
        observedMaximum.doubt(at: hear(time))
    }

    /// Readings that had been doubted agree: the next accepted one is of another level.
    public mutating func relocked(atMilliseconds time: Int64) {
        observedMaximum.relock(at: hear(time))
        peak.restart()
        heading.restart()
    }

    /// The readings look odd from now on (as those of a sensor that counts steps), or do so no longer.
    public mutating func flagged(_ isOdd: Bool, atMilliseconds time: Int64) {
        observedMaximum.flag(isOdd, at: hear(time))
        isFlagged = isOdd
    }

    /// The heart rate that the runner is about to have, in bpm: the last reading and 50 s of its slope over the last
    /// 20 s; `nil` while it is steady (below 0.1 bpm/s), or not known for long enough.
    public var headingBPM: Int? { heading.bpm }

    private mutating func hear(_ time: Int64) -> Int64 {
        heardAt = max(heardAt, sinceOrigin(time))
        return heardAt
    }

    private mutating func sinceOrigin(_ time: Int64) -> Int64 {
        let range = ZoneEngine.timeRange
        let time = min(max(time, range.lowerBound), range.upperBound)
        let start = origin ?? time
        origin = start
        return min(max(time - start, 0), Self.longest)
    }
}
