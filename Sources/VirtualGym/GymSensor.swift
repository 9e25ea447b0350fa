public import SensorCodec

/// A sensor of the virtual gym, as whoever connects to it finds it.
public struct GymSensor: Equatable, Sendable {
    /// What it measures.
    public var kind: SensorKind
    /// A static random address, made up. Source: Core Specification, Vol 6, Part B, 1.3.2.1.
    public var address: BluetoothAddress
    /// The name that it gives itself.
    public var name: String
    /// Its services, in the order of their handles.
    public var services: [Service]
    /// Its characteristics, in the order of their handles.
    public var characteristics: [Value]

    /// A primary service.
    public struct Service: Equatable, Sendable {
        /// The handle of its declaration.
        public var handle: UInt16
        /// What it is.
        public var uuid: BluetoothUUID
    }

    /// A characteristic. Its declaration stands just before its value.
    public struct Value: Equatable, Sendable {
        /// The handle of the value.
        public var handle: UInt16
        /// What it is.
        public var uuid: BluetoothUUID
        /// What may be done with it. Source: Core Specification, Vol 3, Part G, 3.3.1.1.
        public var properties: UInt8

        static let read: UInt8 = 0x02
        static let notify: UInt8 = 0x10
    }

    /// The handle of a characteristic's value; `nil` for one that the sensor does not have.
    public func handle(of characteristic: BluetoothUUID) -> UInt16? {
        characteristics.first { $0.uuid == characteristic }?.handle
    }
}

// MARK: - The sensors that there are

extension GymSensor {
    /// A chest strap, which tells every beat.
    public static let strap = heartRate(address: 0xD05E_57EA_D101, name: "Demo strap")
    /// An optical sensor on the arm: it tells no beats, and may count steps for them.
    public static let armband = heartRate(address: 0xD05E_57EA_D103, name: "Demo armband")

    /// A treadmill.
    public static let treadmill = GymSensor(
        kind: .treadmill,
        address: BluetoothAddress(rawValue: 0xD05E_57EA_D102),
        name: "Demo treadmill",
        services: [Service(handle: 0x30, uuid: SensorKind.treadmill.service)],
        characteristics: [
            Value(handle: 0x32, uuid: GymCharacteristic.fitnessMachineFeature, properties: Value.read),
            Value(handle: 0x34, uuid: Characteristic.treadmillData, properties: Value.notify),
            Value(handle: 0x37, uuid: GymCharacteristic.supportedSpeedRange, properties: Value.read),
            Value(handle: 0x39, uuid: GymCharacteristic.supportedInclinationRange, properties: Value.read),
            Value(handle: 0x3B, uuid: GymCharacteristic.fitnessMachineStatus, properties: Value.notify),
        ]
    )

    private static func heartRate(address: UInt64, name: String) -> GymSensor {
        GymSensor(
            kind: .heartRate,
            address: BluetoothAddress(rawValue: address),
            name: name,
            services: [
                Service(handle: 0x10, uuid: SensorKind.heartRate.service),
                Service(handle: 0x20, uuid: GymCharacteristic.batteryService),
            ],
            characteristics: [
                Value(handle: 0x12, uuid: Characteristic.heartRateMeasurement, properties: Value.notify),
                Value(handle: 0x15, uuid: GymCharacteristic.bodySensorLocation, properties: Value.read),
                Value(handle: 0x22, uuid: Characteristic.batteryLevel, properties: Value.read | Value.notify),
            ]
        )
    }
}

/// Assigned numbers that only the gym's own sensors call for. Source: Bluetooth Assigned Numbers, 3.4 and 3.8.
enum GymCharacteristic {
    static let batteryService = BluetoothUUID(0x180F)
    static let bodySensorLocation = BluetoothUUID(0x2A38)
    static let fitnessMachineFeature = BluetoothUUID(0x2ACC)
    static let supportedSpeedRange = BluetoothUUID(0x2AD4)
    static let supportedInclinationRange = BluetoothUUID(0x2AD5)
    static let fitnessMachineStatus = BluetoothUUID(0x2ADA)
}
