public import SensorCodec

/// The state of a run at one instant. A value that is not live is `nil`.
public struct RunSample: Equatable, Sendable {
    /// The instant, in ms of session time.
    public var timeMilliseconds: Int64
    /// The last accepted reading, while it is younger than 5 s.
    public var heartRateBPM: Int?
    /// What told ``heartRateBPM``.
    public var heartRateSource: SensorKind?
    /// Why ``heartRateBPM`` is in doubt.
    public var heartRateDoubts: HeartRateDoubts
    /// The heart rate that the runner is about to have, in bpm, while it clearly rises or falls.
    public var headingBPM: Int?
    /// The five-minute median of DFA alpha-1 in 1/100, where it was asked for: a figure for the curious.
    public var alpha1Hundredths: Int?
    /// True where more than 3 % of its intervals had to be mended: to be shown with a "~".
    public var isAlpha1Rough: Bool
    /// The RR-Intervals that came since the sample before, from the sensor in use, oldest first.
    public var rrIntervals: RRIntervals
    /// The zone of ``heartRateBPM``.
    public var zone: Int?
    /// Where the effort is, debounced.
    public var band: BandState
    /// How far the heart rate can be trusted.
    public var link: LinkState
    /// Which part of the run it is.
    public var phase: PhaseState
    /// Whether time is being counted.
    public var session: SessionState
    /// The belt's speed, or the foot pod's, in 0.01 km/h.
    public var speedCentiKmH: Int?
    /// Landings in a minute, of one foot or of both: foot pods differ.
    public var cadencePerMinute: Int?
    /// The belt's inclination in 0.1 %.
    public var inclinationDeciPercent: Int?
    /// True while the belt moves and nobody is on it.
    public var isBeltUnattended: Bool
    /// Since the session began.
    public var distanceMillimetres: Int64?
    /// As the machine counts it.
    public var totalEnergyKilocalories: Int?

    /// A state in which nothing is known but what is given.
    public init(
        timeMilliseconds: Int64,
        heartRateBPM: Int? = nil,
        heartRateSource: SensorKind? = nil,
        heartRateDoubts: HeartRateDoubts = [],
        headingBPM: Int? = nil,
        alpha1Hundredths: Int? = nil,
        isAlpha1Rough: Bool = false,
        rrIntervals: RRIntervals = RRIntervals(),
        zone: Int? = nil,
        band: BandState = .unknown,
        link: LinkState = .none,
        phase: PhaseState = .warmUp,
        session: SessionState = .idle,
        speedCentiKmH: Int? = nil,
        cadencePerMinute: Int? = nil,
        inclinationDeciPercent: Int? = nil,
        isBeltUnattended: Bool = false,
        distanceMillimetres: Int64? = nil,
        totalEnergyKilocalories: Int? = nil
    ) {
        self.timeMilliseconds = timeMilliseconds
        self.heartRateBPM = heartRateBPM
        self.heartRateSource = heartRateSource
        self.heartRateDoubts = heartRateDoubts
        self.headingBPM = headingBPM
        self.alpha1Hundredths = alpha1Hundredths
        self.isAlpha1Rough = isAlpha1Rough
        self.rrIntervals = rrIntervals
        self.zone = zone
        self.band = band
        self.link = link
        self.phase = phase
        self.session = session
        self.speedCentiKmH = speedCentiKmH
        self.cadencePerMinute = cadencePerMinute
        self.inclinationDeciPercent = inclinationDeciPercent
        self.isBeltUnattended = isBeltUnattended
        self.distanceMillimetres = distanceMillimetres
        self.totalEnergyKilocalories = totalEnergyKilocalories
    }
}
