import BlueZ
import Capture
import RunEngine
import SensorCodec
import UnixIO

/// Brings what the live link tells to a run, in the words of a run.
final class LinkListener: LinkClient {
    private let run: LiveRun
    /// Told of each event of the link, after the run.
    var onEvent: ((LinkEvent) -> Void)?
    /// Told after each value, with when it was there, in microseconds of the monotonic clock.
    var onValue: (() -> Void)?
    private var batteryHandles: [BluetoothAddress: UInt16] = [:]

    init(_ run: LiveRun) { self.run = run }

    func received(_ bytes: Span<UInt8>, from origin: ValueOrigin) {
        let value = LiveValue(
            sensor: SensorIdentity(origin.sensor),
            characteristic: origin.characteristic,
            handle: origin.handle,
            kind: origin.kind
        )
        run.take(value, bytes, at: origin.microseconds)
        onValue?()
    }

    func happened(_ event: LinkEvent) {
        let now = MonotonicClock.nowMicroseconds
        switch event {
        case .connected(let offer): connected(offer, at: now)
        case .disconnected(let sensor): run.disconnected(sensor, at: now)
        case .battery(let percent, let sensor): battery(percent, of: sensor, at: now)
        case .phase(let phase, let sensor):
            if let seeking = phase.seeking { run.note(.seeking(SensorIdentity(sensor), seeking), at: now) }
        case .host, .found, .name, .needsPairing, .remark: break
        }
        run.watcher?.show(event)
        onEvent?(event)
    }

    private func connected(_ offer: SensorOffer, at now: Int64) {
        let table = RecordedDevice(offer)
        batteryHandles[offer.device.address] =
            table.characteristics.first { $0.uuid == Characteristic.batteryLevel }?
            .valueHandle
        run.connected(table, at: now)
        // bluetoothd tells a battery when it changes: one that it knew before counts as an answer of this link.
        if let percent = offer.device.batteryPercent { battery(percent, of: offer.device.address, at: now) }
    }

    /// bluetoothd reads batteries itself, and tells of the number only: it becomes the value that it was.
    private func battery(_ percent: Int, of sensor: BluetoothAddress, at now: Int64) {
        guard let handle = batteryHandles[sensor] else { return }
        let value = LiveValue(
            sensor: SensorIdentity(sensor),
            characteristic: Characteristic.batteryLevel,
            handle: handle,
            kind: .read
        )
        run.take(value, [UInt8(clamping: percent)].span, at: now)
    }
}

extension RecordedDevice {
    /// What a connected sensor offers, as recordings have it.
    fileprivate init(_ offer: SensorOffer) {
        var services = offer.services.compactMap { service in
            service.handle.flatMap { handle in service.uuid.map { RecordedService(handle: handle, uuid: $0) } }
        }
        var characteristics = offer.characteristics.compactMap { characteristic -> RecordedCharacteristic? in
            guard let handle = characteristic.handle, let value = characteristic.valueHandle,
                let uuid = characteristic.uuid
            else { return nil }
            return RecordedCharacteristic(
                handle: handle,
                valueHandle: value,
                properties: characteristic.properties,
                uuid: uuid
            )
        }
        // bluetoothd before 5.80 keeps the battery to itself: its place is behind everything else.
        if !characteristics.contains(where: { $0.uuid == Characteristic.batteryLevel }) {
            services.append(RecordedService(handle: 0xFFF0, uuid: BluetoothUUID(0x180F)))
            characteristics.append(
                RecordedCharacteristic(
                    handle: 0xFFF1,
                    valueHandle: 0xFFF2,
                    properties: 0x02,
                    uuid: Characteristic.batteryLevel
                )
            )
        }
        self.init(
            address: offer.device.address,
            isAddressRandom: offer.device.hasRandomAddress,
            name: offer.device.name,
            services: services,
            characteristics: characteristics
        )
    }
}

extension RemoteCharacteristic {
    /// The properties as the declaration has them. Source: Core Specification, Vol 3, Part G, 3.3.1.1.
    fileprivate var properties: UInt8 {
        let bits: [(String, UInt8)] = [
            ("broadcast", 0x01), ("read", 0x02), ("write-without-response", 0x04), ("write", 0x08), ("notify", 0x10),
            ("indicate", 0x20),
        ]
        return bits.reduce(0) { flags.contains($1.0) ? $0 | $1.1 : $0 }
    }
}

extension SensorSupervisor.Phase {
    /// What the phase is to a run; `nil` where the values say it.
    fileprivate var seeking: RunInput.Seeking? {
        switch self {
        case .blocked, .searching: .searching
        case .connecting, .resolving, .subscribing, .pairing, .parting: .connecting
        case .live: nil
        }
    }
}
