/// The registry of the UUIDs that Steady names: services, characteristics and descriptors by their assigned numbers.
///
/// Source: Bluetooth Assigned Numbers, 3.4 (services), 3.7 (descriptors) and 3.8 (characteristics).
public enum Characteristic {
    public static let deviceName = BluetoothUUID(0x2A00)
    public static let batteryLevel = BluetoothUUID(0x2A19)
    public static let modelNumber = BluetoothUUID(0x2A24)
    public static let firmwareRevision = BluetoothUUID(0x2A26)
    public static let manufacturerName = BluetoothUUID(0x2A29)
    public static let heartRateMeasurement = BluetoothUUID(0x2A37)
    public static let rscMeasurement = BluetoothUUID(0x2A53)
    public static let treadmillData = BluetoothUUID(0x2ACD)
    public static let crossTrainerData = BluetoothUUID(0x2ACE)
    public static let stepClimberData = BluetoothUUID(0x2ACF)
    public static let stairClimberData = BluetoothUUID(0x2AD0)
    public static let rowerData = BluetoothUUID(0x2AD1)
    public static let indoorBikeData = BluetoothUUID(0x2AD2)
}

/// The services by which sensors are told apart.
public enum Service {
    public static let heartRate = BluetoothUUID(0x180D)
    public static let runningSpeedAndCadence = BluetoothUUID(0x1814)
    public static let fitnessMachine = BluetoothUUID(0x1826)
}

extension BluetoothUUID {
    /// The name of an assigned number, or `nil` for one that no sensor of ours uses.
    public var name: String? { short.flatMap { Self.names[$0] } }

    private static let names: [UInt16: String] = [
        // Services.
        0x1800: "Generic Access",
        0x1801: "Generic Attribute",
        0x180A: "Device Information",
        0x180D: "Heart Rate",
        0x180F: "Battery",
        0x1814: "Running Speed and Cadence",
        0x1816: "Cycling Speed and Cadence",
        0x1818: "Cycling Power",
        0x181C: "User Data",
        0x1826: "Fitness Machine",
        // Declarations and descriptors.
        0x2800: "Primary Service",
        0x2801: "Secondary Service",
        0x2802: "Include",
        0x2803: "Characteristic",
        0x2900: "Characteristic Extended Properties",
        0x2901: "Characteristic User Description",
        0x2902: "Client Characteristic Configuration",
        0x2904: "Characteristic Presentation Format",
        // Characteristics.
        0x2A00: "Device Name",
        0x2A01: "Appearance",
        0x2A04: "Peripheral Preferred Connection Parameters",
        0x2A05: "Service Changed",
        0x2A19: "Battery Level",
        0x2A23: "System ID",
        0x2A24: "Model Number String",
        0x2A25: "Serial Number String",
        0x2A26: "Firmware Revision String",
        0x2A27: "Hardware Revision String",
        0x2A28: "Software Revision String",
        0x2A29: "Manufacturer Name String",
        0x2A2A: "IEEE 11073-20601 Regulatory Certification Data List",
        0x2A37: "Heart Rate Measurement",
        0x2A38: "Body Sensor Location",
        0x2A39: "Heart Rate Control Point",
        0x2A50: "PnP ID",
        0x2A53: "RSC Measurement",
        0x2A54: "RSC Feature",
        0x2A55: "SC Control Point",
        0x2A5D: "Sensor Location",
        0x2AA6: "Central Address Resolution",
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
