import BlueZ
import Capture
import EventLoop
import HCIMonitor
import SensorCodec
import SystemBus
import UnixIO

/// Listens along to what another program on this machine is connected to, through the kernel's monitor channel or the
/// stream of a process that may listen to it. Makes no connection of its own.
final class MonitorSource: LiveSource {
    /// The two ways to hear.
    private enum Ear {
        case socket(MonitorLink<MonitorSink>)
        case stream(MonitorFeed<MonitorSink>)
    }

    private let ear: Ear

    /// Starts to listen; `stream` is a file or `-`, `nil` the kernel itself. `end` is called when there is no more, with
    /// why if that is a failure.
    init(
        stream: String?,
        on loop: EventLoop,
        into run: LiveRun,
        onValue: @escaping () -> Void,
        end: @escaping (CommandFailure?) -> Void
    ) throws(CommandFailure) {
        let sink = MonitorSink(run, onValue: onValue)
        // The kernel stamps by the wall clock, which may be set meanwhile.
        let offset = { run.clock.offset - LiveClock.presentOffset }
        if let stream {
            ear = .stream(try Self.reading(stream, on: loop, into: sink, offset, end))
        } else {
            ear = .socket(try Self.listening(on: loop, into: sink, offset, end))
        }
        learnWhatIsKnown(sink, loop)
    }

