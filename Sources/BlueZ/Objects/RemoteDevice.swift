public import SensorCodec
import SystemBus

/// A device in reach or remembered, as bluetoothd tells of it.
public struct RemoteDevice: Equatable, Sendable {
    /// Its path on the bus.
    public let path: String
    /// The path of the adapter that knows it.
    public let adapter: String
    /// Its address.
    public let address: BluetoothAddress
    /// True when the address is a random one (static or private).
    public internal(set) var hasRandomAddress = false
    /// Its name, without control characters; `nil` when it tells none.
    public internal(set) var name: String?
    /// How strong it was heard last, in dBm; `nil` when it is not being heard.
    public internal(set) var rssiDBm: Int?
    /// The services that it advertises or has.
    public internal(set) var services: Set<BluetoothUUID> = []
    /// What it advertises as the data of the Fitness Machine service.
    public internal(set) var fitnessMachineData: [UInt8]?
    /// True while there is a link.
    public internal(set) var isConnected = false
    /// True once its services are known to bluetoothd.
    public internal(set) var isResolved = false
    /// True when bluetoothd may connect it by itself.
    public internal(set) var isTrusted = false
    /// True when keys were exchanged.
    public internal(set) var isPaired = false
    /// Its battery in percent, 0 to 100.
    public internal(set) var batteryPercent: Int?
    /// When it was heard last, in microseconds of the monotonic clock.
    public internal(set) var lastSeen: Int64?

    init(_ place: DevicePath) {
        path = place.path
        adapter = place.adapter
        address = place.address
    }

    mutating func apply(_ properties: BusProperties, at now: Int64) {
        if let text = properties["Name"]?.string { name = Self.clean(text) }
        if let kind = properties["AddressType"]?.string { hasRandomAddress = kind == "random" }
        if let list = properties["UUIDs"]?.strings { services = Set(list.compactMap { BluetoothUUID($0) }) }
        if let value = properties["Connected"]?.bool { isConnected = value }
        if let value = properties["ServicesResolved"]?.bool { isResolved = value }
        if let value = properties["Trusted"]?.bool { isTrusted = value }
        if let value = properties["Paired"]?.bool { isPaired = value }
        applyAdvertisement(properties, at: now)
    }

    /// Only what is advertised tells that a device is in reach.
    private mutating func applyAdvertisement(_ properties: BusProperties, at now: Int64) {
        if let level = properties["RSSI"]?.integer { rssiDBm = Int(level) }
        if let data = properties["ServiceData"]?.dictionary {
            for (service, value) in data where BluetoothUUID(service) == Service.fitnessMachine {
                fitnessMachineData = value.bytes
                services.insert(Service.fitnessMachine)
            }
        }
        let advertised = ["RSSI", "ServiceData", "ManufacturerData"]
        if advertised.contains(where: { properties[$0] != nil }) { lastSeen = now }
    }

    mutating func applyBattery(_ properties: BusProperties) {
        if let percent = properties["Percentage"]?.integer { batteryPercent = Int(min(max(percent, 0), 100)) }
    }

    private static func clean(_ text: String) -> String? {
        let name = PrintableText.text(Array(text.utf8).span)
        return name.isEmpty ? nil : name
    }
}

/// A service of a device.
public struct RemoteService: Equatable, Sendable {
    /// Its path on the bus.
    public let path: String
    /// The path of its device.
    public let device: String
    /// What it is.
    public let uuid: BluetoothUUID?
    /// True for a service that is not only a part of another.
    public let isPrimary: Bool
    /// The handle it is declared under; `nil` when the path does not tell.
    public let handle: UInt16?

    init(path: String, device: String, _ properties: BusProperties) {
        self.path = path
        self.device = device
        uuid = properties["UUID"]?.string.flatMap { BluetoothUUID($0) }
        isPrimary = properties["Primary"]?.bool ?? true
        handle = path.handle(behind: "service")
    }
}

/// A characteristic of a device.
public struct RemoteCharacteristic: Equatable, Sendable {
    /// Its path on the bus.
    public let path: String
    /// The path of its device.
    public let device: String
    /// What it is.
    public let uuid: BluetoothUUID?
    /// What may be done with it, in bluetoothd's words: `read`, `notify`, `indicate`, `write`.
    public let flags: Set<String>
    /// True when some program listened to it when bluetoothd told of it; not followed from then on.
    public let wasNotifying: Bool
    /// The handle it is declared under; its value has the next one. `nil` when the path does not tell.
    public let handle: UInt16?

    init(path: String, device: String, _ properties: BusProperties) {
        self.path = path
        self.device = device
        uuid = properties["UUID"]?.string.flatMap { BluetoothUUID($0) }
        flags = Set(properties["Flags"]?.strings ?? [])
        wasNotifying = properties["Notifying"]?.bool ?? false
        handle = path.handle(behind: "char")
    }

    /// The path of the service it belongs to.
    public var service: String { String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]) }
    /// The handle of its value.
    public var valueHandle: UInt16? { handle.flatMap { $0 < .max ? $0 + 1 : nil } }
    /// True when its values come by themselves.
    public var tellsValues: Bool { flags.contains("notify") || flags.contains("indicate") }
}

extension String {
    /// The number at the end of a path, such as 0x0010 of `…/char0010`.
    fileprivate func handle(behind word: String) -> UInt16? {
        guard let last = split(separator: "/").last, last.hasPrefix(word) else { return nil }
        return UInt16(last.dropFirst(word.count), radix: 16)
    }
}
