import Capture
import SensorCodec
import TestSupport
import Testing

@Suite("Recordings")
struct RecordingTests {
    private let strap = SensorIdentity(Session.strap)
    private let treadmill = SensorIdentity(Session.treadmill)

    private func expectSame(_ reading: Reading, _ recorder: Recorder) {
        let told = reading.values.map {
            Recorder.Expectation(
                unixMicroseconds: $0.value.unixMicroseconds,
                device: $0.value.device,
                handle: $0.value.handle,
                characteristic: $0.value.characteristic,
                operation: $0.value.operation,
                bytes: $0.bytes
            )
        }
        #expect(told == recorder.expectations)
        #expect(reading.values.allSatisfy { !$0.value.isGuessed && $0.value.offset == 0 })
        #expect(reading.values.allSatisfy { ($0.value.direction == .toDevice) == ($0.value.operation == .write) })
        #expect(reading.damages == [])
        #expect(reading.passedOverCount == 0)
    }

    @Test("what is recorded is read back: values, times, devices, names, services, characteristics, notes")
    func roundTrip() throws {
        let recorder = Recorder.run
        let reading = try Reading(recorder.bytes)
        expectSame(reading, recorder)
        #expect(reading.header?.format == .btsnoop)
        #expect(reading.header?.datalink == 2001)
        #expect(reading.header?.beganUnixMicroseconds == 1_800_000_000_000_000)
        #expect(reading.devices.map(\.device) == [strap, treadmill])
        #expect(reading.devices.map(\.name) == [Recorder.strap.name, Recorder.treadmill.name])
        #expect(reading.devices[0].services == [Service.heartRate, BluetoothUUID(0x180F)])
        #expect(
            reading.devices[1].services == [Service.fitnessMachine, Recorder.vendorService, BluetoothUUID(0x180A)]
        )
        #expect(reading.devices[0].characteristics == Recorder.strap.characteristics.map(\.uuid))
        #expect(
            reading.devices[1].characteristics.map(\.description) == [
                "2acd", "2ad9", "2acc", Recorder.vendorValue.description, "2a29",
            ]
        )
        // The strap was lost once before the end.
        #expect(reading.disconnections == [strap, treadmill, strap])
        #expect(reading.notes.map(\.text) == ["searching E1:57:EA:D1:00:01", "pause", "resume"])
        #expect(reading.notes[0].unixMicroseconds == 1_800_000_000_000_000)
        #expect(reading.names == [])
    }

    @Test("a recording reads the same in pieces of any size", arguments: [1, 2, 23, 24, 57, 1000])
    func pieces(_ piece: Int) throws {
        let file = Recorder.run.bytes
        #expect(try Reading(file, piece: piece) == Reading(file))
    }

    @Test("a recording that ends anywhere is read up to there")
    func everyCut() throws {
        let recorder = Recorder.run
        let whole = try Reading(recorder.bytes)
        for count in 16...recorder.bytes.count {
            let reading = try Reading(Array(recorder.bytes[..<count]))
            #expect(whole.values.starts(with: reading.values), "cut at \(count)")
            #expect(whole.notes.starts(with: reading.notes), "cut at \(count)")
            #expect(!reading.damages.contains { !$0.isCutTail }, "cut at \(count)")
        }
        // Between two calls nothing is cut: what was appended so far is a whole capture.
        for end in recorder.ends { #expect(try Reading(Array(recorder.bytes[..<end])).damages == []) }
    }

    @Test("values of every length that an attribute can have, sent in every way", arguments: [0, 1, 20, 244, 511, 512])
    func lengths(_ count: Int) throws {
        let value = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var recorder = Recorder()
        recorder.connect(Recorder.treadmill)
        for operation in [AttributeValue.Operation.notify, .indicate, .read, .write] {
            recorder.tell(operation, value, handle: 0x32, Session.treadmill)
        }
        recorder.tell(.write, value, handle: 0x32, Session.treadmill, expectsResponse: false)
        expectSame(try Reading(recorder.bytes), recorder)
    }

    @Test("a value that is longer than an attribute can be is cut there")
    func longerThanAnAttribute() throws {
        var recorder = Recorder()
        recorder.connect(Recorder.treadmill)
        recorder.tell(.notify, [UInt8](repeating: 9, count: 70_000), handle: 0x32, Session.treadmill)
        let reading = try Reading(recorder.bytes)
        expectSame(reading, recorder)
        #expect(reading.values[0].bytes.count == 512)
    }

    @Test("tables that need many answers, and handles that no device has, are written and read without a trap")
    func largeTables() throws {
        let uuids = (0..<300).map { (index: Int) -> BluetoothUUID in
            index % 3 == 0 ? BluetoothUUID(high: 7, low: UInt64(index)) : BluetoothUUID(UInt16(0x5000 + index))
        }
        var device = Recorder.treadmill
        device.services = []
        device.characteristics = []
        for (index, uuid) in uuids.enumerated() {
            let handle = UInt16(2 + 4 * index)
            if index < 60 { device.services.append(RecordedService(handle: UInt16(1 + 20 * index), uuid: uuid)) }
            device.characteristics.append(
                RecordedCharacteristic(handle: handle, valueHandle: handle + 1, properties: 2, uuid: uuid)
            )
        }
        var recorder = Recorder()
        recorder.connect(device)
        var reading = try Reading(recorder.bytes)
        #expect(reading.devices.map(\.services) == [Array(uuids[..<60])])
        #expect(reading.devices.map(\.characteristics) == [uuids])

        // At both ends of the handles, twice the same, and backwards.
        let odd = BluetoothUUID(0x1234)
        device.services = [0, 1, 0xFFFF, 0xFFFF].map { RecordedService(handle: $0, lastHandle: 3, uuid: odd) }
        let pairs: [(UInt16, UInt16)] = [(0, 1), (1, 0), (5, 2), (0xFFFF, 0xFFFF), (0xFFFF, 7)]
        device.characteristics = pairs.map {
            RecordedCharacteristic(handle: $0, valueHandle: $1, properties: 0, uuid: odd)
        }
        device.characteristics.append(
            RecordedCharacteristic(handle: 0xFFFF, valueHandle: 9, properties: 0, uuid: Recorder.vendorValue)
        )
        recorder = Recorder()
        recorder.connect(device)
        reading = try Reading(recorder.bytes)
        #expect(reading.devices.map(\.services) == [[odd]])
        #expect(reading.devices.map(\.characteristics) == [[odd, odd, Recorder.vendorValue, odd]])
        #expect(reading.damages == [])
    }

    @Test(
        "names of every length come back, without what would reach a terminal",
        arguments: [1, 28, 29, 30, 222, 223, 224, 225, 226, 247, 248]
    )
    func names(_ count: Int) throws {
        let hostile = "\u{1B}[2J" + String(repeating: "é", count: 124)
        for name in [String(repeating: "n", count: count), "", "\u{1B}", hostile] {
            var device = Recorder.strap
            device.name = name
            var recorder = Recorder()
            recorder.connect(device)
            let kept = PrintableText.text(Array(name.utf8.prefix(248)).span)
            let read = try Reading(recorder.bytes).devices.map(\.name)
            if name == hostile {
                // The escape takes four octets of the 248: the last two characters have no room.
                #expect(read == ["[2J" + String(repeating: "é", count: 122)])
            } else {
                #expect(read == [kept.isEmpty ? nil : kept])
            }
        }
    }

    @Test("a name that comes later, or another, is told")
    func laterName() throws {
        var device = Recorder.strap
        device.name = nil
        var recorder = Recorder()
        recorder.connect(device)
        recorder.tell(.notify, [0, 100], handle: 0x12, Session.strap)
        recorder.name("Strap 9", Session.strap)
        recorder.name("Strap 9", Session.strap)
        recorder.name(String(repeating: "x", count: 300), Session.strap)
        let reading = try Reading(recorder.bytes)
        #expect(reading.devices.map(\.name) == [nil])
        #expect(reading.names == ["Strap 9", String(repeating: "x", count: 248)])
    }

    @Test("a sensor that connects again was lost; with other handles, they mean what they mean now")
    func reconnection() throws {
        var other = Recorder.strap
        other.characteristics = [
            RecordedCharacteristic(
                handle: 0x51,
                valueHandle: 0x52,
                properties: 0x10,
                uuid: Characteristic.heartRateMeasurement
            )
        ]
        var recorder = Recorder()
        recorder.connect(Recorder.strap)
        recorder.tell(.notify, [0, 100], handle: 0x12, Session.strap)
        recorder.connect(other)
        recorder.tell(.notify, [0, 101], handle: 0x52, Session.strap)
        recorder.disconnect(Session.strap)
        recorder.disconnect(Session.strap)
        let reading = try Reading(recorder.bytes)
        expectSame(reading, recorder)
        #expect(reading.disconnections == [strap, strap])
    }

    @Test("of more sensors than can be, those that are gone make room, and those beyond are passed over")
    func manySensors() throws {
        var writer = RecordingWriter()
        var bytes: [UInt8] = []
        func device(_ number: Int) -> RecordedDevice {
            var device = Recorder.strap
            device.address = BluetoothAddress(rawValue: UInt64(number))
            return device
        }
        for number in 1...65 {
            #expect(writer.connected(device(number), at: 1, into: &bytes) == (number <= 64))
            writer.received([0, 90], handle: 0x12, from: device(number).address, at: 2, into: &bytes)
        }
        #expect(writer.passedOverCount == 2)
        writer.disconnected(device(7).address, at: 3, into: &bytes)
        #expect(writer.connected(device(65), at: 4, into: &bytes))
        writer.received([0, 91], handle: 0x12, from: device(65).address, at: 5, into: &bytes)
        writer.received([0, 92], handle: 0x12, from: device(7).address, at: 5, into: &bytes)
        #expect(writer.passedOverCount == 3)
        let reading = try Reading(bytes)
        #expect(reading.values.map(\.value.device.rawValue) == Array(1...64) + [65])
        #expect(reading.values.last?.bytes == [0, 91])
        #expect(reading.damages == [])
    }

    @Test("a time that no reader would believe is brought into bounds")
    func times() throws {
        var recorder = Recorder()
        recorder.time = .min
        recorder.note("one")
        recorder.time = .max - 1_000_000
        recorder.note("two")
        let reading = try Reading(recorder.bytes)
        #expect(reading.notes.map(\.unixMicroseconds) == [0, 7_258_118_400_000_000])
    }
}

extension RecordingWriter {
    fileprivate mutating func received(
        _ value: [UInt8],
        handle: UInt16,
        from sensor: BluetoothAddress,
        at time: Int64,
        into bytes: inout [UInt8]
    ) {
        received(value.span, handle: handle, from: sensor, at: time, into: &bytes)
    }
}
