public import EventLoop
public import SensorCodec
import SystemBus
import UnixIO

/// A bluetoothd of the tests' own, on a private bus, with the sensors that stand around it.
///
/// It tells the orders of events that bluetoothd 5.66 was seen to tell, and its errors, and does so on the same loop as
/// the program under test: one thread, and nothing but the bus between the two. Its waits are those of the real one,
/// divided by ``scale``.
public final class FakeBlueZ {
    /// What happens to a call instead of what should.
    public enum Fault: Sendable {
        case error(String, String)
        /// No answer ever.
        case silence
    }

    /// What was asked, and what was wrong about that.
    public struct Record: Sendable {
        /// Every call: its member, a space, its path.
        public var calls: [String] = []
        /// What no client should do: two attempts at once, an attempt during a search.
        public var violations: [String] = []
        /// The sensors that were trusted.
        public var trusted: Set<BluetoothAddress> = []

        /// How often a member was called.
        public func count(_ member: String) -> Int { calls.count { $0.hasPrefix(member + " ") } }
    }

    /// What happened.
    public var record = Record()
    /// Asked at each call with its member and path.
    public var interfere: (_ member: String, _ path: String) -> Fault? = { _, _ in nil }
    /// How many programs listen: every value is told so many times.
    public var listenerCount = 1
    /// How many times as fast as the real one.
    public let scale: Int64
    /// The sensors in the room.
    public var sensors: [FakeSensor]
    /// True while it is on the bus.
    public var isRunning: Bool { bus != nil }

    let loop: EventLoop
    let address: String
    var bus: BusConnection?
    var adapters: [String: FakeAdapter] = [:]
    var devices: [String: FakeDevice] = [:]
    /// What it keeps on disk.
    var stored: [String: (isTrusted: Bool, isPaired: Bool)] = [:]
    /// Counts its lives: what was under way in an earlier one never ends.
    var life = 0

    /// Starts it with one adapter.
    public init(on loop: EventLoop, bus address: String, scale: Int64 = 50, _ sensors: [FakeSensor]) throws {
        self.loop = loop
        self.address = address
        self.scale = scale
        self.sensors = sensors
        let adapter = FakeAdapter(0)
        adapters[adapter.path] = adapter
        try start()
        tick()
    }

    /// Goes onto the bus; after a crash with the links that are still up, of which it knows nothing more.
    public func start() throws {
        life += 1
        let bus = try BusConnection(address: address, on: loop)
        try bus.serve("/") { [weak self] in self?.answer($0) ?? false }
        try bus.listen(
            "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged'"
        ) { [weak self] in self?.ownerChanged($0) }
        self.bus = bus
        bus.onClosed = { [weak self] in self?.crash() }
        for adapter in adapters.values { recall(adapter) }
        try bus.takeName("org.bluez")
    }

    /// Makes devices of what is on disk, and of links that are up.
    func recall(_ adapter: FakeAdapter) {
        for sensor in sensors {
            let path = FakeDevice.path(of: sensor, on: adapter)
            let isLinked = sensor.linkedTo == adapter.path
            guard isLinked || stored[path] != nil else { continue }
            let device = FakeDevice(sensor, on: adapter, at: MonotonicClock.nowMicroseconds)
            device.isTrusted = stored[path]?.isTrusted ?? false
            device.isPaired = stored[path]?.isPaired ?? false
            device.isConnected = isLinked
            device.isZombie = isLinked
            devices[path] = device
        }
    }

    private func ownerChanged(_ message: borrowing BusMessage) {
        guard let name = try? message.readString(), (try? message.readString()) != nil,
            let now = try? message.readString()
        else { return }
        guard now.isEmpty else { return }
        for adapter in adapters.values {
            adapter.profiles[name] = nil
            if adapter.discoverers.contains(name) { stopDiscovery(adapter, name) }
        }
        for device in devices.values {
            for key in device.listeners.keys { device.listeners[key]?.remove(name) }
        }
    }

    // MARK: - Time

    /// Does something after a while of real milliseconds, unless it crashes before.
    func after(_ realMilliseconds: Int64, _ body: @escaping (FakeBlueZ) -> Void) {
        let life = life
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + realMilliseconds * 1000 / scale) { [weak self] in
            guard let self, self.life == life, self.bus != nil else { return }
            body(self)
        }
    }

    /// Four times in a real second: sensors advertise, or send; devices nobody wants are forgotten.
    private func tick() {
        for sensor in sensors where sensor.isOn {
            if sensor.linkedTo != nil {
                if sensor.isSending, let value = sensor.nextValue() { send(value.bytes, from: sensor, value.uuid) }
            } else {
                heard(sensor)
            }
        }
        forgetTemporary()
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + 250_000 / scale) { [weak self] in self?.tick() }
    }

    private func forgetTemporary() {
        let limit = MonotonicClock.nowMicroseconds - 30_000_000 / scale
        let old = devices.values.filter { device in
            !device.isTrusted && !device.isPaired && !device.isConnected && device.attempt == nil
                && device.lastActive < limit
        }
        for device in old { remove(device) }
    }
}
