/// By how much the heart rate fell in the minute after an effort.
///
/// Compare like with like: somebody who walks recovers less than somebody who stands. The same runner on another day
/// differs by some 20 %, so a change of less than 6 bpm says nothing. The clinical mark of 12 bpm is for tests to the
/// maximum and is no verdict here.
///
/// Source: PMID 17614018, on how well it repeats.
public struct HeartRateRecovery: Equatable, Sendable {
    /// The median of the last 10 s of the main part, in bpm.
    public var effortBPM: Int
    /// The median from 55 to 65 s after the belt slowed down, in bpm.
    public var recoveredBPM: Int
    /// What the runner did for the greater part of the 65 s.
    public var manner: Manner
    /// When the belt slowed down to 5 km/h or less, or stopped, in ms on the run's axis.
    public var atMilliseconds: Int64

    /// The fall in bpm in a minute; negative when the heart rate rose.
    public var fallBPM: Int { effortBPM - recoveredBPM }

    /// How a runner recovers.
    public enum Manner: String, CaseIterable, Sendable {
        case standing, walking
    }

    /// A recovery of its parts.
    public init(effortBPM: Int, recoveredBPM: Int, manner: Manner, atMilliseconds: Int64) {
        self.effortBPM = effortBPM
        self.recoveredBPM = recoveredBPM
        self.manner = manner
        self.atMilliseconds = atMilliseconds
    }
}
