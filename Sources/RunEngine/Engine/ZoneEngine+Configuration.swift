extension ZoneEngine {
    /// The constants of the engine, with their defaults. Times are in ms, 0 to a year.
    public struct Configuration: Equatable, Sendable {
        /// How long an accepted reading counts. Straps tell about once a second; 5 s rides out a radio hole without
        /// inventing data.
        public var hold: Int64 = 5_000
        /// How long after the last accepted reading the signal is called lost.
        public var lost: Int64 = 15_000
        /// The heart rates in bpm that can be true; 0 and 255 are common codes for "no value".
        public var plausibleBPM = 30...240
        /// The jump in bpm that is believed at once, whatever the time between.
        public var slewBase: Int64 = 12
        /// What is believed on top of ``slewBase``, in bpm for each second since the last accepted reading.
        public var slewPerSecond: Int64 = 6
        /// How many suspect readings have to agree to be believed: 2 to 64.
        public var relockCount = 3
        /// How far apart in bpm those may be.
        public var relockSpread = 6
        /// How long those have to last.
        public var relockSpan: Int64 = 2_000
        /// How far back the readings of the median go.
        public var medianSpan: Int64 = 7_000
        /// How far outside the band, in bpm, the median has to be to leave it.
        public var hysteresis = 2
        /// How long the effort has to be above: being high matters sooner than being low.
        public var dwellAbove: Int64 = 10_000
        /// How long the effort has to be below.
        public var dwellBelow: Int64 = 20_000
        /// How long the effort has to be back inside.
        public var dwellInside: Int64 = 5_000
        /// How long the runner has to be at or over the lower edge to be warm.
        public var warmUpEnter: Int64 = 10_000
        /// The least warm-up.
        public var warmUpShortest: Int64 = 180_000
        /// The longest warm-up.
        public var warmUpLongest: Int64 = 600_000
        /// How long a speed of the belt counts; longer holes are not integrated.
        public var beltHold: Int64 = 5_000
        /// The change of the belt's speed that a heart answers, in 0.01 km/h.
        public var feltSpeedChange = 20
        /// How long the heart takes to answer: after 75 s, 73 % is in (time constant 57.6 s; Hunt 2015).
        public var settle: Int64 = 75_000
        /// The least distance of two cues.
        public var cueGap: Int64 = 30_000
        /// What that distance grows to while the band stays the same.
        public var cueGapLongest: Int64 = 240_000

        /// The defaults.
        public init() {}

        /// False for constants that the engine cannot keep its sums with.
        var isUsable: Bool {
            let times = [
                hold, lost, relockSpan, medianSpan, dwellAbove, dwellBelow, dwellInside, warmUpEnter, warmUpShortest,
                warmUpLongest, beltHold, settle, cueGap, cueGapLongest,
            ]
            let year: Int64 = 366 * 86_400_000
            let amounts = [slewBase, slewPerSecond, Int64(hysteresis), Int64(relockSpread), Int64(feltSpeedChange)]
            return times.allSatisfy { (0...year).contains($0) } && amounts.allSatisfy { (0...100_000).contains($0) }
                && (2...ReadingWindow.capacity).contains(relockCount)
        }
    }
}
