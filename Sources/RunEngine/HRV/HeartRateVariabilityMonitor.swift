public import SensorCodec

/// Follows alpha-1 through a run, and the variability at rest before and after it: figures for the curious. They set no
/// zone and give no cue.
///
/// A pure value, driven by packets and by explicit deadlines, never polled. Every five seconds after the first packet
/// the last two minutes are looked at: at least 110 s and 120 beats without a gap, mended by ``MedianRepair``, give one
/// value by ``FluctuationAnalysis``. Shown is the median of the values of the last five minutes. The deadline at the
/// time of a packet comes before it, so the outcome depends on packets and times alone, not on how often time was told.
///
/// Times are milliseconds on one axis of the owner's; a time before the latest one is taken as the latest.
public struct HeartRateVariabilityMonitor: Equatable, Sendable {
    /// How far apart the looks are, in ms.
    static let period: Int64 = 5000
    /// What is looked at, in ms.
    static let window: Int64 = 120_000
    /// What of it has to be there, in ms.
    static let leastWindow = 110_000.0
    /// Artefacts in percent above which a value is rough, and above which it is none.
    static let roughAbove = 3.0
    static let hiddenAbove = 5.0
    /// So many intervals in a row that equal 60000/HR are made from the heart rate.
    static let madeUpInARow = 30

    /// What to show; `nil` where ``absence`` says why there is nothing.
    public private(set) var reading: Reading?
    /// Why there is no ``reading``.
    public private(set) var absence: Absence? = .silence
    /// When to look next, in ms; `nil` while no packets come.
    public private(set) var nextDeadline: Int64?

    var intake = RRIntake()
    /// The time in ms up to which everything is settled.
    private(set) var now = ZoneEngine.timeRange.lowerBound
    private var isOptical = false
    /// When the sensor began to be the one it is, in ms.
    private(set) var sensorSince = ZoneEngine.timeRange.lowerBound
    /// How many intervals in a row equal 60000/HR.
    private var madeUpCount = 0
    /// Since the last look.
    private var packetCount = 0
    private var intervalCount = 0
    private var trend = Alpha1Trend()
    var tally = HeartRateVariabilityTally()

    /// Kept from look to look, so that none allocates.
    private var intervals: [Double] = []
    private var repair = MedianRepair()
    private var analysis = FluctuationAnalysis()

    /// A monitor that has heard nothing.
    public init() {
        intervals.reserveCapacity(MedianRepair.usualLength)
    }

    /// A packet of the sensor, be it without an interval: the intervals in 1/1024 s, oldest first, the heart rate in bpm
    /// that came with them (`nil`: no reading), and when it came.
    public mutating func take(_ intervals: RRIntervals, heartRateBPM: UInt16?, atMilliseconds time: Int64) {
        advance(to: time)
        if nextDeadline == nil { nextDeadline = now + Self.period }
        packetCount += 1
        intervalCount += intervals.count
        for index in 0..<intervals.count { compare(Int(intervals[index]), heartRateBPM.map(Int.init)) }
        intake.take(intervals, atMilliseconds: now)
    }

    /// The link was lost, or the data paused: beats from here on do not follow those before.
    public mutating func interrupt(atMilliseconds time: Int64) {
        advance(to: time)
        intake.breakOff()
    }

    /// From here on another sensor sends, or the place where it is worn has become known. An optical one, which does not
    /// see the heart's own beat, gives no figures.
    public mutating func changeSensor(isOptical: Bool, atMilliseconds time: Int64) {
        interrupt(atMilliseconds: time)
        self.isOptical = isOptical
        sensorSince = now
        madeUpCount = 0
        trend = Alpha1Trend()
        reading = nil
        absence = nextDeadline == nil ? .silence : fault ?? .collecting(seconds: 0)
    }

    /// Settles everything up to `time` (ms); an earlier time than the latest changes nothing.
    public mutating func advance(to time: Int64) {
        let end = min(max(time, ZoneEngine.timeRange.lowerBound), ZoneEngine.timeRange.upperBound)
        while let deadline = nextDeadline, deadline <= end {
            now = deadline
            look()
        }
        now = max(now, end)
    }

    /// Counts the intervals in a row that are no more than the heart rate once again, to 1/1024 s.
    private mutating func compare(_ raw: Int, _ bpm: Int?) {
        guard let bpm, bpm > 0 else { return }
        madeUpCount = abs(raw * bpm - 60 * 1024) <= bpm ? madeUpCount + 1 : 0
    }
}

extension HeartRateVariabilityMonitor {
    /// Why all the figures of this sensor would be worth nothing.
    var fault: Absence? {
        if isOptical { return .opticalSensor }
        return madeUpCount >= Self.madeUpInARow ? .madeUpIntervals : nil
    }

    /// The look at a deadline, now.
    private mutating func look() {
        intake.closeBlock()
        nextDeadline = packetCount == 0 ? nil : now + Self.period
        if intervalCount == 0 { intake.breakOff() }
        switch evaluate() {
        case .success(let reading):
            self.reading = reading
            absence = nil
        case .failure(let absence):
            reading = nil
            self.absence = absence
        }
        (packetCount, intervalCount) = (0, 0)
    }

    private mutating func evaluate() -> Result<Reading, Absence> {
        if packetCount == 0 { return .failure(.silence) }
        if let fault { return .failure(fault) }
        if intervalCount == 0 { return .failure(.noIntervals) }
        let length = intake.fill(&intervals, last: Self.window)
        guard length >= Self.leastWindow, intervals.count >= FluctuationAnalysis.leastBeats else {
            return .failure(.collecting(seconds: Int(length / 1000)))
        }
        let artefacts = repair.repair(&intervals).artefactPercent
        tally.look(artefactPercent: artefacts)
        guard artefacts <= Self.hiddenAbove else { return .failure(.artefacts(percent: artefacts)) }
        guard let alpha1 = analysis.alpha1(of: intervals) else { return .failure(.noFluctuation) }
        let median = trend.median(adding: alpha1, at: now)
        tally.value(alpha1, median: median)
        return .success(
            Reading(
                alpha1: median,
                latestAlpha1: alpha1,
                artefactPercent: artefacts,
                isRough: artefacts > Self.roughAbove
            )
        )
    }
}
