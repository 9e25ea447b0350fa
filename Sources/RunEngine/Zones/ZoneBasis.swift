/// What the zones and the band of a session were made of: its numbers, and where each comes from.
public struct ZoneBasis: Equatable, Sendable {
    /// True when the runner chose the zone model, or gave bounds.
    public var isModelChosen: Bool
    /// Where the band comes from.
    public var bandOrigin: ZonePlan.BandOrigin
    /// The maximum heart rate, in bpm.
    public var maximumBPM: Int
    /// Where ``maximumBPM`` comes from.
    public var maximumOrigin: ZonePlan.MaximumOrigin
    /// The resting heart rate, in bpm, when known.
    public var restingBPM: Int?
    /// Where ``restingBPM`` comes from.
    public var restingOrigin: ZonePlan.RestingOrigin?
    /// The lactate-threshold heart rate, in bpm, when told.
    public var thresholdBPM: Int?
    /// The heart rate of the talk check, in bpm, when the band comes from it.
    public var talkBPM: Int?
    /// The day of the talk check.
    public var talkDay: CivilDate?

    /// All that a session's zones and band were made of.
    public init(
        isModelChosen: Bool,
        bandOrigin: ZonePlan.BandOrigin,
        maximumBPM: Int,
        maximumOrigin: ZonePlan.MaximumOrigin,
        restingBPM: Int? = nil,
        restingOrigin: ZonePlan.RestingOrigin? = nil,
        thresholdBPM: Int? = nil,
        talkBPM: Int? = nil,
        talkDay: CivilDate? = nil
    ) {
        self.isModelChosen = isModelChosen
        self.bandOrigin = bandOrigin
        self.maximumBPM = maximumBPM
        self.maximumOrigin = maximumOrigin
        self.restingBPM = restingBPM
        self.restingOrigin = restingOrigin
        self.thresholdBPM = thresholdBPM
        self.talkBPM = talkBPM
        self.talkDay = talkDay
    }
}

extension ZonePlan {
    /// What zones and band were made of, to go with each session.
    public var basis: ZoneBasis {
        let isTalked = bandOrigin == .talkCheck
        return ZoneBasis(
            isModelChosen: isModelChosen,
            bandOrigin: bandOrigin,
            maximumBPM: maximumBPM,
            maximumOrigin: maximumOrigin,
            restingBPM: restingBPM,
            restingOrigin: restingOrigin,
            thresholdBPM: thresholdBPM,
            talkBPM: isTalked ? talk?.bpm : nil,
            talkDay: isTalked ? talk?.day : nil
        )
    }
}
