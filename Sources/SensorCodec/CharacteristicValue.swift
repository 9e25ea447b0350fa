/// A decoded characteristic value of any kind that Steady reads.
///
/// `0x1826` stands for the Service Data that a fitness machine advertises.
public enum CharacteristicValue: Equatable, Sendable {
    case heartRateMeasurement(HeartRateMeasurement)
    case treadmillData(TreadmillData)
    case rscMeasurement(RSCMeasurement)
    case batteryLevel(BatteryLevel)
    case crossTrainerData(CrossTrainerData)
    case stepClimberData(StepClimberData)
    case stairClimberData(StairClimberData)
    case rowerData(RowerData)
    case indoorBikeData(IndoorBikeData)
    case trainingStatus(TrainingStatus)
    case fitnessMachineStatus(FitnessMachineStatus)
    case fitnessMachineControlPoint(FitnessMachineControlPoint)
    case fitnessMachineFeature(FitnessMachineFeature)
    case fitnessMachineAdvertisement(FitnessMachineAdvertisement)
    case supportedSpeedRange(SupportedSpeedRange)
    case supportedInclinationRange(SupportedInclinationRange)
    case supportedResistanceLevelRange(SupportedResistanceLevelRange)
    case supportedHeartRateRange(SupportedHeartRateRange)
    case supportedPowerRange(SupportedPowerRange)
    case bodySensorLocation(BodySensorLocation)
    case heartRateControlPoint(HeartRateControlPoint)
    case rscFeature(RSCFeature)
    case sensorLocation(SensorLocation)
    case deviceInformation(DeviceInformationString)
    case pnpID(PnPID)

    /// What Steady reads, in the order of the numbers.
    public static let readable: [BluetoothUUID] = [
        0x1826, 0x2A00, 0x2A19, 0x2A24, 0x2A25, 0x2A26, 0x2A27, 0x2A28, 0x2A29, 0x2A37, 0x2A38, 0x2A39, 0x2A50, 0x2A53,
        0x2A54, 0x2A5D, 0x2ACC, 0x2ACD, 0x2ACE, 0x2ACF, 0x2AD0, 0x2AD1, 0x2AD2, 0x2AD3, 0x2AD4, 0x2AD5, 0x2AD6, 0x2AD7,
        0x2AD8, 0x2AD9, 0x2ADA,
    ].map { BluetoothUUID($0) }

    /// Decodes a value of a characteristic; `nil` for one that Steady does not read.
    @inlinable @inline(__always)
    public init?(decoding bytes: Span<UInt8>, of characteristic: BluetoothUUID) throws(DecodingFailure) {
        switch characteristic.short {
        case 0x2A37: self = .heartRateMeasurement(try HeartRateMeasurement(decoding: bytes))
        case 0x2ACD: self = .treadmillData(try TreadmillData(decoding: bytes))
        case let number?: try self.init(decoding: bytes, number)
        case nil: return nil
        }
    }

