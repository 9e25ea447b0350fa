/// The metrics of a run up to an instant. What could not be known, or had data for too little of the time, is `nil`.
public struct MetricsSummary: Equatable, Sendable {
    /// Time that was counted, in ms: all but pauses.
    public var activeMilliseconds: Int64 = 0
    /// Of that, with a heart rate, in ms.
    public var heartRateMilliseconds: Int64 = 0
    /// Of that, flagged as odd, in ms; it stays in every other number.
    public var flaggedMilliseconds: Int64 = 0

    /// Mean heart rate in bpm, by time.
    public var meanBPM: Figure<Double>?
    /// The highest median of 10 s, in bpm.
    public var peakBPM: Figure<Int>?
    /// A heart rate in bpm that may be proposed as the runner's maximum when it lies above the one in use.
    public var observedMaximumBPM: Int?

    /// Edwards' load, 0 and up.
    public var edwardsLoad: Figure<Double>?
    /// Banister's load in TRIMP; needs resting heart rate and sex.
    public var banisterTRIMP: Figure<Double>?
    /// Lucia's load; needs the two ventilatory thresholds, as the zones of ``ZoneModel/three``.
    public var luciaLoad: Figure<Double>?
    /// Percent of an hour at the threshold by Banister's load; needs resting and threshold heart rate, and sex.
    public var heartRateLoad: Figure<Double>?
    /// Percent of an hour at the threshold by squares; needs the threshold heart rate.
    public var loadBySquares: Figure<Double>?

    /// Metres per minute for each beat per minute in the main part, grade-adjusted; about 1.
    public var metresPerBeat: Figure<Double>?
    /// By how many percent the second half of the main part carried less far for each beat; negative when further.
    public var decouplingPercent: Figure<Double>?
    /// Rise of the heart rate at a fixed speed, in bpm per 10 min; expect 1 to 4 over a moderate run.
    public var driftBPMPer10Min: Figure<Double>?
    /// How the heart rate fell in the minute after the effort.
    public var recovery: HeartRateRecovery?

    /// Time at a walk, in ms: a belt that moves below 7 km/h. `nil` where a speed was known for too little of the time.
    public var walkingMilliseconds: Figure<Int64>?
    /// Time at a run, in ms: 7 km/h and faster.
    public var runningMilliseconds: Figure<Int64>?
    /// Mean speed while the belt moved, in 0.01 km/h, rounded.
    public var meanSpeedCentiKmH: Figure<Int>?
    /// What the distance amounts to on a level belt at the same cost of running, in mm; only of time with a speed.
    public var gradeAdjustedMillimetres: Figure<Int64>?
    /// Pace of the grade-adjusted distance while the belt moved, in s/km.
    public var gradeAdjustedSecondsPerKilometre: Figure<Int>?
    /// Metres climbed, in mm; descents do not count. `nil` where no incline was told.
    public var climbMillimetres: Figure<Int64>?

    /// Energy in kcal, rest included; needs the weight. Say "about", and round to tens: ``roundedKilocalories``.
    public var energyKilocalories: Figure<Double>?
    /// True where the energy is from speed and incline, false where it is from the heart rate.
    public var isEnergyFromBelt = false

    /// A summary of nothing.
    public init() {}

    /// ``energyKilocalories`` for show: rounded to 10 kcal.
    public var roundedKilocalories: Int? {
        energyKilocalories.map { Int(($0.value / 10).rounded()) * 10 }
    }
}
