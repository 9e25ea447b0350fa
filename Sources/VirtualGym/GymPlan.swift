/// Who runs in a gym, and what happens there.
public struct GymPlan: Equatable, Sendable {
    /// What is done.
    public var script: GymScript
    /// By it the same gym can be had again.
    public var seed: UInt64
    /// The heart rates to stay in, in bpm.
    public var band: ClosedRange<Int>
    /// Who runs.
    public var runner: RunnerTraits
    /// True for faults by chance besides those of the script.
    public var hasChanceFaults: Bool

    /// A plan; `runner` is the script's own without another word.
    public init(
        script: GymScript = .easy40,
        seed: UInt64 = 1,
        band: ClosedRange<Int> = 116...138,
        runner: RunnerTraits? = nil,
        hasChanceFaults: Bool = false
    ) {
        self.script = script
        self.seed = seed
        self.band = band
        self.runner = runner ?? script.runner
        self.hasChanceFaults = hasChanceFaults
    }

    /// When all of it has been told, in ms since the gym opened.
    public var lastMilliseconds: Int64 { Int64(script.seconds) * 1000 + 999 }

    /// All that is done and happens, in the order of time.
    var steps: [GymStep] {
        let faults = hasChanceFaults ? GymStep.faults(over: script.seconds, seed: seed ^ 0x6661_756C_7473) : []
        return (script.steps + faults).sorted { $0.second < $1.second }
    }
}

/// A key of the treadmill's console.
public enum GymKey: Equatable, Sendable {
    /// 0.5 km/h faster; on a belt that stands, the start.
    case faster
    /// 0.5 km/h slower; on a belt at its slowest, the stop.
    case slower
    /// 0.5 % steeper.
    case steeper
    /// 0.5 % flatter.
    case flatter
    /// Starts the belt.
    case start
    /// Stops the belt.
    case stop
}
