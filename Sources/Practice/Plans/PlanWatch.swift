public import RunEngine

/// The plan in a run's events: begins with the runner's aim, and goes on with the samples. A run that gets its aim on the
/// way has not lost what came before it.
public struct PlanWatch: Equatable, Sendable {
    private var follower = PlanFollower(.open)
    private var band: TargetBand?

    /// Before the first event.
    public init() {}

    /// Where the runner is in their plan; `nil` for a run without one, or without an end.
    public var plan: PlanFollower? { follower.plan.isOpen ? nil : follower }

    /// Takes in an event of the run, in their order. A `session` event begins anew.
    public mutating func take(_ event: RunEvent) {
        switch event {
        case .session(let header):
            self = PlanWatch()
            band = header.band
        case .aim(let aim): if let plan = RunPlan(id: aim.plan) { follower.follow(plan) }
        case .talk(let talk): band = talk.band
        case .sample(let sample): if let band { follower.take(sample, band: band) }
        default: break
        }
    }
}
