public import SensorCodec

/// What is known of one sensor in one of its jobs.
public struct SensorStatus: Equatable, Sendable {
    /// When it became known, in ms of session time.
    public var timeMilliseconds: Int64
    /// Which sensor.
    public var sensor: SensorIdentity
    /// What it calls itself, without control characters.
    public var name: String?
    /// What it measures.
    public var kind: SensorKind
    /// How lately it was heard.
    public var state: State
    /// Its battery level in %.
    public var batteryPercent: Int?

    /// What is known of a sensor at a time.
    public init(
        timeMilliseconds: Int64,
        sensor: SensorIdentity,
        name: String?,
        kind: SensorKind,
        state: State,
        batteryPercent: Int?
    ) {
        self.timeMilliseconds = timeMilliseconds
        self.sensor = sensor
        self.name = name
        self.kind = kind
        self.state = state
        self.batteryPercent = batteryPercent
    }

    /// How lately a sensor was heard, by the name that programs see.
    public enum State: String, Sendable {
        case searching, connecting, live, stale, lost

        /// True when the sensor is not heard and its link is gone or worth nothing.
        var isGone: Bool { self == .lost || self == .searching || self == .connecting }
    }
}
