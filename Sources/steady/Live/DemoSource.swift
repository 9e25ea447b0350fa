import BlueZ
import Capture
import EventLoop
import RunEngine
import SensorCodec
import UnixIO
import VirtualGym

/// A virtual gym in the place of Bluetooth: its packets go the way of real ones, on the loop's thread, at times of its
/// own that may pass faster.
final class DemoSource: LiveSource {
    /// Between two turns of the loop at the least, in microseconds: a fast demo comes in larger parts.
    private static let shortestWait: Int64 = 2_000
    /// What is played at once of a demo that goes as fast as it can, in microseconds: keys are answered between.
    private static let largestPart: Int64 = 20_000_000

    /// Called when time has gone on, after what came with it.
    var onAdvance: (() -> Void)?
    private let plan: DemoPlan
    private let loop: EventLoop
    private let run: LiveRun
    private let onValue: () -> Void
    private let end: () -> Void
    private var gym: Gym
    /// When the gym opened, in microseconds of the monotonic clock.
    private let opened = MonotonicClock.nowMicroseconds
    /// The moment that was reached, in microseconds; it leaves the monotonic clock behind where time passes faster.
    private var reached: Int64
    private var phases: [BluetoothAddress: SensorSupervisor.Phase] = [:]
    private var valueCount = 0
    private var isClosed = false

    /// Opens the gym with the loop's first turn; `end` is called when the script is at its end.
    init(
        _ plan: DemoPlan,
        on loop: EventLoop,
        into run: LiveRun,
        onValue: @escaping () -> Void,
        end: @escaping () -> Void
    ) {
        self.plan = plan
        self.loop = loop
        self.run = run
        self.onValue = onValue
        self.end = end
        gym = Gym(plan.gym)
        reached = opened
        for sensor in gym.sensors { phases[sensor.address] = .searching }
        loop.schedule(atMicroseconds: opened) { [weak self] in self?.turn() }
    }

    /// The sensors by what they measure.
    var sensors: [SensorKind: BluetoothAddress] {
        Dictionary(gym.sensors.map { ($0.kind, $0.address) }) { first, _ in first }
    }

    /// The name of a sensor.
    func name(of address: BluetoothAddress) -> String? { gym.sensors.first { $0.address == address }?.name }

    /// Somebody presses a key of the treadmill.
    func press(_ key: GymKey) { gym.press(key) }

    /// The demo's own moment now, in microseconds: never beyond what comes next.
    var now: Int64 {
        guard let next = gym.nextMilliseconds else { return reached }
        return max(reached, min(target, opened + next * 1000))
    }

    // MARK: - Time

    /// Where the demo should be by now.
    private var target: Int64 {
        guard let rate = plan.rate else { return reached + Self.largestPart }
        return opened + Int64(Double(MonotonicClock.nowMicroseconds - opened) * rate)
    }

    private func turn() {
        if isClosed { return }
        let target = target
        for event in gym.advance(toMilliseconds: (target - opened) / 1000) {
            reached = max(reached, opened + event.timeMilliseconds * 1000)
            happened(event.kind, at: reached)
            if isClosed { return }
        }
        reached = max(reached, target)
        onAdvance?()
        loop.schedule(atMicroseconds: nextTurn) { [weak self] in self?.turn() }
    }

    /// With the next event, or the next whole second of the session.
    private var nextTurn: Int64 {
        let soonest = MonotonicClock.nowMicroseconds
        guard let rate = plan.rate else { return soonest }
        let next = min(opened + (gym.nextMilliseconds ?? 0) * 1000, run.nextTick(after: reached))
        let wait = Double(next - opened) / rate
        return max(soonest + Self.shortestWait, opened + Int64(min(wait, 1e15)))
    }

    // MARK: - What comes

    private func happened(_ event: GymEvent.Kind, at moment: Int64) {
        switch event {
        case .connected(let sensor):
            phases[sensor.address] = .live
            run.connected(RecordedDevice(sensor), at: moment)
            run.watcher?.show(.phase(.live, of: sensor.address))
        case .packet(let packet): take(packet, at: moment)
        case .disconnected(let address):
            run.disconnected(address, at: moment)
            run.watcher?.show(.disconnected(address))
        case .searching(let address): seek(address, .searching, as: .searching, at: moment)
        case .connecting(let address): seek(address, .connecting, as: .connecting, at: moment)
        case .over: end()
        }
    }

    private func take(_ packet: GymPacket, at moment: Int64) {
        let value = LiveValue(
            sensor: SensorIdentity(packet.sensor),
            characteristic: packet.characteristic,
            handle: packet.handle,
            kind: packet.isAnswer ? .read : .notification
        )
        run.take(value, packet.octets.span, at: moment)
        valueCount += 1
        onValue()
    }

    private func seek(
        _ address: BluetoothAddress,
        _ seeking: RunInput.Seeking,
        as phase: SensorSupervisor.Phase,
        at moment: Int64
    ) {
        phases[address] = phase
        run.note(.seeking(SensorIdentity(address), seeking), at: moment)
        run.watcher?.show(.phase(phase, of: address))
    }

    // MARK: - LiveSource

    let host = HostState.ready("demo")

    func follow(_ sensor: BluetoothAddress) {}

    func scan(_ isWanted: Bool) {}

    func phase(of sensor: BluetoothAddress) -> SensorSupervisor.Phase? { phases[sensor] }

    func close(_ done: @escaping () -> Void) {
        isClosed = true
        done()
    }

    var statistics: [String] { ["demo: \(valueCount) values"] }
}

extension RecordedDevice {
    /// A sensor of the gym, as recordings have it.
    fileprivate init(_ sensor: GymSensor) {
        self.init(
            address: sensor.address,
            isAddressRandom: true,
            name: sensor.name,
            services: sensor.services.map { RecordedService(handle: $0.handle, uuid: $0.uuid) },
            characteristics: sensor.characteristics.map { characteristic in
                RecordedCharacteristic(
                    handle: characteristic.handle - 1,
                    valueHandle: characteristic.handle,
                    properties: characteristic.properties,
                    uuid: characteristic.uuid
                )
            }
        )
    }
}
