public import RunEngine

/// A resting heart rate, seated: the lowest median of 60 s within the minutes 2 to 5 of five.
///
/// Fed with the samples of a session, one a second. The five minutes begin with the first of them that has a heart rate.
/// The first minute is for sitting down.
public struct RestingMeasurement: Equatable, Sendable {
    /// How far it is.
    public enum State: Equatable, Sendable {
        /// No heart rate yet.
        case waiting
        /// Within the five minutes.
        case measuring
        /// Done: the resting heart rate in bpm.
        case done(bpm: Int)
        /// No resting heart rate comes of this.
        case refused(Refusal)
    }

    /// Why there is no result, by the name that programs see.
    public enum Refusal: String, Error, CaseIterable, Sendable {
        /// The belt moves: that is no rest.
        case beltMoving = "belt_moving"
        /// The sensor said for too long that it has no skin contact.
        case noContact = "no_contact"
        /// The heart rate was missing for more than a fifth of the time.
        case heartRateMissing = "heart_rate_missing"
        /// It ended before the five minutes were over.
        case endedEarly = "ended_early"
        /// No resting heart rate of a human lies there.
        case implausible
    }

    /// How long it takes, in seconds.
    public static let seconds = 300
    private static let settling = 60
    private static let window = 60

    /// How far it is.
    public private(set) var state = State.waiting
    /// When the five minutes began, in ms of session time.
    private var beganAt: Int64 = 0
    private var rates = PresentRates()
    private var withoutContact = 0

    /// Nothing measured yet.
    public init() {}

    /// Seconds measured so far.
    public var elapsedSeconds: Int { rates.count }

    /// True when nothing more is to come of it.
    public var isOver: Bool {
        switch state {
        case .waiting, .measuring: false
        case .done, .refused: true
        }
    }

    /// Takes in the next sample. Seconds without one count as seconds without a heart rate.
    public mutating func take(_ sample: RunSample) {
        if isOver { return }
        if sample.speedCentiKmH ?? 0 > 0 { return refuse(.beltMoving) }
        if state == .waiting {
            guard sample.heartRateBPM != nil else { return }
            state = .measuring
            beganAt = sample.timeMilliseconds
        }
        let second = Int(clamping: (sample.timeMilliseconds - beganAt) / 1000)
        while rates.count < min(second, Self.seconds) { rates.append(nil) }
        if rates.count == second, second < Self.seconds {
            rates.append(sample.heartRateBPM)
            if sample.heartRateBPM == nil, sample.link == .contactLost { withoutContact += 1 }
        }
        if rates.missingCount * 5 > Self.seconds {
            return refuse(withoutContact * 2 >= rates.missingCount ? .noContact : .heartRateMissing)
        }
        if rates.count == Self.seconds { conclude() }
    }

    /// Nothing more comes.
    public mutating func finish() {
        if !isOver { refuse(state == .waiting ? .heartRateMissing : .endedEarly) }
    }

    private mutating func conclude() {
        let starts = Self.settling...(Self.seconds - Self.window)
        let medians = starts.compactMap { rates.medianBPM($0..<($0 + Self.window)) }
        guard let lowest = medians.min() else { return refuse(.heartRateMissing) }
        state = RunnerProfile.restingRangeBPM.contains(lowest) ? .done(bpm: lowest) : .refused(.implausible)
    }

    private mutating func refuse(_ refusal: Refusal) { state = .refused(refusal) }
}
