import Hardware
import RunEngine

/// What a run goes by besides its packets: the runner's zones, and what they say of their treadmill.
struct RunSettings {
    var plan: ZonePlan
    /// The unit of the treadmill's speed, by the runner's word.
    var speedUnit: ConsoleUnit?
}
