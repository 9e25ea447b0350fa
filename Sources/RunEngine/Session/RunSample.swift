public import SensorCodec

/// The state of a run at one instant. A value that is not live is `nil`.
public struct RunSample: Equatable, Sendable {
    /// The instant, in ms of session time.
    public var timeMilliseconds: Int64
    /// The last accepted reading, while it is younger than 5 s.
    public var heartRateBPM: Int?
    /// What told ``heartRateBPM``.
    public var heartRateSource: SensorKind?
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
    /// The belt's speed in 0.01 km/h.
    public var speedCentiKmH: Int?
    /// The belt's inclination in 0.1 %.
    public var inclinationDeciPercent: Int?
    /// Since the session began.
    public var distanceMillimetres: Int64?
    /// As the machine counts it.
    public var totalEnergyKilocalories: Int?

    /// A state in which nothing is known but what is given.
    public init(
        timeMilliseconds: Int64,
        heartRateBPM: Int? = nil,
        heartRateSource: SensorKind? = nil,
        zone: Int? = nil,
        band: BandState = .unknown,
        link: LinkState = .none,
        phase: PhaseState = .warmUp,
        session: SessionState = .idle,
        speedCentiKmH: Int? = nil,
        inclinationDeciPercent: Int? = nil,
        distanceMillimetres: Int64? = nil,
        totalEnergyKilocalories: Int? = nil
    ) {
        self.timeMilliseconds = timeMilliseconds
        self.heartRateBPM = heartRateBPM
        self.heartRateSource = heartRateSource
        self.zone = zone
        self.band = band
        self.link = link
        self.phase = phase
        self.session = session
        self.speedCentiKmH = speedCentiKmH
        self.inclinationDeciPercent = inclinationDeciPercent
        self.distanceMillimetres = distanceMillimetres
        self.totalEnergyKilocalories = totalEnergyKilocalories
    }
}
