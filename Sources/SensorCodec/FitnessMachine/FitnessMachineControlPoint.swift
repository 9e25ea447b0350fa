/// Fitness Machine Control Point (0x2AD9): what is asked of a machine, and its answer.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Op Code | u8, see ``OpCode`` |
/// | 2 | Parameter | by the op code; of a response: Request Op Code u8, Result Code u8, and what the request calls for |
///
/// Source: Fitness Machine Service 1.0.1, 4.16.
public struct FitnessMachineControlPoint: FieldLayout {
    /// What is asked, or ``OpCode/response``; `nil` only before decoding.
    public var opCode: OpCode?
    /// Of a response: what it answers.
    public var requestOpCode: OpCode?
    /// Of a response: how it went.
    public var result: ResultCode?
    /// Of ``OpCode/stopOrPause``.
    public var stopOrPause: StopOrPause?
    /// Of ``OpCode/spinDownControl``.
    public var spinDownControl: SpinDownControl?
    /// The numbers of any other parameter; read them by their field, as `value[.targetSpeed]`.
    public var numbers = TargetNumbers(resistanceLevelOctets: 1)
    /// There is room for the two speeds to hold, which the success of a spin-down's start carries.
    @usableFromInline var hasSpinDownSpeeds = false
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .operation, &opCode)
        switch opCode {
        case .response?:
            fields.code(.always, .requestOperation, &requestOpCode)
            fields.code(.always, .result, &result)
            if hasSpinDownSpeeds, isSpinDownSuccess {
                fields.unsigned(.spinDownSpeedLow, &numbers.first, octets: 2)
                fields.unsigned(.spinDownSpeedHigh, &numbers.second, octets: 2)
            }
        case .stopOrPause?: fields.code(.always, .stopOrPause, &stopOrPause)
        case .spinDownControl?: fields.code(.always, .spinDownControl, &spinDownControl)
        case let opCode?: numbers.visit(opCode.parameter, &fields)
        case nil: break
        }
    }

    /// The specification gives a resistance level one octet; some clients send two, as other characteristics have it.
    @inlinable
    public mutating func settle(valueLength: Int) {
        if valueLength >= 3 { numbers.resistanceLevelOctets = 2 }
        hasSpinDownSpeeds = valueLength >= 7
    }

    /// What the length told matters only where there is such a parameter.
    @inlinable
    public mutating func check() {
        if opCode?.parameter != .resistanceLevel { numbers.resistanceLevelOctets = 1 }
        if !isSpinDownSuccess { hasSpinDownSpeeds = false }
    }

    @inlinable
    var isSpinDownSuccess: Bool {
        opCode == .response && requestOpCode == .spinDownControl && result == .success
    }
}

// MARK: - Making requests and responses

extension FitnessMachineControlPoint {
    private init(_ opCode: OpCode, number: Int32? = nil) {
        self.opCode = opCode
        numbers.first = number
    }

    /// Asks for control; every other request needs it.
    public static let requestControl = Self(.requestControl)
    /// Sets all targets back, and gives control up.
    public static let reset = Self(.reset)
    /// Starts, or goes on after a pause. It sets no time back.
    public static let startOrResume = Self(.startOrResume)
    /// Stops the belt.
    public static let stop = Self(stopOrPause: .stop)
    /// Pauses the belt.
    public static let pause = Self(stopOrPause: .pause)

    private init(stopOrPause: StopOrPause) {
        opCode = .stopOrPause
        self.stopOrPause = stopOrPause
    }

    /// Asks for a speed, in 0.01 km/h.
    public static func setTargetSpeed(centiKmH: UInt16) -> Self { Self(.setTargetSpeed, number: Int32(centiKmH)) }

    /// Asks for an inclination, in 0.1 %.
    public static func setTargetInclination(deciPercent: Int16) -> Self {
        Self(.setTargetInclination, number: Int32(deciPercent))
    }

    /// A machine's answer.
    public static func response(to request: OpCode, _ result: ResultCode) -> Self {
        var value = Self(.response)
        value.requestOpCode = request
        value.result = result
        return value
    }
}

// MARK: - Codes

extension FitnessMachineControlPoint {
    /// What is asked; 0x15 to 0x7F and 0x81 to 0xFF are reserved.
    public struct OpCode: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let requestControl = OpCode(rawValue: 0x00)
        public static let reset = OpCode(rawValue: 0x01)
        public static let setTargetSpeed = OpCode(rawValue: 0x02)
        public static let setTargetInclination = OpCode(rawValue: 0x03)
        public static let startOrResume = OpCode(rawValue: 0x07)
        public static let stopOrPause = OpCode(rawValue: 0x08)
        public static let spinDownControl = OpCode(rawValue: 0x13)
        public static let response = OpCode(rawValue: 0x80)

        public static let names: CodeNames = [
            0x00: "request_control", 0x01: "reset", 0x02: "set_target_speed", 0x03: "set_target_inclination",
            0x04: "set_target_resistance_level", 0x05: "set_target_power", 0x06: "set_target_heart_rate",
            0x07: "start_or_resume", 0x08: "stop_or_pause", 0x09: "set_targeted_expended_energy",
            0x0A: "set_targeted_number_of_steps", 0x0B: "set_targeted_number_of_strides",
            0x0C: "set_targeted_distance", 0x0D: "set_targeted_training_time",
            0x0E: "set_targeted_time_in_two_heart_rate_zones", 0x0F: "set_targeted_time_in_three_heart_rate_zones",
            0x10: "set_targeted_time_in_five_heart_rate_zones", 0x11: "set_indoor_bike_simulation_parameters",
            0x12: "set_wheel_circumference", 0x13: "spin_down_control", 0x14: "set_targeted_cadence",
            0x80: "response",
        ]

        @usableFromInline
        var parameter: TargetParameter {
            switch rawValue {
            case 0x02: .speed
            case 0x03: .inclination
            case 0x04: .resistanceLevel
            case 0x05: .power
            case 0x06: .heartRate
            case 0x09: .energy
            case 0x0A: .steps
            case 0x0B: .strides
            case 0x0C: .distance
            case 0x0D: .trainingTime
            case 0x0E: .timeInTwoZones
            case 0x0F: .timeInThreeZones
            case 0x10: .timeInFiveZones
            case 0x11: .bikeSimulation
            case 0x12: .wheelCircumference
            case 0x14: .cadence
            default: .none
            }
        }
    }

    /// How a request went.
    public struct ResultCode: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let success = ResultCode(rawValue: 1)
        public static let opCodeNotSupported = ResultCode(rawValue: 2)
        public static let invalidParameter = ResultCode(rawValue: 3)
        public static let operationFailed = ResultCode(rawValue: 4)
        public static let controlNotPermitted = ResultCode(rawValue: 5)
        public static let names: CodeNames = [
            1: "success", 2: "op_code_not_supported", 3: "invalid_parameter", 4: "operation_failed",
            5: "control_not_permitted",
        ]
    }

    /// What a stop is to be, or was.
    public struct StopOrPause: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let stop = StopOrPause(rawValue: 1)
        public static let pause = StopOrPause(rawValue: 2)
        public static let names: CodeNames = [1: "stop", 2: "pause"]
    }

    /// What to do about a spin-down, which calibrates a bike.
    public struct SpinDownControl: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let names: CodeNames = [1: "start", 2: "ignore"]
    }
}
