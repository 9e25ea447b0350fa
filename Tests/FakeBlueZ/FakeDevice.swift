import SensorCodec
import SystemBus

/// An adapter as the fake keeps it.
final class FakeAdapter {
    let path: String
    let address: BluetoothAddress
    var isPowered = true
    var isBlocked = false
    /// Who searches.
    var discoverers: Set<String> = []
    /// Who registered a profile, and for which services.
    var profiles: [String: [String]] = [:]

    init(_ number: Int) {
        path = "/org/bluez/hci\(number)"
        address = BluetoothAddress(rawValue: 0x0000_0000_A000 + UInt64(number))
    }

    var isDiscovering: Bool { isPowered && !discoverers.isEmpty }

    var properties: BusProperties {
        [
            "Address": .string(address.description), "AddressType": .string("public"), "Powered": .bool(isPowered),
            "Discovering": .bool(isDiscovering), "Name": .string("machine"),
        ]
    }
}

/// A device as the fake bluetoothd keeps it.
final class FakeDevice {
    let path: String
    let adapter: FakeAdapter
    let sensor: FakeSensor
    var isTrusted = false
    /// True when it is connected again by itself, as long as it is trusted.
    var isArmed = false
    var isPaired = false
    var isConnected = false
    var isResolved = false
    /// The link is left from a bluetoothd that crashed: nothing more comes over it.
    var isZombie = false
    /// The services were told, and are kept after a drop.
    var hasAttributes = false
    /// An attempt, its own or ours, has met the sensor.
    var isEstablishing = false
    var isDisconnecting = false
    /// The call that waits for a link.
    var attempt: HeldCall?
    /// When it was heard or connected last.
    var lastActive: Int64
    var rssiDBm: Int64?
    /// By the number of a characteristic: who listens.
    var listeners: [UInt16: Set<String>] = [:]
    var acquired: [UInt16: Acquired] = [:]

    init(_ sensor: FakeSensor, on adapter: FakeAdapter, at now: Int64) {
        self.sensor = sensor
        self.adapter = adapter
        lastActive = now
        path = Self.path(of: sensor, on: adapter)
    }

    static func path(of sensor: FakeSensor, on adapter: FakeAdapter) -> String {
        adapter.path + "/dev_" + sensor.address.description.replacing(":", with: "_")
    }

    static func uuid(_ short: UInt16) -> String {
        let digits = String(short, radix: 16)
        return "0000" + String(repeating: "0", count: 4 - digits.count) + digits + "-0000-1000-8000-00805f9b34fb"
    }

    private static func hex(_ handle: UInt16) -> String {
        let digits = String(handle, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    func path(ofService service: UInt16) -> String {
        let first = sensor.characteristics.filter { $0.service == service }.map(\.handle).min() ?? 1
        return path + "/service" + Self.hex(first - 1)
    }

    func path(of characteristic: FakeCharacteristic) -> String {
        path(ofService: characteristic.service) + "/char" + Self.hex(characteristic.handle)
    }

    var properties: BusProperties {
        var properties: BusProperties = [
            "Address": .string(sensor.address.description), "AddressType": .string("random"),
            "Alias": .string(sensor.name ?? ""), "Paired": .bool(isPaired), "Trusted": .bool(isTrusted),
            "Connected": .bool(isConnected), "ServicesResolved": .bool(isResolved), "Blocked": .bool(false),
            "Adapter": .string(adapter.path),
        ]
        if sensor.advertisesDataOnly {
            properties["ServiceData"] = .dictionary([FakeDevice.uuid(0x1826): .bytes([1, 1, 0])])
        } else {
            properties["UUIDs"] = .strings(sensor.services.map(Self.uuid))
        }
        if let name = sensor.name { properties["Name"] = .string(name) }
        if let rssiDBm { properties["RSSI"] = .integer(rssiDBm) }
        return properties
    }

    /// Its services and characteristics with their paths, in the order of their handles.
    var attributes: [(path: String, interfaces: [String: BusProperties])] {
        var list: [(path: String, interfaces: [String: BusProperties])] = []
        for service in sensor.services {
            let properties: BusProperties = [
                "UUID": .string(Self.uuid(service)), "Primary": .bool(true), "Device": .string(path),
            ]
            list.append((path(ofService: service), ["org.bluez.GattService1": properties]))
        }
        for characteristic in sensor.characteristics {
            let properties: BusProperties = [
                "UUID": .string(Self.uuid(characteristic.uuid)), "Flags": .strings(characteristic.flags),
                "Service": .string(path(ofService: characteristic.service)), "Value": .bytes(characteristic.value),
                "Notifying": .bool(!(listeners[characteristic.uuid] ?? []).isEmpty),
            ]
            list.append((path(of: characteristic), ["org.bluez.GattCharacteristic1": properties]))
        }
        return list
    }
}

/// One end of a way for packets, in a box.
final class Acquired {
    let near: Descriptor
    init(_ near: consuming Descriptor) { self.near = near }
}

/// A call that is answered later.
final class HeldCall {
    let message: BusMessage
    init(_ message: borrowing BusMessage) { self.message = message.retained() }
}
