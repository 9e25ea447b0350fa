/// What a runner told of their heart: everything optional, everything in whole bpm.
///
/// ``plan()`` checks it and makes the zones and the target band of it.
public struct RunnerProfile: Equatable, Sendable {
    /// Age in years.
    public var ageYears: Int?
    /// Maximum heart rate as the runner measured it.
    public var maximumBPM: Int?
    /// Resting heart rate, seated.
    public var restingBPM: Int?
    /// Heart rate at the lactate threshold: the mean of the last 20 of 30 minutes all out and even (Friel).
    public var thresholdBPM: Int?
    /// The zone model; `nil` for the one that fits what is known.
    public var zoneModel: ZoneModel?
    /// Lower bounds of the runner's own: VT1 and VT2 for ``ZoneModel/three``, 1 to 9 for ``ZoneModel/custom``.
    public var customBoundsBPM: [Int]?
    /// The heart rates to aim for; `nil` for the conversational band.
    public var band: TargetBand?

    /// A profile of what is known; without anything, the plan assumes an age and says so.
    public init(
        ageYears: Int? = nil,
        maximumBPM: Int? = nil,
        restingBPM: Int? = nil,
        thresholdBPM: Int? = nil,
        zoneModel: ZoneModel? = nil,
        customBoundsBPM: [Int]? = nil,
        band: TargetBand? = nil
    ) {
        self.ageYears = ageYears
        self.maximumBPM = maximumBPM
        self.restingBPM = restingBPM
        self.thresholdBPM = thresholdBPM
        self.zoneModel = zoneModel
        self.customBoundsBPM = customBoundsBPM
        self.band = band
    }

    /// The age in years that is assumed, and said, when neither age nor maximum is known.
    public static let assumedAgeYears = 40
    /// The heart rates in bpm that count as a human's: a resting rate, a maximum and a band lie within.
    public static let plausibleBPM = 30...240
    /// The least distance in bpm from the resting to the maximum heart rate.
    public static let smallestReserveBPM = 40
}

/// A checked profile: the zones and the target band of a session, and where each number comes from.
public struct ZonePlan: Equatable, Sendable {
    /// The zones by the model.
    public var zones: ZoneSet
    /// True when the runner chose the model, or gave bounds; false when it is the default for what is known.
    public var isModelChosen: Bool
    /// The heart rates to aim for.
    public var band: TargetBand
    /// Where ``band`` comes from.
    public var bandOrigin: BandOrigin
    /// The maximum heart rate that was reckoned with, in bpm.
    public var maximumBPM: Int
    /// Where ``maximumBPM`` comes from.
    public var maximumOrigin: MaximumOrigin
    /// The runner's resting heart rate in bpm, when told.
    public var restingBPM: Int?
    /// The runner's lactate-threshold heart rate in bpm, when told.
    public var thresholdBPM: Int?

    /// Where a maximum heart rate comes from.
    public enum MaximumOrigin: Equatable, Sendable {
        /// The runner measured it.
        case measured
        /// Estimated from the runner's age, in years, by ``MaximumHeartRateFormula/tanaka``.
        case estimated(ageYears: Int)
        /// Estimated likewise from ``RunnerProfile/assumedAgeYears``, since nothing was told.
        case ageAssumed
    }

    /// Where a target band comes from.
    public enum BandOrigin: Equatable, Sendable {
        /// The runner gave it.
        case given
        /// The conversational band: ACSM moderate, 40 up to 60 % of the heart-rate reserve.
        case conversationalByReserve
        /// The conversational band: ACSM moderate, 64 up to 77 % of the maximum heart rate.
        case conversationalByMaximum
    }
}
