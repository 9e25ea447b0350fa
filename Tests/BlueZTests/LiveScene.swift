import BlueZ
import EventLoop
import FakeBlueZ
import SensorCodec
import Testing
import UnixIO

/// A link under test, the fake bluetoothd it speaks to, and all that it tells; on one loop.
final class LiveScene {
    static let scale: Int64 = 100
    static let strapAddress = BluetoothAddress(rawValue: 0xC0FF_EE00_0001)
    static let treadmillAddress = BluetoothAddress(rawValue: 0xC0FF_EE00_0002)

    let daemon: PrivateBus
    let loop: EventLoop
    let bluez: FakeBlueZ
    let strap = FakeSensor.strap(strapAddress)
    let treadmill = FakeSensor.treadmill(treadmillAddress)
    let client = Client()
    let link: BlueZLink

    /// A scene in which nothing is followed yet.
    ///
    /// The link is more patient with silence and slow services than it would be, unless it `isImpatient`: a busy machine
    /// may keep the bus from its work for longer than a hundredth of those waits.
    init(acquires: Bool = false, isImpatient: Bool = false, _ prepare: (FakeSensor) -> Void = { _ in }) throws {
        daemon = try PrivateBus()
        loop = try EventLoop()
        bluez = try FakeBlueZ(on: loop, bus: daemon.address, scale: Self.scale, [strap, treadmill])
        prepare(strap)
        let configuration = Self.configuration(daemon.address, acquires: acquires, isImpatient: isImpatient)
        link = BlueZLink(configuration, on: loop, client: client)
    }

    static func configuration(
        _ address: String,
        acquires: Bool = false,
        isImpatient: Bool = false
    ) -> BlueZLink.Configuration {
        var configuration = BlueZLink.Configuration()
        configuration.busAddress = address
        configuration.acquiresNotifications = acquires
        configuration.timing = SupervisorTiming().divided(by: scale)
        if !isImpatient {
            configuration.timing.silence *= 5
            configuration.timing.resolve *= 2
        }
        return configuration
    }

    /// Runs for at most so many seconds of the real bluetoothd; answers the condition.
    func run(seconds: Int64 = 600, until condition: () -> Bool) throws -> Bool {
        try loop.run(
            untilMicroseconds: MonotonicClock.nowMicroseconds + seconds * 1_000_000 / Self.scale,
            or: condition
        )
    }

    /// Runs for so many seconds of the real bluetoothd.
    func run(seconds: Int64) throws { _ = try run(seconds: seconds) { false } }

    func isLive(_ sensor: FakeSensor) -> Bool { link.phase(of: sensor.address) == .live }

    /// Runs until more values of a sensor come than came so far.
    func hears(_ sensor: FakeSensor, seconds: Int64 = 600) throws -> Bool {
        let before = client.counts[sensor.address, default: 0]
        return try run(seconds: seconds) { client.counts[sensor.address, default: 0] > before + 2 }
    }

    /// Follows both, and runs until both are live.
    func goLive() throws {
        link.follow(strap.address)
        link.follow(treadmill.address)
        #expect(try run { isLive(strap) && isLive(treadmill) })
        #expect(try hears(strap))
        #expect(try hears(treadmill))
    }

    /// What must hold whatever happened.
    func checkManners() {
        #expect(bluez.record.violations.isEmpty, "\(bluez.record.violations)")
        #expect(link.counts.unreadableMessages == 0)
    }

    /// Keeps what a link tells.
    final class Client: LinkClient {
        var events: [LinkEvent] = []
        var values: [(address: BluetoothAddress, uuid: BluetoothUUID, kind: ValueOrigin.Kind, bytes: [UInt8])] = []
        var counts: [BluetoothAddress: Int] = [:]

        func received(_ bytes: Span<UInt8>, from origin: ValueOrigin) {
            values.append((origin.sensor, origin.characteristic, origin.kind, bytes.indices.map { bytes[$0] }))
            if origin.kind != .read { counts[origin.sensor, default: 0] += 1 }
        }

        func happened(_ event: LinkEvent) { events.append(event) }

        var remarks: [String] { events.compactMap { if case .remark(let text) = $0 { text } else { nil } } }
        func count(_ event: LinkEvent) -> Int { events.count { $0 == event } }
        var found: [BluetoothAddress] {
            events.compactMap { if case .found(let device) = $0 { device.address } else { nil } }
        }
    }
}
