/// The characteristics and descriptors that Steady names, by their assigned numbers.
///
/// Source: Bluetooth Assigned Numbers, 3.8.1 (characteristics) and 3.7 (descriptors).
public enum Characteristic {
    /// What a device calls itself (Generic Access Service).
    public static let deviceName = BluetoothUUID(0x2A00)
    /// See ``BatteryLevel``.
    public static let batteryLevel = BluetoothUUID(0x2A19)
    /// See ``HeartRateMeasurement``.
    public static let heartRateMeasurement = BluetoothUUID(0x2A37)
    /// See ``TreadmillData``.
    public static let treadmillData = BluetoothUUID(0x2ACD)

    /// The name of an assigned number, or `nil` for one that no sensor of ours uses.
    public static func name(of uuid: BluetoothUUID) -> String? {
        uuid.short.flatMap { names[$0] }
    }

    private static let names: [UInt16: String] = [
        0x2902: "Client Characteristic Configuration",
        0x2A00: "Device Name",
        0x2A01: "Appearance",
        0x2A05: "Service Changed",
        0x2A19: "Battery Level",
        0x2A24: "Model Number String",
        0x2A25: "Serial Number String",
        0x2A26: "Firmware Revision String",
        0x2A27: "Hardware Revision String",
        0x2A28: "Software Revision String",
        0x2A29: "Manufacturer Name String",
        0x2A37: "Heart Rate Measurement",
        0x2A38: "Body Sensor Location",
        0x2A39: "Heart Rate Control Point",
        0x2A50: "PnP ID",
        0x2A53: "RSC Measurement",
        0x2A54: "RSC Feature",
        0x2ACC: "Fitness Machine Feature",
        0x2ACD: "Treadmill Data",
        0x2ACE: "Cross Trainer Data",
        0x2ACF: "Step Climber Data",
        0x2AD0: "Stair Climber Data",
        0x2AD1: "Rower Data",
        0x2AD2: "Indoor Bike Data",
        0x2AD3: "Training Status",
        0x2AD4: "Supported Speed Range",
        0x2AD5: "Supported Inclination Range",
        0x2AD6: "Supported Resistance Level Range",
        0x2AD7: "Supported Heart Rate Range",
        0x2AD8: "Supported Power Range",
        0x2AD9: "Fitness Machine Control Point",
        0x2ADA: "Fitness Machine Status",
    ]
}

/// A decoded characteristic value.
public enum CharacteristicValue: Equatable, Sendable {
    case heartRateMeasurement(HeartRateMeasurement)
    case treadmillData(TreadmillData)
    case batteryLevel(BatteryLevel)

    /// Decodes a value of a characteristic; `nil` for one that Steady does not read.
    @inline(__always)
    public init?(decoding bytes: Span<UInt8>, of characteristic: BluetoothUUID) throws(DecodingFailure) {
        switch characteristic.short {
        case 0x2A37: self = .heartRateMeasurement(try HeartRateMeasurement(decoding: bytes))
        case 0x2ACD: self = .treadmillData(try TreadmillData(decoding: bytes))
        case 0x2A19: self = .batteryLevel(try BatteryLevel(decoding: bytes))
        default: return nil
        }
    }

    /// What was odd about the bytes.
    public var issues: DecodingIssues {
        switch self {
        case .heartRateMeasurement(let value): value.issues
        case .treadmillData(let value): value.issues
        case .batteryLevel(let value): value.issues
        }
    }
}
