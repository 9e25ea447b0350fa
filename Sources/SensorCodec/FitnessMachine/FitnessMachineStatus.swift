/// Fitness Machine Status (0x2ADA): something that changed at the machine.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Op Code | u8, see ``Event`` |
/// | 2 | Parameter | by the op code |
///
/// Source: Fitness Machine Service 1.0.1, 4.17.
public struct FitnessMachineStatus: FieldLayout {
    /// What happened; `nil` only before decoding.
    public var event: Event?
    /// Of ``Event/stoppedOrPausedByUser``.
    public var stopOrPause: FitnessMachineControlPoint.StopOrPause?
    /// Of a spin-down.
    public var spinDownStatus: SpinDownStatus?
    /// The numbers of any other parameter; read them by their field, as `value[.targetSpeed]`.
    public var numbers = TargetNumbers(resistanceLevelOctets: 2)
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    /// Something that happened, without a parameter.
    public init(_ event: Event) { self.event = event }

    private init(_ event: Event, number: Int32) {
        self.event = event
        numbers.first = number
    }

    /// The machine goes for another speed, in 0.01 km/h.
    public static func targetSpeedChanged(centiKmH: UInt16) -> Self {
        Self(.targetSpeedChanged, number: Int32(centiKmH))
    }

    /// The machine goes for another inclination, in 0.1 %.
    public static func targetInclinationChanged(deciPercent: Int16) -> Self {
        Self(.targetInclinationChanged, number: Int32(deciPercent))
    }

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .operation, &event)
        switch event {
        case .stoppedOrPausedByUser?: fields.code(.always, .stopOrPause, &stopOrPause)
        case .spinDown?: fields.code(.always, .spinDownStatus, &spinDownStatus)
        case let event?: numbers.visit(event.parameter, &fields)
        case nil: break
        }
    }

    /// The editions give a resistance level one octet (1.0) or two (1.0.1).
    @inlinable
    public mutating func settle(valueLength: Int) {
        if valueLength == 2 { numbers.resistanceLevelOctets = 1 }
    }

    /// What the length told matters only where there is such a parameter.
    @inlinable
    public mutating func check() {
        if event?.parameter != .resistanceLevel { numbers.resistanceLevelOctets = 2 }
    }

    /// What happens; 0x00 and 0x16 to 0xFE are reserved. The numbers are not those of the control point.
    public struct Event: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let reset = Event(rawValue: 0x01)
        public static let stoppedOrPausedByUser = Event(rawValue: 0x02)
        public static let stoppedBySafetyKey = Event(rawValue: 0x03)
        public static let startedOrResumedByUser = Event(rawValue: 0x04)
        public static let targetSpeedChanged = Event(rawValue: 0x05)
        public static let targetInclinationChanged = Event(rawValue: 0x06)
        public static let spinDown = Event(rawValue: 0x14)
        public static let controlPermissionLost = Event(rawValue: 0xFF)

        public static let names: CodeNames = [
            0x01: "reset", 0x02: "stopped_or_paused_by_user", 0x03: "stopped_by_safety_key",
            0x04: "started_or_resumed_by_user", 0x05: "target_speed_changed", 0x06: "target_inclination_changed",
            0x07: "target_resistance_level_changed", 0x08: "target_power_changed", 0x09: "target_heart_rate_changed",
            0x0A: "targeted_expended_energy_changed", 0x0B: "targeted_number_of_steps_changed",
            0x0C: "targeted_number_of_strides_changed", 0x0D: "targeted_distance_changed",
            0x0E: "targeted_training_time_changed", 0x0F: "targeted_time_in_two_heart_rate_zones_changed",
            0x10: "targeted_time_in_three_heart_rate_zones_changed",
            0x11: "targeted_time_in_five_heart_rate_zones_changed",
            0x12: "indoor_bike_simulation_parameters_changed", 0x13: "wheel_circumference_changed",
            0x14: "spin_down_status", 0x15: "targeted_cadence_changed", 0xFF: "control_permission_lost",
        ]

        @usableFromInline
        var parameter: TargetParameter {
            switch rawValue {
            case 0x05: .speed
            case 0x06: .inclination
            case 0x07: .resistanceLevel
            case 0x08: .power
            case 0x09: .heartRate
            case 0x0A: .energy
            case 0x0B: .steps
            case 0x0C: .strides
            case 0x0D: .distance
            case 0x0E: .trainingTime
            case 0x0F: .timeInTwoZones
            case 0x10: .timeInThreeZones
            case 0x11: .timeInFiveZones
            case 0x12: .bikeSimulation
            case 0x13: .wheelCircumference
            case 0x15: .cadence
            default: .none
            }
        }
    }

    /// How a spin-down, which calibrates a bike, goes.
    public struct SpinDownStatus: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let names: CodeNames = [1: "requested", 2: "success", 3: "error", 4: "stop_pedaling"]
    }
}
