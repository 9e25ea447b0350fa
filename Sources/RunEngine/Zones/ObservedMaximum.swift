/// A heart rate that was seen in a run, and held long enough to be believed: the highest of that run.
public struct ObservedMaximum: Equatable, Sendable {
    /// The day of the run.
    public var day: CivilDate
    /// In bpm.
    public var bpm: Int

    /// A heart rate of a day.
    public init(day: CivilDate, bpm: Int) {
        self.day = day
        self.bpm = bpm
    }

    /// What to propose as the runner's maximum: the highest that lies above the profile's, of several the first seen;
    /// `nil` where there is none. A maximum is never lowered, and never changed without a word of the runner's.
    public static func proposal(of candidates: [ObservedMaximum], aboveBPM maximum: Int) -> ObservedMaximum? {
        let higher = candidates.filter { $0.bpm > maximum && RunnerProfile.maximumRangeBPM.contains($0.bpm) }
        guard let highest = higher.map(\.bpm).max() else { return nil }
        return higher.filter { $0.bpm == highest }.min { $0.day.daysSince1970 < $1.day.daysSince1970 }
    }
}
