import Capture
import RunEngine
import SensorCodec

/// Takes out of a recording what tells whose it is: addresses, names, serial numbers, the date, the place on the globe,
/// what the runner said. What the sensors measured stays, at the same times from the beginning.
enum RecordingScrubber {
    /// 2000-01-01T00:00:00Z, in microseconds since 1970: when every scrubbed recording begins.
    private static let beginning: Int64 = 946_684_800_000_000

    /// A recording without what tells whose it is. What cannot be read of it is left out.
    static func scrubbed(_ recording: [UInt8]) throws(CommandFailure) -> [UInt8] {
        var attributes = AttributeSurvey()
        try read(recording, into: &attributes)
        var copy = ScrubbedCopy(attributes, beginsAt: beginning)
        try read(recording, into: &copy)
        return copy.bytes
    }

    private static func read(_ recording: [UInt8], into sink: inout some CaptureSink) throws(CommandFailure) {
        var reader = CaptureReader()
        do {
            _ = try reader.read(recording.span, isLast: true, into: &sink)
        } catch {
            throw CommandFailure(error, path: "the recording")
        }
    }
}

extension BluetoothUUID {
    /// True for a characteristic that holds what was measured or what a kind of device is, and nothing of this one.
    ///
    /// A list of what may stay: what is not known cannot be known to be harmless.
    fileprivate var isHarmless: Bool {
        switch self {
        case Characteristic.batteryLevel, Characteristic.heartRateMeasurement, Characteristic.rscMeasurement,
            Characteristic.modelNumber, Characteristic.manufacturerName:
            true
        default:
            // Body Sensor Location, Heart Rate Control Point, RSC Feature, Sensor Location; the Fitness Machine Service.
            [0x2A38, 0x2A39, 0x2A54, 0x2A5D].contains { self == BluetoothUUID($0) }
                || (0x2ACC...0x2ADA).contains { self == BluetoothUUID($0) }
        }
    }
}

/// Which handles of which device stand for what: a copy has to tell so before the first value.
private struct AttributeSurvey: CaptureSink {
    /// The devices in the order in which they were met.
    private(set) var devices: [SensorIdentity] = []
    private var characteristics: [SensorIdentity: [UInt16: BluetoothUUID]] = [:]

    mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
        guard let handle = value.handle, handle > 1, let uuid = value.characteristic, uuid.isHarmless else { return }
        if !devices.contains(value.device) { devices.append(value.device) }
        characteristics[value.device, default: [:]][handle] = uuid
    }

    /// The device under an address of nobody's.
    func scrubbed(_ device: SensorIdentity) -> RecordedDevice? {
        guard let place = devices.firstIndex(of: device), let table = characteristics[device] else { return nil }
        let list = table.map { handle, uuid in
            RecordedCharacteristic(handle: handle - 1, valueHandle: handle, properties: 0x12, uuid: uuid)
        }
        return RecordedDevice(
            // A random static address: its two highest bits are set.
            address: BluetoothAddress(rawValue: 0xC000_0000_0001 + UInt64(place)),
            isAddressRandom: true,
            name: nil,
            characteristics: list.sorted { $0.handle < $1.handle }
        )
    }
}

/// The copy, as the recording is read a second time.
private struct ScrubbedCopy: CaptureSink {
    private let attributes: AttributeSurvey
    private let beginning: Int64
    private var writer = RecordingWriter()
    private(set) var bytes: [UInt8] = []
    private var connected: Set<SensorIdentity> = []
    /// What is to be added to each time, in microseconds.
    private var shift: Int64?

    init(_ attributes: AttributeSurvey, beginsAt beginning: Int64) {
        self.attributes = attributes
        self.beginning = beginning
        writer.begin(at: beginning, into: &bytes)
    }

    mutating func received(_ value: AttributeValue, bytes octets: Span<UInt8>) {
        let time = moved(value.unixMicroseconds)
        guard let handle = value.handle, let uuid = value.characteristic, uuid.isHarmless, value.offset == 0,
            let device = attributes.scrubbed(value.device)
        else { return }
        if connected.insert(value.device).inserted { writer.connected(device, at: time, into: &bytes) }
        switch value.operation {
        case .notify, .indicate:
            writer.received(
                octets,
                handle: handle,
                from: device.address,
                isIndication: value.operation == .indicate,
                at: time,
                into: &bytes
            )
        case .read: writer.read(octets, handle: handle, of: device.address, at: time, into: &bytes)
        case .write: writer.wrote(octets, handle: handle, to: device.address, at: time, into: &bytes)
        }
    }

    mutating func disconnected(_ device: SensorIdentity, unixMicroseconds: Int64) {
        let time = moved(unixMicroseconds)
        guard connected.remove(device) != nil, let address = attributes.scrubbed(device)?.address else { return }
        writer.disconnected(address, at: time, into: &bytes)
    }

    mutating func noted(_ text: String, unixMicroseconds: Int64) {
        let time = moved(unixMicroseconds)
        if let note = scrubbed(text) { writer.noted(note, at: time, into: &bytes) }
    }

    /// What stays of a line: what the runner did, not what they said; that a sensor was sought, not which one it was.
    private func scrubbed(_ text: String) -> String? {
        if let origin = RecordingOrigin(note: text) {
            return RecordingOrigin(source: origin.source, utcOffsetSeconds: nil).note
        }
        switch RunInput(note: text) {
        case .mark: return RunInput.mark("").note
        case .seeking(let sensor, let seeking):
            return attributes.scrubbed(sensor).flatMap {
                RunInput.seeking(SensorIdentity($0.address), seeking).note
            }
        case .clockSet, nil: return nil
        case let input?: return input.note
        }
    }

    private mutating func moved(_ time: Int64) -> Int64 {
        let shift = shift ?? beginning &- time
        self.shift = shift
        return time &+ shift
    }
}
