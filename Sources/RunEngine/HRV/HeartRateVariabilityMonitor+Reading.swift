extension HeartRateVariabilityMonitor {
    /// What may be shown of alpha-1.
    public struct Reading: Equatable, Sendable {
        /// The median of the values of the last five minutes.
        public let alpha1: Double
        /// The value of the last two minutes; it swings by 0.15.
        public let latestAlpha1: Double
        /// The share of mended intervals in the last two minutes, in percent: at most 5.
        public let artefactPercent: Double
        /// True above 3 % of artefacts: to be shown with a "~".
        public let isRough: Bool
    }

    /// Why there is nothing to show.
    public enum Absence: Error, Equatable, Sendable {
        /// No packet came.
        case silence
        /// The sensor sends no RR-Intervals.
        case noIntervals
        /// The sensor makes its intervals from the heart rate.
        case madeUpIntervals
        /// The sensor is optical: it sees the pulse in the skin, not the heart's beat.
        case opticalSensor
        /// Two minutes without a gap are not there yet; so many seconds are.
        case collecting(seconds: Int)
        /// Too many intervals of the last two minutes had to be mended, in percent.
        case artefacts(percent: Double)
        /// The intervals are all the same.
        case noFluctuation
    }
}
