import Capture
import Foundation
import Hardware
import SensorCodec
import TestSupport
import Testing

/// The live way through the monitor's packets, held to what is read from files of the same packets.
@Suite("The monitor, packet by packet")
struct MonitorTests {
    private func file(_ capture: SampleCapture) throws -> [UInt8] {
        try Places.bytes(Places.captures.appending(path: capture.fileName))
    }

    private func hear(_ packets: [MonitorPackets.Packet], after learn: (inout MonitorStream) -> Void = { _ in })
        -> Reading
    {
        var reading = Reading()
        var stream = MonitorStream()
        learn(&stream)
        for packet in packets { stream.read(packet.record, packet.octets.span, into: &reading) }
        stream.finish(into: &reading)
        reading.opcodeCounts = stream.opcodeCounts
        reading.passedOverCount = stream.passedOverCount
        return reading
    }

    /// A session behind its connections and discoveries: all from the first notification on.
    private func lateStart(_ packets: [MonitorPackets.Packet]) throws -> [MonitorPackets.Packet] {
        let first = try #require(packets.firstIndex { $0.receivedAttribute?.first == 0x1B })
        return Array(packets[first...])
    }

    @Test("record by record it is what the file tells", arguments: SampleCapture.allCases)
    func sameAsFile(_ capture: SampleCapture) throws {
        let file = try file(capture)
        var whole = try Reading(file)
        let packets = MonitorPackets.all(of: file)
        #expect(packets.count == whole.frameCount)
        #expect(!whole.values.isEmpty)
        whole.header = nil
        whole.frameCount = 0
        #expect(hear(packets) == whole)
    }

    @Test("started late, with links and handles learned from elsewhere, every value is as in the whole capture")
    func lateAndLearned() throws {
        let packets = MonitorPackets.all(of: try file(.both))
        let whole = hear(packets)
        let links = knownLinks(packets)
        #expect(links.count == 2)
        let late = hear(try lateStart(packets)) { stream in
            for link in links { stream.learn(link) }
            for link in links {
                let values = whole.values.filter { $0.value.device == SensorIdentity(link.address) }
                stream.learn(characteristics: handles(of: values), of: link.address)
            }
        }
        let first = try #require(whole.values.firstIndex { $0.value.operation == .notify })
        #expect(late.values == Array(whole.values[first...]))
        #expect(late.values.contains { $0.value.characteristic == BluetoothUUID(0x2A37) })
        #expect(late.values.contains { $0.value.characteristic == BluetoothUUID(0x2ACD) })
        #expect(late.devices.map(\.device) == whole.devices.map(\.device))
    }

    @Test("started late with nothing known, a strap is told by the shape of its values")
    func lateAndGuessed() throws {
        let packets = MonitorPackets.all(of: try file(.heartRate))
        let whole = hear(packets)
        let late = hear(try lateStart(packets))
        #expect(late.devices.first?.device.description == "unknown-1")
        let guessed = late.values.filter(\.value.isGuessed)
        #expect(guessed.count > 10)
        #expect(guessed.allSatisfy { $0.value.characteristic == BluetoothUUID(0x2A37) })
        let known = whole.values.filter { $0.value.characteristic == BluetoothUUID(0x2A37) }
        #expect(known.suffix(guessed.count).map(\.bytes) == guessed.map(\.bytes))
    }

    @Test("a link that was nameless gets its device, with what was found out about it, and goes on")
    func learnedInTheMiddle() {
        var session = Session()
        session.discover(0x40, [0x2A37])
        for beat in 0..<2 as Range<UInt8> { session.notify(0x40, 3, [0x00, 100 + beat]) }
        let packets = MonitorPackets.all(of: session.btsnoop(2001))
        var reading = Reading()
        var stream = MonitorStream()
        for (index, packet) in packets.enumerated() {
            if index == packets.count - 1 {
                stream.learn(KnownLink(adapter: 0, handle: 0x40, address: Session.strap, isClassic: false))
            }
            stream.read(packet.record, packet.octets.span, into: &reading)
        }
        #expect(reading.values.map(\.value.device.description) == ["unknown-1", Session.strap.description])
        #expect(reading.values.allSatisfy { $0.value.characteristic == BluetoothUUID(0x2A37) })
        #expect(reading.devices.count == 2)
    }

