/// The totals of a session. Each of the three partitions sums up to ``elapsedMilliseconds``, exactly:
/// zones, unknown and paused; below, inside, above, unknown and paused; the three phases and paused.
public struct RunSummary: Equatable, Sendable {
    /// From the first packet to the end.
    public var elapsedMilliseconds: Int64 = 0
    /// While the runner or the belt paused.
    public var pausedMilliseconds: Int64 = 0
    /// While no heart rate could be trusted.
    public var unknownMilliseconds: Int64 = 0
    /// Time in each zone, zone 0 first.
    public var zoneMilliseconds: [Int64] = []
    /// With a heart rate below the band.
    public var belowMilliseconds: Int64 = 0
    /// With a heart rate in the band.
    public var insideMilliseconds: Int64 = 0
    /// With a heart rate above the band.
    public var aboveMilliseconds: Int64 = 0
    /// Warming up.
    public var warmUpMilliseconds: Int64 = 0
    /// In the main part.
    public var mainMilliseconds: Int64 = 0
    /// Cooling down.
    public var coolDownMilliseconds: Int64 = 0
    /// `nil` when nothing was heard that moves.
    public var distanceMillimetres: Int64?
    /// By the speed alone, summed up over time; what ``distanceMillimetres`` is made of where no machine counts.
    public var speedDistanceMillimetres: Int64?
    /// As the machine itself counted, over its resets; `nil` when it did not.
    public var counterDistanceMillimetres: Int64?
    /// Time in a zone with a heart rate in serious doubt: see ``HeartRateDoubts/serious``.
    public var flaggedMilliseconds: Int64 = 0
    /// `nil` when no reading was accepted.
    public var heartRate: HeartRate?
    /// How many RR-Intervals came.
    public var rrIntervalCount = 0
    /// How many values of sensors came.
    public var packetCount = 0
    /// What else is known of the run, in the order of the names.
    public var metrics: [Metric] = []
    /// How often each oddity of the bytes occurred, by its name without parameter, in alphabetical order.
    public var issueCounts: [IssueCount] = []

    /// The totals of nothing.
    public init() {}

    /// Heart rates of a whole session, in bpm.
    public struct HeartRate: Equatable, Sendable {
        /// Weighted by the time each reading was held, rounded to the nearest.
        public var averageBPM: Int
        /// The lowest reading that counted.
        public var minimumBPM: Int
        /// The highest reading that counted.
        public var maximumBPM: Int

        /// The three of a session.
        public init(averageBPM: Int, minimumBPM: Int, maximumBPM: Int) {
            self.averageBPM = averageBPM
            self.minimumBPM = minimumBPM
            self.maximumBPM = maximumBPM
        }
    }

    /// How often one oddity occurred.
    public struct IssueCount: Equatable, Sendable {
        /// The oddity's name without its parameter, such as `trailing_bytes`.
        public var name: String
        /// In how many values.
        public var count: Int

        /// An oddity and its count.
        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }
}
