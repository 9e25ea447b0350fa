/// What a virtual runner is like. Three are given; their numbers lie in the ranges that studies of treadmill runners report.
///
/// Source: for the time constants Hunt and Saengsuwan, doi 10.1186/s12938-015-0112-7 (57.6 s, SD 23.6 s).
public struct RunnerTraits: Equatable, Sendable {
    /// Heart rate at rest, in bpm.
    public var restBPM: Double
    /// The highest heart rate, in bpm.
    public var maximumBPM: Double
    /// The most oxygen that the runner takes up, in ml/kg/min.
    public var maximumUptake: Double
    /// Time constant of the heart's slow answer to an effort, in s; it falls by 1.2 of it.
    public var slowSeconds: Double
    /// Time constant of the fast answer, in s.
    public var fastSeconds: Double
    /// How much of the answer is fast, from 0 to 1.
    public var fastShare: Double
    /// How long the heart does not answer at all, in s.
    public var deadSeconds: Int
    /// How the heart rate rises in a long effort, in bpm per minute at 60 % of the reserve.
    public var driftPerMinute: Double

    /// Somebody who has begun to run lately.
    public static let beginner = RunnerTraits(
        restBPM: 68,
        maximumBPM: 184,
        maximumUptake: 38,
        slowSeconds: 62,
        fastSeconds: 12,
        fastShare: 0.25,
        deadSeconds: 5,
        driftPerMinute: 0.30
    )

    /// Somebody who runs a few times a week.
    public static let regular = RunnerTraits(
        restBPM: 58,
        maximumBPM: 186,
        maximumUptake: 48,
        slowSeconds: 56,
        fastSeconds: 10,
        fastShare: 0.25,
        deadSeconds: 4,
        driftPerMinute: 0.18
    )

    /// Somebody who has trained for years.
    public static let trained = RunnerTraits(
        restBPM: 48,
        maximumBPM: 188,
        maximumUptake: 60,
        slowSeconds: 48,
        fastSeconds: 8,
        fastShare: 0.30,
        deadSeconds: 3,
        driftPerMinute: 0.10
    )
}
