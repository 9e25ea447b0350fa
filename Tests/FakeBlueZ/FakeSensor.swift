public import SensorCodec

/// A sensor as it stands in the room: it advertises, is linked or not, and knows nothing of bluetoothd.
public final class FakeSensor {
    /// How an attempt to connect ends.
    public enum Outcome: Sendable {
        case success
        /// As when the first packets are lost: `le-connection-abort-by-local`, without any link.
        case abort
        /// There is a link for a moment.
        case dropsInSetup
        /// bluetoothd says success, and there is no link.
        case successWithoutLink
        /// Any error of bluetoothd.
        case error(String, String)
        /// There is a link, but its services never come.
        case unresolved
    }

    /// Its address.
    public let address: BluetoothAddress
    /// The name it advertises, if any.
    public var name: String?
    /// True while its battery lasts and it is in reach.
    public var isOn = true
    /// True while it sends values over a link, four times in a real second.
    public var isSending = true
    /// True when it wants keys before it sends anything.
    public var needsPairing = false
    /// True when it refuses to exchange keys.
    public var refusesPairing = false
    /// How the next attempts end; after these they end well.
    public var outcomes: [Outcome] = []
    /// How all attempts end, when not as in ``outcomes``.
    public var lastingOutcome = Outcome.success
    /// What it offers.
    public var characteristics: [FakeCharacteristic]
    /// Its battery in percent, if it tells.
    public var batteryPercent: UInt8?
    /// True to tell its services at nobody's asking but in the data of an advertisement.
    public var advertisesDataOnly = false
    /// The path of the adapter it is linked to.
    public internal(set) var linkedTo: String?
    /// Values that it has sent.
    public internal(set) var sentCount = 0

    /// A sensor with characteristics.
    public init(_ address: BluetoothAddress, name: String?, _ characteristics: [FakeCharacteristic]) {
        self.address = address
        self.name = name
        self.characteristics = characteristics
    }

    /// A strap.
    public static func strap(_ address: BluetoothAddress, name: String? = "Strap") -> FakeSensor {
        FakeSensor(
            address,
            name: name,
            [
                FakeCharacteristic(0x2A37, of: 0x180D, handle: 0x0011, ["notify"]),
                FakeCharacteristic(0x2A38, of: 0x180D, handle: 0x0014, ["read"], value: [1]),
                FakeCharacteristic(0x2A29, of: 0x180A, handle: 0x0021, ["read"], value: Array("Maker".utf8)),
            ]
        )
    }

    /// A treadmill; its control point answers everything with success.
    public static func treadmill(_ address: BluetoothAddress, name: String? = "Treadmill") -> FakeSensor {
        let control = FakeCharacteristic(0x2AD9, of: 0x1826, handle: 0x0020, ["write", "indicate"])
        control.respond = { [0x80, $0.first ?? 0, 1] }
        return FakeSensor(
            address,
            name: name,
            [
                FakeCharacteristic(0x2ACC, of: 0x1826, handle: 0x0011, ["read"], value: [3, 0, 0, 0, 0, 0, 0, 0]),
                FakeCharacteristic(0x2ACD, of: 0x1826, handle: 0x0013, ["notify"]),
                FakeCharacteristic(0x2AD3, of: 0x1826, handle: 0x0016, ["read", "notify"], value: [0, 1]),
                FakeCharacteristic(0x2ADA, of: 0x1826, handle: 0x0019, ["notify"]),
                control,
            ]
        )
    }

    /// The services it has.
    var services: [UInt16] { Set(characteristics.map(\.service)).sorted() }

    /// What it measures next: no two in a row are equal.
    func nextValue() -> (uuid: UInt16, bytes: [UInt8])? {
        sentCount += 1
        let step = UInt8(60 + sentCount % 120)
        for characteristic in characteristics {
            if characteristic.uuid == 0x2A37 { return (0x2A37, [0, step]) }
            if characteristic.uuid == 0x2ACD { return (0x2ACD, [0, 0, step, 3]) }
        }
        return nil
    }
}

/// A characteristic of a sensor.
public final class FakeCharacteristic {
    /// What it is, and what it belongs to.
    public let uuid: UInt16
    public let service: UInt16
    /// The handle that it is declared under.
    public let handle: UInt16
    /// What may be done with it.
    public let flags: [String]
    /// What reading it brings.
    public var value: [UInt8]
    /// What is indicated after a write.
    public var respond: (([UInt8]) -> [UInt8]?)?
    /// What was written.
    public internal(set) var written: [[UInt8]] = []

    /// A characteristic.
    public init(_ uuid: UInt16, of service: UInt16, handle: UInt16, _ flags: [String], value: [UInt8] = []) {
        self.uuid = uuid
        self.service = service
        self.handle = handle
        self.flags = flags
        self.value = value
    }
}
