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

    /// Called when time has gone on, or back, after what came with it.
    var onAdvance: (() -> Void)?
    /// Shows the demo; without a viewer nobody goes back.
    weak var viewer: (any DemoViewer)?
    let plan: DemoPlan
    let run: LiveRun
    private let loop: EventLoop
    private let onValue: () -> Void
    private let end: () -> Void
    var gym: Gym
    /// When the gym opened, in microseconds of the monotonic clock.
    private let opened = MonotonicClock.nowMicroseconds
    /// The moment that was reached, in microseconds; it leaves the monotonic clock behind where time passes faster.
    var reached: Int64
    var phases: [BluetoothAddress: SensorSupervisor.Phase] = [:]
    /// Where time should be; held, it stands still.
    var clock: ReplayClock
    var isHeld = false
    /// True once time has passed otherwise than it does.
    var isTimeOwn: Bool
    /// When the run began; `nil` before.
    private(set) var began: Int64?
    /// Where it can go back to.
    var checkpoints = Checkpoints<State>(capacity: 32, spacing: 60_000_000)
    /// It goes to a moment, past what lies between.
    var isJumping = false
    private var turnTimer: TimerID?
    private var valueCount = 0
    private(set) var isClosed = false

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
        clock = ReplayClock(rate: plan.rate, at: opened)
        isTimeOwn = plan.rate != 1
        for sensor in gym.sensors { phases[sensor.address] = .searching }
        schedule(atMicroseconds: opened)
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

    /// The moment of the script's end, in microseconds.
    var last: Int64 { opened + plan.gym.lastMilliseconds * 1000 }

    // MARK: - Time

    /// Where the demo should be by now.
    private var target: Int64 {
        if isHeld { return reached }
        return clock.rate == nil ? reached + Self.largestPart : clock.time
    }

    /// Plays what is due, and comes again when the next is.
    func turn() {
        if isClosed { return }
        play(to: target)
        // Whoever is told may end the demo, and the script may be over.
        if !isClosed { onAdvance?() }
        if !isClosed, !isHeld { schedule(atMicroseconds: nextTurn) }
    }

    private func schedule(atMicroseconds moment: Int64) {
        if let turnTimer { loop.cancel(turnTimer) }
        turnTimer = loop.schedule(atMicroseconds: moment) { [weak self] in self?.turn() }
    }

    /// Plays what comes up to a moment.
    func play(to moment: Int64) {
        // In steps from one thing to the next: between two steps the whole of it can be remembered.
        while let next = gym.nextMilliseconds, opened + next * 1000 <= moment {
            for event in gym.advance(toMilliseconds: next) {
                reached = max(reached, opened + event.timeMilliseconds * 1000)
                happened(event.kind, at: reached)
                if isClosed { return }
            }
            if began == nil, run.session.hasBegun { began = reached }
            remember()
        }
        reached = max(reached, moment)
    }

    /// With the next event, or the next whole second of the session.
    private var nextTurn: Int64 {
        let soonest = MonotonicClock.nowMicroseconds
        if clock.rate == nil { return soonest }
        let next = min(opened + (gym.nextMilliseconds ?? 0) * 1000, run.nextTick(after: reached))
        return max(soonest + Self.shortestWait, clock.moment(of: next))
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
