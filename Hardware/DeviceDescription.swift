public import SensorCodec

/// What is known of a device so far.
///
/// Everything is optional: an advertisement tells the name and some services, the discovery the rest of them, and
/// reads of Device Information the strings, each of which may fail. Fill it in bit by bit and look the profile up again.
public struct DeviceDescription: Equatable, Sendable {
    /// The advertised local name or the Device Name (2A00).
    public var name: String?
    /// The services seen, advertised or discovered; `nil` while no list of them was seen.
    public var services: Set<BluetoothUUID>?
    /// The characteristics discovered; `nil` before the discovery.
    public var characteristics: Set<BluetoothUUID>?
    /// Manufacturer Name String (2A29).
    public var manufacturerName: String?
    /// Model Number String (2A24).
    public var modelNumber: String?
    /// Firmware Revision String (2A26).
    public var firmwareRevision: String?

    /// What is known so far.
    public init(
        name: String? = nil,
        services: Set<BluetoothUUID>? = nil,
        characteristics: Set<BluetoothUUID>? = nil,
        manufacturerName: String? = nil,
        modelNumber: String? = nil,
        firmwareRevision: String? = nil
    ) {
        self.name = name
        self.services = services
        self.characteristics = characteristics
        self.manufacturerName = manufacturerName
        self.modelNumber = modelNumber
        self.firmwareRevision = firmwareRevision
    }

    /// Has this service been seen?
    func offers(service: BluetoothUUID) -> Bool { services?.contains(service) ?? false }

    /// Has this characteristic been seen?
    func offers(_ characteristic: BluetoothUUID) -> Bool { characteristics?.contains(characteristic) ?? false }
}