    @Test("what was learned does not overrule what is heard, and a device that was only learned of is not told of")
    func heardIsNewer() {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.treadmill))
        session.discover(0x40, [0x2ACD])
        session.notify(0x40, 3, [0x00, 0x00, 0x58, 0x02])
        let packets = MonitorPackets.all(of: session.btsnoop(2001))
        let reading = hear(packets) { stream in
            stream.learn(KnownLink(adapter: 0, handle: 0x41, address: Session.strap, isClassic: true))
            stream.learn(KnownLink(adapter: 0, handle: 0x40, address: Session.treadmill, isClassic: true))
            stream.learn(characteristics: [3: BluetoothUUID(0x2A37)], of: Session.treadmill)
            stream.learn(characteristics: [3: BluetoothUUID(0x2A37)], of: BluetoothAddress(rawValue: 7))
        }
        #expect(reading.bytes(of: 0x2ACD) == [[0x00, 0x00, 0x58, 0x02]])
        #expect(reading.devices.map(\.device.address) == [Session.treadmill, Session.strap])
    }

    @Test("an adapter that goes away ends its own links only")
    func adapters() {
        var reading = Reading()
        var stream = MonitorStream()
        let value: [UInt8] = [0x40, 0x20, 9, 0, 5, 0, 4, 0, 0x1B, 3, 0, 0, 100]
        for adapter in 0..<2 as Range<UInt16> {
            let address = BluetoothAddress(rawValue: UInt64(adapter) + 1)
            stream.learn(KnownLink(adapter: adapter, handle: 0x40, address: address, isClassic: false))
            let record = MonitorRecord(opcode: .receivedACL, adapter: adapter, unixMicroseconds: 1)
            stream.read(record, value.span, into: &reading)
        }
        for opcode in [.closedIndex, .deletedIndex] as [MonitorRecord.Opcode] {
            let record = MonitorRecord(opcode: opcode, adapter: 1, unixMicroseconds: 2)
            stream.read(record, [UInt8]().span, into: &reading)
        }
        #expect(reading.values.map(\.bytes) == [[0, 100], [0, 100]])
        #expect(reading.disconnections.map(\.address?.rawValue) == [2])
    }

    @Test("octets of chance under every opcode trap nothing")
    func chance() {
        var random = Randomness(seed: 20_261_124)
        var reading = Reading()
        var stream = MonitorStream()
        for _ in 0..<20_000 {
            let octets = random.bytes(Int.random(in: 0...40, using: &random))
            let opcode = random.chance(80) ? UInt16.random(in: 0...20, using: &random) : .random(in: 0...(.max))
            let record = MonitorRecord(
                opcode: .init(rawValue: opcode),
                adapter: random.pick([0, 1, 0xFFFF]),
                unixMicroseconds: Int64(bitPattern: random.next())
            )
            stream.read(record, octets.span, into: &reading)
            if random.chance(1) {
                let address = BluetoothAddress(rawValue: UInt64.random(in: 0...3, using: &random))
                let handle = UInt16.random(in: 0...(.max), using: &random)
                stream.learn(KnownLink(adapter: 0, handle: handle, address: address, isClassic: random.chance(10)))
                stream.learn(characteristics: [handle: BluetoothUUID(0x2A37)], of: address)
            }
        }
        stream.finish(into: &reading)
        #expect(!reading.devices.isEmpty)
    }

    @Test("read live, a record is told as soon as it is whole")
    func live() throws {
        let session = Session.twoSensors
        let file = session.btsnoop(2001)
        var whole = try Reading(file)
        var reading = Reading()
        var reader = CaptureReader(isLive: true)
        var used = 0
        var end = 16
        for packet in MonitorPackets.all(of: file) {
            end += 24 + packet.octets.count
            used += try reader.read(file.span.extracting(used..<end), isLast: false, into: &reading)
            #expect(used == end)
        }
        used += try reader.read(file.span.extracting(used..<file.count), isLast: true, into: &reading)
        #expect(used == file.count)
        whole.frameCount = 0
        whole.opcodeCounts = []
        #expect(reading == whole)
    }

    /// Which device each link led to, by the connection events of the capture.
    private func knownLinks(_ packets: [MonitorPackets.Packet]) -> [KnownLink] {
        packets.compactMap { packet in
            let octets = packet.octets
            guard packet.opcode == 3, octets.count >= 14, octets[0] == 0x3E, octets[2] == 1 || octets[2] == 0x0A
            else { return nil }
            let handle = UInt16(octets[4]) | UInt16(octets[5]) << 8
            guard let address = BluetoothAddress(littleEndian: octets.span.extracting(8..<14)) else { return nil }
            return KnownLink(adapter: packet.adapter, handle: handle, address: address, isClassic: false)
        }
    }

    private func handles(of values: [Reading.Value]) -> [UInt16: BluetoothUUID] {
        var handles: [UInt16: BluetoothUUID] = [:]
        for value in values {
            if let handle = value.value.handle, let uuid = value.value.characteristic { handles[handle] = uuid }
        }
        return handles
    }
}

extension MonitorPackets.Packet {
    var record: MonitorRecord {
        MonitorRecord(opcode: .init(rawValue: opcode), adapter: adapter, unixMicroseconds: unixMicroseconds)
    }
}