    /// The kinds that do not come several times a second, kept out of line.
    @usableFromInline
    init?(decoding bytes: Span<UInt8>, _ number: UInt16) throws(DecodingFailure) {
        switch number {
        case 0x1826: self = .fitnessMachineAdvertisement(try FitnessMachineAdvertisement(decoding: bytes))
        case 0x2A00, 0x2A24...0x2A29: self = .deviceInformation(try DeviceInformationString(decoding: bytes))
        case 0x2A19: self = .batteryLevel(try BatteryLevel(decoding: bytes))
        case 0x2A38: self = .bodySensorLocation(try BodySensorLocation(decoding: bytes))
        case 0x2A39: self = .heartRateControlPoint(try HeartRateControlPoint(decoding: bytes))
        case 0x2A50: self = .pnpID(try PnPID(decoding: bytes))
        case 0x2A53: self = .rscMeasurement(try RSCMeasurement(decoding: bytes))
        case 0x2A54: self = .rscFeature(try RSCFeature(decoding: bytes))
        case 0x2A5D: self = .sensorLocation(try SensorLocation(decoding: bytes))
        case 0x2ACC: self = .fitnessMachineFeature(try FitnessMachineFeature(decoding: bytes))
        case 0x2ACE: self = .crossTrainerData(try CrossTrainerData(decoding: bytes))
        case 0x2ACF: self = .stepClimberData(try StepClimberData(decoding: bytes))
        case 0x2AD0: self = .stairClimberData(try StairClimberData(decoding: bytes))
        case 0x2AD1: self = .rowerData(try RowerData(decoding: bytes))
        case 0x2AD2: self = .indoorBikeData(try IndoorBikeData(decoding: bytes))
        case 0x2AD3: self = .trainingStatus(try TrainingStatus(decoding: bytes))
        case 0x2AD4: self = .supportedSpeedRange(try SupportedSpeedRange(decoding: bytes))
        case 0x2AD5: self = .supportedInclinationRange(try SupportedInclinationRange(decoding: bytes))
        case 0x2AD6: self = .supportedResistanceLevelRange(try SupportedResistanceLevelRange(decoding: bytes))
        case 0x2AD7: self = .supportedHeartRateRange(try SupportedHeartRateRange(decoding: bytes))
        case 0x2AD8: self = .supportedPowerRange(try SupportedPowerRange(decoding: bytes))
        case 0x2AD9: self = .fitnessMachineControlPoint(try FitnessMachineControlPoint(decoding: bytes))
        case 0x2ADA: self = .fitnessMachineStatus(try FitnessMachineStatus(decoding: bytes))
        default: return nil
        }
    }
}

/// Something to be done with a value of whatever kind.
public protocol LayoutBody {
    associatedtype Result
    /// Does it.
    mutating func callAsFunction<Layout: FieldLayout>(_ value: Layout) -> Result
}

extension CharacteristicValue {
    /// Does something with the value as what it is.
    @inlinable @inline(__always)
    public func apply<Body: LayoutBody>(_ body: inout Body) -> Body.Result {
        switch self {
        case .heartRateMeasurement(let value): body(value)
        case .treadmillData(let value): body(value)
        case .rscMeasurement(let value): body(value)
        case .batteryLevel(let value): body(value)
        case .crossTrainerData(let value): body(value)
        case .stepClimberData(let value): body(value)
        case .stairClimberData(let value): body(value)
        case .rowerData(let value): body(value)
        case .indoorBikeData(let value): body(value)
        case .trainingStatus(let value): body(value)
        case .fitnessMachineStatus(let value): body(value)
        case .fitnessMachineControlPoint(let value): body(value)
        case .fitnessMachineFeature(let value): body(value)
        case .fitnessMachineAdvertisement(let value): body(value)
        case .supportedSpeedRange(let value): body(value)
        case .supportedInclinationRange(let value): body(value)
        case .supportedResistanceLevelRange(let value): body(value)
        case .supportedHeartRateRange(let value): body(value)
        case .supportedPowerRange(let value): body(value)
        case .bodySensorLocation(let value): body(value)
        case .heartRateControlPoint(let value): body(value)
        case .rscFeature(let value): body(value)
        case .sensorLocation(let value): body(value)
        case .deviceInformation(let value): body(value)
        case .pnpID(let value): body(value)
        }
    }

    /// What was odd about the bytes.
    @inlinable
    public var issues: DecodingIssues {
        var body = IssuesOf()
        return apply(&body)
    }

    /// Appends the value as a device would send it.
    public func encode(into bytes: inout [UInt8]) {
        var body = Encoded()
        bytes.append(contentsOf: apply(&body))
    }

    /// The number of a field as it stands on the wire, in the field's own step; `nil` when it has none.
    public subscript(field: Field) -> Int64? {
        var body = NumberOf(field: field)
        return apply(&body)
    }
}

@usableFromInline
struct IssuesOf: LayoutBody {
    @inlinable
    init() {}
    @inlinable @inline(__always)
    mutating func callAsFunction<Layout: FieldLayout>(_ value: Layout) -> DecodingIssues { value.issues }
}

private struct Encoded: LayoutBody {
    mutating func callAsFunction<Layout: FieldLayout>(_ value: Layout) -> [UInt8] {
        var bytes: [UInt8] = []
        value.encode(into: &bytes)
        return bytes
    }
}

private struct NumberOf: LayoutBody {
    let field: Field
    mutating func callAsFunction<Layout: FieldLayout>(_ value: Layout) -> Int64? { value[field] }
}