    private static func reading(
        _ path: String,
        on loop: EventLoop,
        into sink: MonitorSink,
        _ offset: @escaping () -> Int64,
        _ end: @escaping (CommandFailure?) -> Void
    ) throws(CommandFailure) -> MonitorFeed<MonitorSink> {
        do throws(SystemFailure) {
            let file = try InputFile(path: path)
            return try MonitorFeed(file, on: loop, into: sink, offsetMicroseconds: offset) { ended in
                switch ended {
                case .complete: end(nil)
                case .refused(let failure): end(CommandFailure(failure, path: path))
                case .failed(let failure): end(CommandFailure(failure))
                }
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private static func listening(
        on loop: EventLoop,
        into sink: MonitorSink,
        _ offset: @escaping () -> Int64,
        _ end: @escaping (CommandFailure?) -> Void
    ) throws(CommandFailure) -> MonitorLink<MonitorSink> {
        let socket: MonitorSocket
        do throws(MonitorFailure) {
            socket = try MonitorSocket()
        } catch {
            throw CommandFailure(error)
        }
        do throws(SystemFailure) {
            return try MonitorLink(socket, on: loop, into: sink, offsetMicroseconds: offset) { failure in
                end(failure.map { CommandFailure($0) })
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Who is connected already, and what their handles stand for: nobody says that again.
    private func learnWhatIsKnown(_ sink: MonitorSink, _ loop: EventLoop) {
        if let objects = try? BlueZCensus.take(on: loop) {
            for device in objects.devices.values {
                sink.names[device.address] = device.name
                var handles: [UInt16: BluetoothUUID] = [:]
                for characteristic in objects.characteristics(of: device) {
                    if let handle = characteristic.valueHandle { handles[handle] = characteristic.uuid }
                }
                if !handles.isEmpty { learn(handles, of: device.address) }
            }
        }
        switch ear {
        case .socket(let link): try? link.learnConnections()
        case .stream(let feed): try? feed.learnConnections()
        }
    }

    private func learn(_ handles: [UInt16: BluetoothUUID], of address: BluetoothAddress) {
        switch ear {
        case .socket(let link): link.learn(characteristics: handles, of: address)
        case .stream(let feed): feed.learn(characteristics: handles, of: address)
        }
    }

    let host = HostState.ready("monitor")

    func follow(_ sensor: BluetoothAddress) {}

    func scan(_ isWanted: Bool) {}

    func phase(of sensor: BluetoothAddress) -> SensorSupervisor.Phase? { nil }

    func close(_ done: @escaping () -> Void) { done() }

    var statistics: [String] {
        switch ear {
        case .socket(let link):
            ["monitor: \(link.packetCount) packets, \(link.droppedCount) dropped, \(link.malformedCount) malformed"]
        case .stream(let feed): ["monitor: \(feed.packetCount) packets"]
        }
    }
}

extension CommandFailure {
    /// The monitor cannot be listened to, and what to do about it.
    init(_ failure: MonitorFailure) {
        let status: Status =
            switch failure {
            case .noBluetooth: .unavailable
            case .notPermitted: .notPermitted
            case .system: .inputOutput
            }
        self.init(status: status, message: failure.description)
    }
}

/// Brings what is heard along to a run.
final class MonitorSink: CaptureSink {
    private let run: LiveRun
    private let onValue: () -> Void
    /// Names that bluetoothd knows: who listens late hears none.
    var names: [BluetoothAddress: String] = [:]

    init(_ run: LiveRun, onValue: @escaping () -> Void) {
        self.run = run
        self.onValue = onValue
    }

    func found(_ device: CapturedDevice) {
        let address = Self.address(of: device.device)
        let name = device.name ?? names[address]
        run.connected(MonitorTable.device(address, name, device.characteristics), at: MonotonicClock.nowMicroseconds)
    }

    func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) {
        run.disconnected(Self.address(of: device), at: moment(unixMicroseconds))
    }

    func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        guard value.direction == .fromDevice, value.offset == 0, let characteristic = value.characteristic,
            let handle = MonitorTable.handle(of: characteristic)
        else { return }
        let source = LiveValue(
            sensor: SensorIdentity(Self.address(of: value.device)),
            characteristic: characteristic,
            handle: handle,
            kind: value.operation == .read ? .read : value.operation == .indicate ? .indication : .notification
        )
        run.take(source, bytes, at: moment(value.unixMicroseconds))
        onValue()
    }

    /// A sensor whose address nobody told gets one that no sensor has.
    private static func address(of device: SensorIdentity) -> BluetoothAddress {
        device.address ?? BluetoothAddress(rawValue: device.rawValue & 0xFFFF)
    }

    /// A stamp on the run's own axis; one of another time is taken as now.
    private func moment(_ stamp: Int64) -> Int64 {
        let now = MonotonicClock.nowMicroseconds
        let moment = stamp - run.clock.offset
        return now - 10_000_000...now ~= moment ? moment : now
    }
}

/// Handles for what is recorded of another program's connection. The real ones may not be known.
private enum MonitorTable {
    private static let services: [(service: UInt16, characteristics: ClosedRange<UInt16>)] = [
        (0x180F, 0x2A19...0x2A19), (0x180A, 0x2A24...0x2A29), (0x180D, 0x2A37...0x2A38), (0x1814, 0x2A53...0x2A54),
        (0x1826, 0x2ACC...0x2ADA),
    ]

    private static func place(of service: Int) -> UInt16 { UInt16(service + 1) << 8 }

    static func handle(of characteristic: BluetoothUUID) -> UInt16? {
        guard let short = characteristic.short,
            let index = services.firstIndex(where: { $0.characteristics.contains(short) })
        else { return nil }
        return place(of: index) + 2 + 2 * (short - services[index].characteristics.lowerBound)
    }

    /// A device with these characteristics; with those that a run is made of where none are known: they are guessed then.
    static func device(_ address: BluetoothAddress, _ name: String?, _ known: [BluetoothUUID]) -> RecordedDevice {
        let characteristics = known.isEmpty ? guessed : known
        var device = RecordedDevice(address: address, isAddressRandom: address.rawValue >> 46 == 3, name: name)
        for (index, entry) in services.enumerated() {
            let own = entry.characteristics.map { BluetoothUUID($0) }.filter(characteristics.contains)
            if own.isEmpty { continue }
            device.services.append(RecordedService(handle: place(of: index), uuid: BluetoothUUID(entry.service)))
            for characteristic in own {
                guard let value = handle(of: characteristic) else { continue }
                device.characteristics.append(
                    RecordedCharacteristic(
                        handle: value - 1,
                        valueHandle: value,
                        properties: 0x12,
                        uuid: characteristic
                    )
                )
            }
        }
        return device
    }

    private static let guessed = [Characteristic.heartRateMeasurement, Characteristic.treadmillData]
}
