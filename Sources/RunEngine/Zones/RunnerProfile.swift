/// What a runner told of their heart: everything optional, everything in whole bpm.
///
/// ``plan()`` checks it and makes the zones and the target band of it.
public struct RunnerProfile: Equatable, Sendable {
    /// Age in years, as told; goes before ``birth``.
    public var ageYears: Int?
    /// When the runner was born: the age follows from it on each day.
    public var birth: BirthDate?
    /// Maximum heart rate as the runner measured it, or accepted it after it was observed.
    public var maximumBPM: Int?
    /// The day on which ``maximumBPM`` was observed in a run; `nil` for one that the runner gave.
    public var maximumObservedOn: CivilDate?
    /// Resting heart rate, seated.
    public var restingBPM: Int?
    /// Resting heart rates that were measured: where ``restingBPM`` is not told, their median is taken.
    public var restingReadings: [RestingReading] = []
    /// Heart rate at the lactate threshold: the mean of the last 20 of 30 minutes all out and even (Friel).
    public var thresholdBPM: Int?
    /// The zone model; `nil` for the one that fits what is known.
    public var zoneModel: ZoneModel?
    /// Lower bounds of the runner's own: VT1 and VT2 for ``ZoneModel/three``, 1 to 9 for ``ZoneModel/custom``.
    public var customBoundsBPM: [Int]?
    /// The heart rates to aim for; `nil` for the conversational band.
    public var band: TargetBand?
    /// What the last talk check found.
    public var talk: TalkReading?
    /// By how much the runner's answers in runs moved the upper edge of the band, in bpm: see ``talkNudgesBPM``.
    public var talkNudgeBPM = 0
    /// The sex whose coefficients published formulas are to use.
    public var sex: Sex?
    /// Weight in 0.1 kg.
    public var weightHectograms: Int?
    /// The figures that the runner asks for.
    public var optionalFigures: OptionalFigures = []

    /// A profile of what is known; without anything, the plan assumes an age and says so.
    public init(
        ageYears: Int? = nil,
        maximumBPM: Int? = nil,
        restingBPM: Int? = nil,
        thresholdBPM: Int? = nil,
        zoneModel: ZoneModel? = nil,
        customBoundsBPM: [Int]? = nil,
        band: TargetBand? = nil,
        talk: TalkReading? = nil
    ) {
        self.ageYears = ageYears
        self.maximumBPM = maximumBPM
        self.restingBPM = restingBPM
        self.thresholdBPM = thresholdBPM
        self.zoneModel = zoneModel
        self.customBoundsBPM = customBoundsBPM
        self.band = band
        self.talk = talk
    }

    /// The age in years that is assumed, and said, when neither age nor maximum is known.
    public static let assumedAgeYears = 40
    /// The heart rates in bpm that count as a human's: a resting rate, a maximum and a band lie within.
    public static let plausibleBPM = 30...240
    /// The least distance in bpm from the resting to the maximum heart rate.
    public static let smallestReserveBPM = 40
    /// How far answers in runs can move the upper edge in all, in bpm: beyond, another talk check says more.
    public static let talkNudgesBPM = -20...20
    /// The weights that a runner can have, in 0.1 kg.
    public static let weightsHectograms = 200...4000
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
    /// The day on which ``maximumBPM`` was observed.
    public var maximumObservedOn: CivilDate?
    /// The runner's resting heart rate in bpm, when known.
    public var restingBPM: Int?
    /// Where ``restingBPM`` comes from; `nil` with it.
    public var restingOrigin: RestingOrigin?
    /// The runner's lactate-threshold heart rate in bpm, when told.
    public var thresholdBPM: Int?
    /// What the last talk check found, whether or not ``band`` comes from it.
    public var talk: TalkReading?
    /// By how much the runner's answers in runs moved the upper edge of ``band``, in bpm.
    public var talkNudgeBPM = 0
    /// What formulas ask of the runner's body; the age is that of the day the plan was made for.
    public var body: RunnerBody
    /// The figures that the runner asks for.
    public var optionalFigures: OptionalFigures

    /// Where a maximum heart rate comes from.
    public enum MaximumOrigin: Equatable, Sendable {
        /// The runner measured it.
        case measured
        /// It was observed in a run, and the runner accepted it.
        case observed
        /// Estimated from the runner's age, in years, by ``MaximumHeartRateFormula/tanaka``.
        case estimated(ageYears: Int)
        /// Estimated likewise from ``RunnerProfile/assumedAgeYears``, since nothing was told.
        case ageAssumed
    }

    /// Where a resting heart rate comes from, by the name that programs see.
    public enum RestingOrigin: String, Sendable {
        /// The runner gave it.
        case given
        /// The median of the last readings of `steady rest`.
        case measured
    }

    /// Where a target band comes from, by the name that programs see.
    public enum BandOrigin: String, CaseIterable, Sendable {
        /// The runner gave it.
        case given
        /// The talk check: up to the heart rate at which the runner talks in comfort.
        case talkCheck = "talk_check"
        /// The conversational band: ACSM moderate, 40 up to 60 % of the heart-rate reserve.
        case conversationalByReserve = "reserve"
        /// The conversational band: ACSM moderate, 64 up to 77 % of the maximum heart rate.
        case conversationalByMaximum = "maximum"
    }
}

extension ZonePlan.MaximumOrigin {
    /// The name that programs see.
    public var name: String {
        switch self {
        case .measured: "measured"
        case .observed: "observed"
        case .estimated: "estimated"
        case .ageAssumed: "assumed"
        }
    }

    /// The age in years that the maximum was estimated from, assumed or not.
    public var ageYears: Int? {
        switch self {
        case .measured, .observed: nil
        case .estimated(let years): years
        case .ageAssumed: RunnerProfile.assumedAgeYears
        }
    }

    /// An origin by its name, with the age that an estimate needs; `nil` for none of ours.
    public init?(name: String, ageYears: Int?) {
        switch name {
        case "measured": self = .measured
        case "observed": self = .observed
        case "estimated":
            guard let ageYears else { return nil }
            self = .estimated(ageYears: ageYears)
        case "assumed": self = .ageAssumed
        default: return nil
        }
    }
}
