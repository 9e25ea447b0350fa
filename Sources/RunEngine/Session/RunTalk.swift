/// What the runner said, in mid-run, about talking.
public enum TalkAnswer: String, CaseIterable, Sendable {
    /// A conversation is possible.
    case canTalk = "can_talk"
    /// It is not.
    case cannotTalk = "cannot_talk"
}

/// An answer in mid-run, and what became of the band.
public struct RunTalk: Equatable, Sendable {
    /// The instant, in ms of session time.
    public var timeMilliseconds: Int64
    /// What was said.
    public var answer: TalkAnswer
    /// The heart rate then, in bpm, where it was known.
    public var heartRateBPM: Int?
    /// The band from now on.
    public var band: TargetBand

    /// An answer at a time, in ms of session time.
    public init(timeMilliseconds: Int64, answer: TalkAnswer, heartRateBPM: Int?, band: TargetBand) {
        self.timeMilliseconds = timeMilliseconds
        self.answer = answer
        self.heartRateBPM = heartRateBPM
        self.band = band
    }
}

/// How far the answers of one session move the upper edge of the band: towards what the runner says, when the heart rate
/// says otherwise.
///
/// Who can talk at the edge or above it moves it up by 1 bpm, who cannot talk at the edge or below it moves it down by
/// 1 bpm; 2 bpm in a session at most, and answers of one minute count once. Sources: the talk test puts the edge where
/// talking ceases to be comfortable (Foster 2009; Quinn & Coons 2011); steps and limits are ours.
struct TalkNudge: Sendable {
    /// In bpm, in a session.
    static let most = 2
    /// Between two answers that count, in ms.
    static let gap: Int64 = 60_000

    /// By how much the edge was moved, in bpm.
    private(set) var bpm = 0
    private var lastCounted: Int64?

    /// Takes in an answer at a heart rate in bpm, in a band; true when the edge moves by that.
    mutating func take(_ answer: TalkAnswer, heartRateBPM: Int?, edgeBPM: Int, at time: Int64) -> Bool {
        guard let heartRateBPM else { return false }
        if let lastCounted, time - lastCounted < Self.gap { return false }
        let step =
            switch answer {
            case .canTalk: heartRateBPM >= edgeBPM ? 1 : 0
            case .cannotTalk: heartRateBPM <= edgeBPM ? -1 : 0
            }
        guard step != 0, abs(bpm + step) <= Self.most else { return false }
        bpm += step
        lastCounted = time
        return true
    }
}

extension TargetBand {
    /// The band with its upper edge moved by so many bpm, within 65 to 90 % of the maximum; the lower edge gives way where
    /// the band would be narrower than 12 bpm. An edge that lies outside already goes no further.
    public func nudged(byBPM nudge: Int, maximumBPM: Int) -> TargetBand {
        let least = min(upperBPM, HeartRateShare.bound(perMille: 650, of: maximumBPM))
        let most = max(upperBPM, TalkReading.highestUpperBPM(maximumBPM: maximumBPM))
        let upper = min(max(upperBPM + nudge, least), most)
        let width = min(12, upperBPM - lowerBPM)
        return TargetBand(lowerBPM: min(lowerBPM, upper - width), upperBPM: upper)
    }
}
