import SensorCodec
import SystemBus
import Testing

@testable import BlueZ

@Suite("Which sensors are the runner's")
struct SensorChooserTests {
    private static let heartRate: UInt16 = 0x180D
    private static let fitnessMachine: UInt16 = 0x1826
    private static let running: UInt16 = 0x1814

    private func device(_ number: Int, _ services: UInt16..., data: [UInt8]? = nil) -> RemoteDevice {
        let address = BluetoothAddress(rawValue: 0xC0FF_EE00_0000 + UInt64(number))
        var device = RemoteDevice(DevicePath(adapter: "/org/bluez/hci0", address))
        var properties: BusProperties = ["UUIDs": .strings(services.map { BluetoothUUID($0).fullText })]
        if let data {
            properties["ServiceData"] = .dictionary([BluetoothUUID(Self.fitnessMachine).fullText: .bytes(data)])
        }
        device.apply(properties, at: 0)
        return device
    }

    @Test("the only one of a kind is taken after four seconds, once")
    func only() {
        var chooser = SensorChooser()
        let strap = device(1, Self.heartRate)
        chooser.found(strap, at: 0)
        #expect(chooser.taken(at: 3_999_999).isEmpty)
        chooser.found(strap, at: 3_999_999)
        #expect(chooser.taken(at: 4_000_000) == [strap.address])
        #expect(chooser.taken(at: 4_000_001).isEmpty)
        #expect(chooser.chosen == [.heartRate: strap.address])
        #expect(chooser.isLooking)
        let treadmill = device(2, Self.fitnessMachine)
        chooser.found(treadmill, at: 5_000_000)
        #expect(chooser.taken(at: 9_000_000) == [treadmill.address])
        #expect(!chooser.isLooking)
    }

    @Test("of several none is taken; the runner chooses, and may choose anew")
    func several() {
        var chooser = SensorChooser()
        let (first, second) = (device(1, Self.heartRate), device(2, Self.heartRate))
        chooser.found(first, at: 0)
        chooser.found(second, at: 3_000_000)
        #expect(chooser.needsChoice)
        #expect(chooser.taken(at: 60_000_000).isEmpty)
        #expect(chooser.choice(second.address) == .heartRate)
        #expect(!chooser.needsChoice)
        #expect(chooser.choice(first.address) == .heartRate)
        #expect(chooser.chosen == [.heartRate: first.address])
        #expect(chooser.choice(BluetoothAddress(rawValue: 1)) == nil)
    }

    @Test("what was chosen before stands, whoever else is in reach")
    func chosenBefore() {
        let mine = BluetoothAddress(rawValue: 7)
        var chooser = SensorChooser(chosen: [.heartRate: mine])
        chooser.found(device(1, Self.heartRate), at: 0)
        chooser.found(device(2, Self.heartRate), at: 0)
        #expect(!chooser.needsChoice)
        #expect(chooser.taken(at: 60_000_000).isEmpty)
        #expect(chooser.chosen == [.heartRate: mine])
    }

    @Test("a foot pod is taken only where there is no treadmill")
    func footPod() {
        var alone = SensorChooser()
        let pod = device(3, Self.running)
        alone.found(pod, at: 0)
        var beside = alone
        #expect(alone.taken(at: 4_000_000) == [pod.address])
        beside.found(device(2, Self.fitnessMachine), at: 0)
        #expect(beside.taken(at: 4_000_000).count == 1)
        #expect(beside.chosen[.footPod] == nil)
        var remembered = SensorChooser(chosen: [.treadmill: BluetoothAddress(rawValue: 9)])
        remembered.found(pod, at: 0)
        #expect(remembered.taken(at: 60_000_000).isEmpty)
    }

    @Test("a device is what it advertises: a treadmill with a heart rate is a treadmill, a bicycle is nothing")
    func kinds() {
        #expect(SensorChooser.kind(of: device(1, Self.heartRate)) == .heartRate)
        #expect(SensorChooser.kind(of: device(1, Self.heartRate, Self.fitnessMachine)) == .treadmill)
        #expect(SensorChooser.kind(of: device(1, Self.fitnessMachine, data: [1, 1, 0])) == .treadmill)
        #expect(SensorChooser.kind(of: device(1, Self.fitnessMachine, data: [1, 0x20, 0])) == nil)
        #expect(SensorChooser.kind(of: device(1, Self.fitnessMachine, data: [1, 0, 0])) == .treadmill)
        #expect(SensorChooser.kind(of: device(1, Self.fitnessMachine, data: [])) == .treadmill)
        #expect(SensorChooser.kind(of: device(1, data: [1, 1, 0])) == .treadmill)
        #expect(SensorChooser.kind(of: device(1, Self.running)) == .footPod)
        #expect(SensorChooser.kind(of: device(1, Self.running, Self.heartRate)) == .heartRate)
        #expect(SensorChooser.kind(of: device(1, 0x180F)) == nil)
    }

    @Test("a device that says more of itself later changes its kind, not its place")
    func laterNews() {
        var chooser = SensorChooser()
        chooser.found(device(1, Self.heartRate), at: 0)
        chooser.found(device(2, Self.heartRate), at: 0)
        chooser.found(device(1, Self.heartRate, Self.fitnessMachine), at: 1)
        #expect(chooser.candidates.map(\.kind) == [.treadmill, .heartRate])
        #expect(!chooser.needsChoice)
    }

    @Test("a crowd is bounded, and those who came first stay")
    func crowd() {
        var chooser = SensorChooser()
        for number in 0..<90 { chooser.found(device(number, Self.heartRate), at: Int64(number)) }
        #expect(chooser.candidates.count == 64)
        #expect(chooser.candidates.first?.firstSeen == 0)
        chooser.found(device(89, Self.heartRate), at: 100)
        #expect(chooser.candidates.count == 64)
    }
}

extension SensorChooser {
    fileprivate mutating func taken(at now: Int64) -> [BluetoothAddress] { settle(at: now).map(\.device.address) }
    fileprivate mutating func choice(_ address: BluetoothAddress) -> SensorKind? { choose(address)?.kind }
}

extension BluetoothUUID {
    /// The full form, as bluetoothd writes it.
    fileprivate var fullText: String {
        let digits = String(short ?? 0, radix: 16)
        return "0000" + String(repeating: "0", count: 4 - digits.count) + digits + "-0000-1000-8000-00805f9b34fb"
    }
}
