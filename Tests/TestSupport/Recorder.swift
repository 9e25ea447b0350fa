public import Capture
public import SensorCodec

/// Makes a recording, and remembers what a reader must find in it.
public struct Recorder {
    /// A value as it was handed to the writer.
    public struct Expectation: Equatable {
        public var unixMicroseconds: Int64
        public var device: SensorIdentity
        public var handle: UInt16?
        public var characteristic: BluetoothUUID?
        public var operation: AttributeValue.Operation
        public var bytes: [UInt8]

        public init(
            unixMicroseconds: Int64,
            device: SensorIdentity,
            handle: UInt16?,
            characteristic: BluetoothUUID?,
            operation: AttributeValue.Operation,
            bytes: [UInt8]
        ) {
            self.unixMicroseconds = unixMicroseconds
            self.device = device
            self.handle = handle
            self.characteristic = characteristic
            self.operation = operation
            self.bytes = bytes
        }
    }

    public private(set) var writer: RecordingWriter
    /// The file so far.
    public private(set) var bytes: [UInt8] = []
    public private(set) var expectations: [Expectation] = []
    /// How long the file was after each call, in octets.
    public private(set) var ends: [Int] = []
    /// When the next call happens, in microseconds since 1970-01-01 UTC.
    public var time: Int64 = 1_800_000_000_000_000
    private var characteristics: [BluetoothAddress: [UInt16: BluetoothUUID]] = [:]

    /// Nothing recorded yet.
    public init(_ writer: RecordingWriter = RecordingWriter()) { self.writer = writer }

    public mutating func connect(_ device: RecordedDevice) {
        let table = device.characteristics.map { ($0.valueHandle, $0.uuid) }
        characteristics[device.address] = Dictionary(table, uniquingKeysWith: { $1 })
        writer.connected(device, at: time, into: &bytes)
        tick()
    }

    public mutating func disconnect(_ sensor: BluetoothAddress) {
        writer.disconnected(sensor, at: time, into: &bytes)
        tick()
    }

    public mutating func name(_ name: String, _ sensor: BluetoothAddress) {
        writer.named(name, sensor, at: time, into: &bytes)
        tick()
    }

    public mutating func note(_ text: String) {
        writer.noted(text, at: time, into: &bytes)
        tick()
    }

    /// A value that came by itself, was read or was written.
    public mutating func tell(
        _ operation: AttributeValue.Operation,
        _ value: [UInt8],
        handle: UInt16,
        _ sensor: BluetoothAddress,
        expectsResponse: Bool = true
    ) {
        switch operation {
        case .notify: writer.received(value.span, handle: handle, from: sensor, at: time, into: &bytes)
        case .indicate:
            writer.received(value.span, handle: handle, from: sensor, isIndication: true, at: time, into: &bytes)
        case .read: writer.read(value.span, handle: handle, of: sensor, at: time, into: &bytes)
        case .write:
            writer.wrote(
                value.span,
                handle: handle,
                to: sensor,
                expectsResponse: expectsResponse,
                at: time,
                into: &bytes
            )
        }
        expectations.append(
            Expectation(
                unixMicroseconds: time,
                device: SensorIdentity(sensor),
                handle: handle,
                characteristic: characteristics[sensor]?[handle],
                operation: operation,
                bytes: Array(value.prefix(RecordingWriter.valueOctets))
            )
        )
        tick()
    }

    private mutating func tick() {
        ends.append(bytes.count)
        time += 250_001
    }
}

extension Recorder {
    /// A service of its maker's, as treadmills have them.
    public static let vendorService = BluetoothUUID(high: 0x4953_5343_FE7D_4AE5, low: 0x8FA9_9FAF_D205_E455)
    public static let vendorValue = BluetoothUUID(high: 0x4953_5343_1E4D_4BD9, low: 0xBA61_23C6_4724_9616)

    /// A strap that also tells its battery.
    public static let strap = RecordedDevice(
        address: Session.strap,
        isAddressRandom: true,
        name: "Strap 9",
        services: [
            RecordedService(handle: 0x10, lastHandle: 0x13, uuid: Service.heartRate),
            RecordedService(handle: 0x20, lastHandle: 0x22, uuid: BluetoothUUID(0x180F)),
        ],
        characteristics: [
            RecordedCharacteristic(
                handle: 0x11,
                valueHandle: 0x12,
                properties: 0x10,
                uuid: Characteristic.heartRateMeasurement
            ),
            RecordedCharacteristic(
                handle: 0x21,
                valueHandle: 0x22,
                properties: 0x12,
                uuid: Characteristic.batteryLevel
            ),
        ]
    )

    /// A treadmill with a control point and a service of its maker's, listed out of order and without last handles.
    public static let treadmill = RecordedDevice(
        address: Session.treadmill,
        isAddressRandom: false,
        name: "Läufer & Co ♥",
        services: [
            RecordedService(handle: 0x30, uuid: vendorService),
            RecordedService(handle: 0x10, uuid: Service.fitnessMachine),
            RecordedService(handle: 0x40, uuid: BluetoothUUID(0x180A)),
        ],
        characteristics: [
            RecordedCharacteristic(handle: 0x31, valueHandle: 0x32, properties: 0x1C, uuid: vendorValue),
            RecordedCharacteristic(
                handle: 0x11,
                valueHandle: 0x12,
                properties: 0x10,
                uuid: Characteristic.treadmillData
            ),
            RecordedCharacteristic(handle: 0x14, valueHandle: 0x15, properties: 0x28, uuid: BluetoothUUID(0x2AD9)),
            RecordedCharacteristic(handle: 0x17, valueHandle: 0x18, properties: 0x02, uuid: BluetoothUUID(0x2ACC)),
            RecordedCharacteristic(
                handle: 0x41,
                valueHandle: 0x42,
                properties: 0x02,
                uuid: Characteristic.manufacturerName
            ),
        ]
    )

    /// A short run with a strap and a treadmill: values of every kind, notes, a strap that is lost and comes back.
    public static var run: Recorder {
        var recorder = Recorder(RecordingWriter(adapter: BluetoothAddress(rawValue: 0x0011_2233_4455)))
        recorder.note("searching \(Session.strap)")
        recorder.connect(strap)
        recorder.tell(.read, [87], handle: 0x22, Session.strap)
        recorder.connect(treadmill)
        recorder.tell(.read, Array("Maker".utf8), handle: 0x42, Session.treadmill)
        recorder.tell(.read, [0x0D, 0x14, 0, 0, 3, 0, 0, 0], handle: 0x18, Session.treadmill)
        recorder.tell(.write, [0x00], handle: 0x15, Session.treadmill)
        recorder.tell(.indicate, [0x80, 0x00, 0x01], handle: 0x15, Session.treadmill)
        for beat in 0..<6 as Range<UInt8> {
            recorder.tell(.notify, [0x10, 120 + beat, 0x00, 0x02], handle: 0x12, Session.strap)
            recorder.tell(
                .notify,
                [0x84, 0x04, 0x58, 0x02, beat, 0, 0, 1, 0, 2, 0, 3, beat, 0],
                handle: 0x12,
                Session.treadmill
            )
            if beat == 2 { recorder.note("pause") }
            if beat == 3 {
                recorder.connect(strap)
                recorder.note("resume")
            }
        }
        recorder.tell(.write, [1, 2, 3], handle: 0x32, Session.treadmill, expectsResponse: false)
        recorder.disconnect(Session.treadmill)
        recorder.disconnect(Session.strap)
        return recorder
    }
}
