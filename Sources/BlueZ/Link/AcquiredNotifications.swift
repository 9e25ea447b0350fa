import EventLoop
import SensorCodec
import SystemBus
import UnixIO

/// The notifications of one characteristic through a descriptor of their own: one packet a value, past the bus.
final class AcquiredNotifications {
    private let descriptor: Descriptor
    private let loop: EventLoop

    /// Longer than any value of an attribute.
    private static let packetOctets = 1024
    /// So many in a row that others get their turn.
    private static let packetsAtOnce = 64

    /// Calls `take` with each value. Source: BlueZ 5.66, doc/gatt-api.txt (AcquireNotify).
    init(
        _ descriptor: consuming Descriptor,
        on loop: EventLoop,
        _ take: @escaping (Span<UInt8>) -> Void
    ) throws(SystemFailure) {
        self.loop = loop
        let number = descriptor.number
        self.descriptor = descriptor
        var buffer = [UInt8](repeating: 0, count: Self.packetOctets)
        try loop.watch(number) { [weak self] readiness in
            guard let self else { return }
            for _ in 0..<Self.packetsAtOnce {
                guard let count = try? self.descriptor.receive(into: &buffer) else { break }
                // At the end of the stream, too, 0 octets are read; then the descriptor says that it is closed.
                if count == 0, !readiness.isDisjoint(with: .closed) { break }
                take(buffer.span.extracting(0..<count))
            }
            // The link is gone: the cache tells of it; a closed descriptor would wake the loop for ever.
            if !readiness.isDisjoint(with: .closed) { loop.unwatch(number) }
        }
    }

    deinit { loop.unwatch(descriptor.number) }
}

extension BlueZLink {
    /// Asks for a descriptor, and listens on the bus where there is none to be had.
    func acquire(
        _ characteristic: RemoteCharacteristic,
        of sensor: LinkedSensor,
        on bus: BusConnection,
        _ answer: @escaping (BlueZLink, LinkTrouble?) -> Void
    ) {
        let path = characteristic.path
        call(path, BlueZName.characteristic, "AcquireNotify", on: bus) { message throws(BusError) in
            try message.append(properties: [:])
        } answer: { link, message, error throws(BusError) in
            if let error {
                link.remark("\(path): AcquireNotify: \(error.name) \(error.message); listening on the bus")
                return link.startNotify(characteristic, on: bus, answer)
            }
            let descriptor = try message.readDescriptor()
            let acquired = try? AcquiredNotifications(descriptor, on: link.loop) { [weak link] bytes in
                link?.take(bytes, from: path, at: MonotonicClock.nowMicroseconds)
            }
            guard let acquired else { return link.startNotify(characteristic, on: bus, answer) }
            sensor.acquired.append(acquired)
            answer(link, nil)
        }
    }
}
