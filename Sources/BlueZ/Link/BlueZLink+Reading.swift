public import SensorCodec
public import SystemBus
import UnixIO

/// What a sensor is asked for once on each link: one thing after the other, for devices manage no more.
struct ReadingQueue {
    var paths: [String] = []
    var isAsking = false
    /// Tells the answers of this link from those that come late from one before.
    var number = 0
}

/// A write that waits for its answer, which it gets whatever happens.
final class PendingWrite {
    private var answer: ((BusError?) -> Void)?

    init(_ answer: @escaping (BusError?) -> Void) { self.answer = answer }

    func end(_ error: BusError?) {
        let answer = self.answer
        self.answer = nil
        answer?(error)
    }
}

/// What is read from sensors, and written to them when the runner wants it.
extension BlueZLink {
    /// Who the device is, where a strap sits, what a machine can do.
    private static let readables: Set<UInt16> = [
        0x2A24, 0x2A26, 0x2A27, 0x2A28, 0x2A29, 0x2A38, 0x2ACC, 0x2AD4, 0x2AD5, 0x2A54,
    ]

    func beginReading(_ sensor: LinkedSensor) {
        guard let device = device(sensor.address) else { return }
        let paths = objects.characteristics(of: device).filter { characteristic in
            characteristic.flags.contains("read") && characteristic.uuid?.short.map(Self.readables.contains) ?? false
        }.map(\.path)
        sensor.reading = ReadingQueue(paths: paths, number: sensor.supervisor.phaseCount)
        readNext(sensor)
    }

    private func readNext(_ sensor: LinkedSensor) {
        guard let bus, !sensor.reading.isAsking, sensor.isToldConnected, !sensor.reading.paths.isEmpty else { return }
        let path = sensor.reading.paths.removeFirst()
        sensor.reading.isAsking = true
        let number = sensor.reading.number
        call(path, BlueZName.characteristic, "ReadValue", on: bus) { message throws(BusError) in
            try message.append(properties: [:])
        } answer: { link, message, error throws(BusError) in
            guard sensor.reading.number == number, sensor.reading.isAsking else { return }
            sensor.reading.isAsking = false
            defer { link.readNext(sensor) }
            guard error == nil, let characteristic = link.objects.characteristics[path], let uuid = characteristic.uuid
            else { return }
            let origin = ValueOrigin(
                sensor: sensor.address,
                characteristic: uuid,
                handle: characteristic.valueHandle ?? 0,
                kind: .read,
                microseconds: MonotonicClock.nowMicroseconds
            )
            try message.withBytes { bytes in link.client?.received(bytes, from: origin) }
        }
    }

    /// Writes to a characteristic of a connected sensor, with an answer of the device; indications of the
    /// characteristic come as values from then on.
    public func write(
        _ bytes: [UInt8],
        to characteristic: BluetoothUUID,
        of sensor: BluetoothAddress,
        answer: @escaping (BusError?) -> Void
    ) {
        guard let bus, let linked = sensors[sensor], let device = device(sensor),
            let target = objects.characteristics(of: device).first(where: { $0.uuid == characteristic })
        else { return answer(BusError(name: "org.bluez.Error.NotConnected", message: "not connected")) }
        sources[target.path] = ValueSource(
            sensor: linked,
            characteristic: characteristic,
            handle: target.valueHandle ?? 0,
            isIndication: !target.flags.contains("notify")
        )
        let write = PendingWrite(answer)
        writes.append(write)
        let end = { (link: BlueZLink, error: BusError?) in
            link.writes.removeAll { $0 === write }
            write.end(error)
        }
        // Without its indications a control point refuses.
        startNotify(target, on: bus) { link, trouble in
            if let trouble, trouble != .underway {
                return end(link, BusError(name: "org.bluez.Error.Failed", message: "no indications: \(trouble)"))
            }
            link.call(target.path, BlueZName.characteristic, "WriteValue", on: bus) { message throws(BusError) in
                try message.append(bytes: bytes.span)
                try message.append(properties: ["type": .string("request")])
            } answer: { link, _, error in
                end(link, error)
            }
        }
    }
}
