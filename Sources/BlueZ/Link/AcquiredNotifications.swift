import EventLoop
import SensorCodec
import SystemBus
import UnixIO

/// The notifications of one characteristic through a descriptor of their own: one packet a value, past the bus.
final class AcquiredNotifications {
    private let descriptor: Descriptor
    private let loop: EventLoop
    private let take: (Span<UInt8>) -> Void
    private var buffer = [UInt8](repeating: 0, count: packetOctets)

    /// Longer than any value of an attribute.
    private static let packetOctets = 1024
    /// So many in a row that others get their turn.
    private static let packetsAtOnce = 64
    /// More than the kernel holds of a queue.
    private static let longestQueue = 4096

    /// Calls `take` with each value. Source: BlueZ 5.66, doc/gatt-api.txt (AcquireNotify).
    init(
        _ descriptor: consuming Descriptor,
        on loop: EventLoop,
        _ take: @escaping (Span<UInt8>) -> Void
    ) throws(SystemFailure) {
        self.loop = loop
        let number = descriptor.number
        self.descriptor = descriptor
        self.take = take
        try loop.watch(number) { [weak self] _ in self?.read(atMost: Self.packetsAtOnce) }
    }

    /// Takes what is still there, before this is let go: the values that came last are told of after the link's end.
    func finish() {
        if isOpen { read(atMost: Self.longestQueue) }
    }

    private func read(atMost limit: Int) {
        for _ in 0..<limit {
            do throws(SystemFailure) {
                guard let count = try descriptor.receive(into: &buffer) else { return }
                // At the end of the stream, too, 0 octets are read; only then is the descriptor closed.
                if count == 0, descriptor.isClosed() { return end() }
                take(buffer.span.extracting(0..<count))
            } catch {
                return end()
            }
        }
    }

    /// False when nothing comes through it any more.
    private(set) var isOpen = true

    /// The link is gone, which the cache tells of; a closed descriptor would wake the loop for ever.
    private func end() {
        isOpen = false
        loop.unwatch(descriptor.number)
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
        // It is ours already when services were only told anew.
        if sensor.acquired[path]?.isOpen ?? false { return answer(self, nil) }
        call(path, BlueZName.characteristic, "AcquireNotify", on: bus) { message throws(BusError) in
            try message.append(properties: [:])
        } answer: { link, message, error throws(BusError) in
            if let error {
                link.remark("\(path): AcquireNotify: \(error.name) \(error.message); listening on the bus")
                return link.startNotify(characteristic, on: bus, answer)
            }
            guard let acquired = try? link.notifications(from: message, path) else {
                return link.startNotify(characteristic, on: bus, answer)
            }
            sensor.acquired[path] = acquired
            answer(link, nil)
        }
    }

    private func notifications(from message: borrowing BusMessage, _ path: String) throws -> AcquiredNotifications {
        try AcquiredNotifications(try message.readDescriptor(), on: loop) { [weak self] bytes in
            // Nobody else has this descriptor, so nothing comes twice: equal values are what the sensor sent.
            self?.take(bytes, from: path, at: MonotonicClock.nowMicroseconds, mayBeCopy: false)
        }
    }
}
