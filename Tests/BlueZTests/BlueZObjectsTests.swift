import BlueZ
import SensorCodec
import SystemBus
import Testing
import TestSupport

@Suite("What bluetoothd tells of")
struct BlueZObjectsTests {
    private let path = "/org/bluez/hci0/dev_C0_FF_EE_00_00_01"
    private let adapter = "org.bluez.Adapter1"
    private let device = "org.bluez.Device1"
    private var objects = BlueZObjects()

    private func strap() throws -> RemoteDevice { try #require(objects.devices[path]) }

    @Test("an object may have no properties at all")
    mutating func bare() throws {
        objects.add("/org/bluez/hci0", [adapter: [:]], at: 1)
        objects.add(path, [device: [:]], at: 1)
        objects.add(path + "/service0010", ["org.bluez.GattService1": [:]], at: 1)
        objects.add(path + "/service0010/char0011", ["org.bluez.GattCharacteristic1": [:]], at: 1)
        #expect(objects.adapters["/org/bluez/hci0"]?.isPowered == false)
        let strap = try strap()
        #expect(strap.address.description == "C0:FF:EE:00:00:01")
        #expect(strap.adapter == "/org/bluez/hci0")
        #expect(strap.name == nil && strap.rssiDBm == nil && strap.lastSeen == nil && !strap.isConnected)
        #expect(objects.services(of: strap).map(\.handle) == [0x10])
        let characteristic = try #require(objects.characteristics(of: strap).first)
        #expect(characteristic.valueHandle == 0x12 && characteristic.uuid == nil && !characteristic.tellsValues)
    }

    @Test("changes come over what was known; a lost level is none")
    mutating func changes() throws {
        objects.add(path, [device: ["RSSI": .integer(-60), "Name": .string("A"), "Connected": .bool(true)]], at: 5)
        #expect(try strap().lastSeen == 5)
        objects.change(path, device, ["Connected": .bool(false)], lost: ["RSSI"], at: 9)
        #expect(try strap().rssiDBm == nil)
        #expect(try strap().name == "A")
        #expect(try !strap().isConnected)
        #expect(try strap().lastSeen == 5)
        objects.change(path, "org.bluez.Battery1", ["Percentage": .integer(300)], lost: [], at: 9)
        #expect(try strap().batteryPercent == 100)
        objects.remove(path, ["org.bluez.Battery1"])
        #expect(try strap().batteryPercent == nil)
    }

    @Test("a device takes its services and characteristics with it, and nobody else's")
    mutating func removal() {
        let other = "/org/bluez/hci0/dev_C0_FF_EE_00_00_02"
        for path in [path, other] {
            objects.add(path, [device: [:]], at: 1)
            objects.add(path + "/service0010", ["org.bluez.GattService1": [:]], at: 1)
            objects.add(path + "/service0010/char0011", ["org.bluez.GattCharacteristic1": [:]], at: 1)
        }
        objects.remove(path, [device, "org.bluez.Unknown1"])
        #expect(Array(objects.devices.keys) == [other])
        #expect(objects.services.count == 1 && objects.characteristics.count == 1)
        objects.remove(path, [device])
    }

    @Test("the control characters of a name do not come through, however long it is")
    mutating func names() throws {
        for name in [
            String(repeating: "\u{1B}[31m", count: 49) + "xyz", "\u{9B}2J\u{85}\u{7F}",
            String(repeating: "\u{202E}", count: 82),
            "a\nb\r\0c", String(repeating: "ü", count: 124),
        ] {
            objects.add(path, [device: ["Name": .string(name)]], at: 1)
            let scalars = try (strap().name ?? "").unicodeScalars
            #expect(!scalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E })
        }
    }

    @Test("properties of absurd types change nothing")
    mutating func absurd() throws {
        objects.add(
            path,
            [device: ["Name": .string("A"), "Connected": .bool(true), "UUIDs": .strings(["180d"])]],
            at: 1
        )
        let before = try strap()
        let names = [
            "Name", "Connected", "ServicesResolved", "Trusted", "Paired", "UUIDs", "AddressType", "Adapter", "Alias",
        ]
        for value in [.integer(.min), .double(.nan), .array([]), .dictionary(["a": .bool(true)]), .bytes([0xFF])]
            as [BusValue]
        {
            objects.add(path, [device: Dictionary(uniqueKeysWithValues: names.map { ($0, value) })], at: 2)
            objects.change(
                path,
                device,
                Dictionary(uniqueKeysWithValues: names.map { ($0, value) }),
                lost: names,
                at: 2
            )
            #expect(try strap() == before)
        }
        for value in [.integer(.min), .integer(.max), .string("x"), .dictionary(["1826": .string("no octets")])]
            as [BusValue]
        {
            objects.change(path, device, ["RSSI": value, "ServiceData": value], lost: [], at: 3)
            objects.add(
                "/org/bluez/hci0",
                [adapter: ["Powered": value, "Address": value, "Discovering": value]],
                at: 3
            )
        }
        #expect(objects.adapters["/org/bluez/hci0"]?.isPowered == false)
    }

    @Test(
        "odd paths are nobody's",
        arguments: [
            "/", "", "/org/bluez/hci0", "/org/bluez/hci0/dev_", "/org/bluez/hci0/dev_C0_FF_EE_00_00",
            "/org/bluez/hci0/dev_C0_FF_EE_00_00_01_02", "/org/bluez/hci0/dev_XX_FF_EE_00_00_01",
            "/org/bluez/hci0/dev_c0_ff_ee_00_00_01", "/hci0/dev_C0_FF_EE_00_00_01",
            "/org/bluez/hci0/dev_C0_FF_EE_00_00_01/sep1",
        ]
    )
    func paths(path: String) {
        var objects = BlueZObjects()
        objects.add(path, [device: ["Name": .string("A")]], at: 1)
        objects.change(path, device, ["Connected": .bool(true)], lost: [], at: 1)
        objects.remove(path, [device])
        objects.add(path, ["org.bluez.Battery1": ["Percentage": .integer(1)]], at: 1)
        #expect(objects.devices.isEmpty)
    }

    @Test("a crowd is bounded, and does not push out whoever is connected, trusted, or heard last")
    mutating func flood() throws {
        objects.add(path, [device: ["Connected": .bool(true)]], at: 0)
        for number in 0..<2500 {
            let address = BluetoothAddress(rawValue: UInt64(number)).description.replacing(":", with: "_")
            let path = "/org/bluez/hci0/dev_\(address)"
            objects.add(path, [device: ["RSSI": .integer(-80), "Trusted": .bool(number == 3)]], at: Int64(number))
            for handle in 0..<4 {
                objects.add(path + "/service000\(handle)", ["org.bluez.GattService1": [:]], at: 1)
                objects.add(path + "/service0001/char000\(handle)", ["org.bluez.GattCharacteristic1": [:]], at: 1)
            }
        }
        for number in 0..<1000 { objects.add("/org/bluez/hci\(number)", [adapter: [:]], at: 1) }
        #expect(objects.devices.count <= 1024 && objects.devices.count > 800)
        #expect(objects.services.count <= 8192 && objects.characteristics.count <= 8192)
        #expect(objects.adapters.count == 64)
        #expect(objects.passedOverCount > 0)
        _ = try strap()
        #expect(objects.devices["/org/bluez/hci0/dev_00_00_00_00_00_03"] != nil)
        #expect(objects.devices["/org/bluez/hci0/dev_00_00_00_00_09_C3"] != nil)
    }
}

@Suite("What the errors of bluetoothd mean")
struct LinkTroubleTests {
    /// Source: what bluetoothd 5.66 was seen to answer, and its source up to 5.87.
    static let table: [(String, String, LinkTrouble)] = [
        ("org.bluez.Error.Failed", "le-connection-abort-by-local", .attemptFailed),
        ("org.bluez.Error.Failed", "Software caused connection abort", .attemptFailed),
        ("org.bluez.Error.Failed", "Operation already in progress", .underway),
        ("org.bluez.Error.InProgress", "In Progress", .underway),
        ("org.bluez.Error.InProgress", "Operation already in progress", .underway),
        ("org.bluez.Error.AlreadyConnected", "Already Connected", .underway),
        ("org.bluez.Error.Failed", "br-connection-canceled", .cancelled),
        ("org.bluez.Error.Failed", "br-connection-profile-unavailable", .wrongRadio),
        ("org.bluez.Error.Failed", "br-connection-page-timeout", .wrongRadio),
        ("org.bluez.Error.Failed", "Input/output error", .adapterNotReady),
        ("org.bluez.Error.NotReady", "Resource Not Ready", .adapterNotReady),
        ("org.bluez.Error.Failed", "Not connected", .notConnected),
        ("org.bluez.Error.NotConnected", "Not Connected", .notConnected),
        ("org.bluez.Error.Failed", "Operation failed with ATT error: 0x80", .attemptFailed),
        ("org.bluez.Error.Failed", "Operation failed with ATT error: 0x0f", .needsPairing),
        ("org.bluez.Error.NotPermitted", "Not paired", .needsPairing),
        ("org.bluez.Error.NotAuthorized", "", .needsPairing),
        ("org.bluez.Error.AuthenticationFailed", "Authentication Failed", .needsPairing),
        ("org.bluez.Error.NotPermitted", "Notify acquired", .taken),
        ("org.bluez.Error.NotPermitted", "Write not permitted", .notSupported),
        ("org.bluez.Error.NotSupported", "Operation is not supported", .notSupported),
        ("org.bluez.Error.DoesNotExist", "Does Not Exist", .forgotten),
        ("org.freedesktop.DBus.Error.UnknownObject", "", .forgotten),
        ("org.freedesktop.DBus.Error.UnknownMethod", "doesn't exist", .forgotten),
        ("org.freedesktop.DBus.Error.NoReply", "Method call timed out", .noAnswer),
        ("org.freedesktop.DBus.Error.Timeout", "", .noAnswer),
        ("org.freedesktop.DBus.Error.ServiceUnknown", "", .noService),
        ("org.freedesktop.DBus.Error.Disconnected", "", .noService),
        ("org.freedesktop.DBus.Error.Spawn.ChildExited", "", .noService),
        ("org.freedesktop.DBus.Error.AccessDenied", "", .notPermitted),
        ("org.bluez.Error.InvalidArguments", "Invalid Length", .unknown),
        ("org.example.New", "", .unknown),
        ("", "", .unknown),
    ]

    @Test("each is a next step")
    func meanings() {
        for (name, message, trouble) in Self.table {
            #expect(LinkTrouble(BusError(name: name, message: message)) == trouble, "\(name) \(message)")
        }
    }
}
