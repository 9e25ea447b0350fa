public import SensorCodec

/// What a recording tells of a sensor when it is connected, so that a reader can name it and its values.
public struct RecordedDevice: Equatable, Sendable {
    /// Its address.
    public var address: BluetoothAddress
    /// The address is one that the device made up, not one that was assigned to its maker.
    /// Source: Core Specification, Vol 6, Part B, 1.3.
    public var isAddressRandom: Bool
    /// Its name as it came over the air; `nil` when it is not known. Kept up to ``RecordingWriter/nameOctets``.
    public var name: String?
    /// Its primary services, in any order.
    public var services: [RecordedService]
    /// Its characteristics, in any order.
    public var characteristics: [RecordedCharacteristic]

    /// A device with what is known of it.
    public init(
        address: BluetoothAddress,
        isAddressRandom: Bool,
        name: String?,
        services: [RecordedService] = [],
        characteristics: [RecordedCharacteristic] = []
    ) {
        self.address = address
        self.isAddressRandom = isAddressRandom
        self.name = name
        self.services = services
        self.characteristics = characteristics
    }
}

/// A primary service of a device: which handles belong to it.
public struct RecordedService: Equatable, Sendable {
    /// The handle of its declaration, from 1 on; a service under 0 is left out.
    public var handle: UInt16
    /// The last handle that belongs to it; `nil` when it is not known (bluetoothd does not tell): then it ends where
    /// the next service begins.
    public var lastHandle: UInt16?
    /// What it is.
    public var uuid: BluetoothUUID

    /// A service of these handles.
    public init(handle: UInt16, lastHandle: UInt16? = nil, uuid: BluetoothUUID) {
        self.handle = handle
        self.lastHandle = lastHandle
        self.uuid = uuid
    }
}

/// A characteristic of a device: what a handle stands for.
public struct RecordedCharacteristic: Equatable, Sendable {
    /// The handle of its declaration, from 1 on; a characteristic under 0 is left out.
    public var handle: UInt16
    /// The handle of its value, the one after the declaration's.
    public var valueHandle: UInt16
    /// What may be done with it: 0x02 read, 0x04 write without response, 0x08 write, 0x10 notify, 0x20 indicate.
    /// Source: Core Specification, Vol 3, Part G, 3.3.1.1.
    public var properties: UInt8
    /// What it is.
    public var uuid: BluetoothUUID

    /// A characteristic of these handles.
    public init(handle: UInt16, valueHandle: UInt16, properties: UInt8, uuid: BluetoothUUID) {
        self.handle = handle
        self.valueHandle = valueHandle
        self.properties = properties
        self.uuid = uuid
    }
}
