/// Heart-rate variability in the time domain, of RR-Intervals without artefacts.
///
/// For a heart at rest: in running these are a few ms, of breathing and noise.
/// Source: Task Force of the ESC and NASPE, "Heart rate variability: standards of measurement", 1996; for SD1 and SD2
/// Brennan, Palaniswami, Kamen, "Do existing measures of Poincaré plot geometry reflect nonlinear features of heart
/// rate variability?", 2001.
public struct TimeDomainFigures: Equatable, Sendable {
    /// How many intervals there are.
    public let intervalCount: Int
    /// How many differences between an interval and the next one in the same segment there are.
    public let differenceCount: Int
    /// The mean interval in ms.
    public let meanRR: Double
    /// The standard deviation of the intervals in ms, with n - 1.
    public let sdnn: Double
    /// The root of the mean square of the differences in ms.
    public let rmssd: Double
    /// The standard deviation of the differences in ms, with n - 1.
    public let sdsd: Double
    /// The share of differences above 50 ms in percent of ``differenceCount``.
    public let pnn50: Double
    /// The share of differences above 20 ms in percent of ``differenceCount``.
    public let pnn20: Double

    /// The width of the Poincaré plot in ms: ``sdsd`` / √2.
    public var sd1: Double { (sdsd * sdsd / 2).squareRoot() }
    /// The length of the Poincaré plot in ms: √(2 ``sdnn``² - ``sdsd``²/2).
    public var sd2: Double { max(0, 2 * sdnn * sdnn - sdsd * sdsd / 2).squareRoot() }
    /// The heart rate of the mean interval in bpm.
    public var heartRateOfMeanRR: Double { 60_000 / meanRR }

    /// The figures of gap-free segments of intervals in ms, oldest first; no difference is taken across a gap.
    ///
    /// `nil` of fewer than two differences.
    public init?(of segments: [[Double]]) {
        let intervals = segments.joined()
        let differences = segments.lazy.map { segment in
            zip(segment.dropFirst(), segment).lazy.map { $0 - $1 }
        }.joined()
        intervalCount = segments.reduce(0) { $0 + $1.count }
        differenceCount = segments.reduce(0) { $0 + max(0, $1.count - 1) }
        guard differenceCount >= 2 else { return nil }
        meanRR = intervals.reduce(0, +) / Double(intervalCount)
        sdnn = Self.deviation(intervals, count: intervalCount)
        rmssd = (differences.reduce(0) { $0 + $1 * $1 } / Double(differenceCount)).squareRoot()
        sdsd = Self.deviation(differences, count: differenceCount)
        pnn50 = Self.share(of: differences, above: 50, count: differenceCount)
        pnn20 = Self.share(of: differences, above: 20, count: differenceCount)
    }

    private static func deviation(_ values: some Sequence<Double>, count: Int) -> Double {
        let mean = values.reduce(0, +) / Double(count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
    }

    private static func share(of differences: some Sequence<Double>, above bound: Double, count: Int) -> Double {
        let above = differences.reduce(0) { $1.magnitude > bound ? $0 + 1 : $0 }
        return 100 * Double(above) / Double(count)
    }
}
