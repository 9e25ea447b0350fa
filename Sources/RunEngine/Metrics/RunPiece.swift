/// A stretch of a run in which nothing changed.
///
/// It may be cut anywhere: two pieces that meet say what one says.
public struct RunPiece: Equatable, Sendable {
    /// When it begins, in ms.
    public var fromMilliseconds: Int64
    /// When it ends, in ms.
    public var toMilliseconds: Int64
    /// Is time being counted?
    public var session: SessionState
    /// Warm-up, main part or cool-down.
    public var phase: PhaseState
    /// The heart rate held and trusted, in bpm, in pauses too; `nil` when there is none.
    public var heartRateBPM: Int?
    /// The belt's speed in 0.01 km/h while it is fresh, in pauses too.
    public var speedCentiKmH: Int?
    /// The belt's incline in 0.1 % while it is fresh.
    public var inclinationDeciPercent: Int?

    /// A stretch of time, and what held in it.
    public init(
        fromMilliseconds: Int64,
        toMilliseconds: Int64,
        session: SessionState,
        phase: PhaseState,
        heartRateBPM: Int? = nil,
        speedCentiKmH: Int? = nil,
        inclinationDeciPercent: Int? = nil
    ) {
        self.fromMilliseconds = fromMilliseconds
        self.toMilliseconds = toMilliseconds
        self.session = session
        self.phase = phase
        self.heartRateBPM = heartRateBPM
        self.speedCentiKmH = speedCentiKmH
        self.inclinationDeciPercent = inclinationDeciPercent
    }
}
