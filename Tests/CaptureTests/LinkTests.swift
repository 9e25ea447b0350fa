import Capture
import SensorCodec
import TestSupport
import Testing

@Suite("Links and handles")
struct LinkTests {
    private let strap = SensorIdentity(Session.strap)
    private let treadmill = SensorIdentity(Session.treadmill)

    @Test("a connection handle given out again belongs to the new device")
    func handleReuse() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.strap))
        session.discover(0x40, [0x2A37])
        session.notify(0x40, 3, [0x00, 100])
        session.add(.disconnect(handle: 0x40))
        session.add(.connect(handle: 0x40, address: Session.treadmill))
        session.discover(0x40, [0x2ACD])
        session.notify(0x40, 3, [0x00, 0x00, 0x58, 0x02])
        let reading = try Reading(session.btsnoop(1002))
        #expect(reading.bytes(of: 0x2A37, from: strap) == [[0x00, 100]])
        #expect(reading.bytes(of: 0x2ACD, from: treadmill) == [[0x00, 0x00, 0x58, 0x02]])
    }

    @Test("a device that comes back without being discovered again is known by its address")
    func rediscovery() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.strap))
        session.discover(0x40, [0x2A37])
        session.add(.disconnect(handle: 0x40))
        session.add(.connect(handle: 0x55, address: Session.strap))
        session.notify(0x55, 3, [0x00, 101])
        #expect(try Reading(session.btsnoop(2001)).bytes(of: 0x2A37, from: strap) == [[0x00, 101]])
    }

    @Test("after Service Changed the old handles mean nothing")
    func serviceChanged() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.strap))
        session.discover(0x40, [0x2A05, 0x2A37])
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x1D, 3, 0, 1, 0, 0xFF, 0xFF]))
        session.notify(0x40, 6, [0x00, 102])
        #expect(try Reading(session.btsnoop(1002)).bytes(of: 0x2A37) == [])
    }

    @Test("reads, writes and their answers are told with handle and direction")
    func operations() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.treadmill))
        session.discover(0x40, [0x2ACC, 0x2AD9])
        session.add(.attribute(handle: 0x40, isFromDevice: false, [0x0A, 3, 0]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x0B, 1, 2, 3, 4, 5, 6, 7, 8]))
        session.add(.attribute(handle: 0x40, isFromDevice: false, [0x12, 6, 0, 0x00]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x13]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x1D, 6, 0, 0x80, 0x00, 0x01]))
        session.add(.attribute(handle: 0x40, isFromDevice: false, [0x52, 6, 0, 0x07]))
        // Two values in one notification.
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x23, 3, 0, 1, 0, 9, 6, 0, 2, 0, 8, 7]))
        // An answer whose question the capture does not hold.
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x0B, 5]))
        let values = try Reading(session.btsnoop(1002)).values
        #expect(values.map(\.value.operation) == [.read, .write, .indicate, .write, .notify, .notify, .read])
        #expect(values.map(\.value.handle) == [3, 6, 6, 6, 3, 6, nil])
        #expect(values.map { $0.value.direction == .toDevice } == [false, true, false, true, false, false, false])
        #expect(values.map(\.bytes) == [[1, 2, 3, 4, 5, 6, 7, 8], [0], [0x80, 0, 1], [7], [9], [8, 7], [5]])
        let controlPoint = BluetoothUUID(0x2AD9)
        #expect(
            values.map { $0.value.characteristic == controlPoint } == [false, true, true, true, false, true, false]
        )
    }

    @Test("the later parts of a long read say where they begin")
    func longRead() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.treadmill))
        session.discover(0x40, [0x2A00])
        session.add(.attribute(handle: 0x40, isFromDevice: false, [0x0A, 3, 0]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x0B] + Array("Long ".utf8)))
        session.add(.attribute(handle: 0x40, isFromDevice: false, [0x0C, 3, 0, 5, 0]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x0D] + Array("name".utf8)))
        let values = try Reading(session.btsnoop(1002)).values
        #expect(values.map(\.value.offset) == [0, 5])
        #expect(values.map(\.value.handle) == [3, 3])
    }

    @Test("a refused read is not taken for the next one's answer")
    func errorResponse() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.treadmill))
        session.discover(0x40, [0x2ACC])
        session.add(.attribute(handle: 0x40, isFromDevice: false, [0x0A, 9, 0]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x01, 0x0A, 9, 0, 0x02]))
        session.add(.attribute(handle: 0x40, isFromDevice: true, [0x0B, 5]))
        #expect(try Reading(session.btsnoop(1002)).values.map(\.value.handle) == [nil])
    }

    @Test("fragments of another frame in between, an orphan and an unfinished frame lose nothing else")
    func fragments() throws {
        var file: [UInt8] = []
        BtsnoopWriter.appendHeader(.h4, to: &file)
        func acl(_ handle: UInt16, _ boundary: UInt16, _ body: [UInt8], received: Bool = true) {
            let packet = [2] + Session.little(handle | boundary << 12) + Session.little(UInt16(body.count)) + body
            BtsnoopWriter.append(
                packet.span,
                flags: received ? 1 : 0,
                unixMicroseconds: 1_800_000_000_000_000,
                to: &file
            )
        }
        let first = Session.l2cap([0x1B, 3, 0, 0x10, 120, 0x00, 0x02])
        let second = Session.l2cap([0x1B, 9, 0, 0x00, 0x00, 0x58, 0x02])
        acl(0x40, 1, [9, 9, 9])
        acl(0x40, 2, Array(first[0..<2]))
        acl(0x41, 2, Array(second[0..<6]))
        acl(0x40, 0, Session.l2cap([0x0A, 3, 0]), received: false)
        acl(0x40, 1, Array(first[2..<8]))
        acl(0x41, 2, second)
        acl(0x40, 1, Array(first[8...]))
        let reading = try Reading(file)
        #expect(reading.values.map(\.bytes) == [[0x00, 0x00, 0x58, 0x02], [0x10, 120, 0x00, 0x02]])
        #expect(Set(reading.values.map(\.value.device)).count == 2)
    }

    @Test("a repeated frame on the air counts once; a new one that reuses its number after a lost one counts")
    func retransmission() throws {
        var air = Air()
        let header = air.frames(.connect(handle: 0x40, address: Session.strap))
        let beat = air.frames(.attribute(handle: 0x40, isFromDevice: true, [0x1B, 3, 0, 0x00, 100]))
        _ = air.frames(.attribute(handle: 0x40, isFromDevice: true, [0x1B, 3, 0, 0x00, 101]))  // missed by the sniffer
        let next = air.frames(.attribute(handle: 0x40, isFromDevice: true, [0x1B, 3, 0, 0x00, 102]))
        var file = Session().pcap(272)
        for frame in header + beat + beat + next {
            let bytes = frame.captured(as: 272)
            file += Session.little(UInt32(1_800_000_000)) + Session.little(UInt32(0))
            file += Session.little(UInt32(bytes.count)) + Session.little(UInt32(bytes.count)) + bytes
        }
        let bad = beat[0].captured(as: 272, isGood: false)
        file += Session.little(UInt32(1_800_000_001)) + Session.little(UInt32(0))
        file += Session.little(UInt32(bad.count)) + Session.little(UInt32(bad.count)) + bad
        #expect(try Reading(file).values.map(\.bytes) == [[0x00, 100], [0x00, 102]])
    }

    @Test("a name from the air holds no control character")
    func hostileName() throws {
        var session = Session()
        session.add(.advertise(address: Session.strap, name: [0x1B] + Array("[2JBad\u{202E}\u{7}name\n ".utf8)))
        session.add(.connect(handle: 0x40, address: Session.strap))
        #expect(try Reading(session.btsnoop(1002)).devices.map(\.name) == ["[2JBadname"])
    }

    @Test(
        "each report of an advertising event names its device, in the legacy and in the extended layout, at every cut"
    )
    func advertisedNames() throws {
        let devices = [(Session.strap, "Strap"), (Session.treadmill, "Mill")]
        var session = Session()
        for (index, device) in devices.enumerated() {
            session.add(.connect(handle: 0x40 + UInt16(index), address: device.0))
        }
        let links = session.btsnoop(1002).dropFirst(16)
        for isExtended in [false, true] {
            var event: [UInt8] = [isExtended ? 0x0D : 0x02, 2]
            for (address, name) in devices {
                event += isExtended ? [0, 0, 1] : [0, 1]
                event += Session.wire(address) + [UInt8](repeating: 0, count: isExtended ? 14 : 0)
                event += [UInt8(name.utf8.count + 2), UInt8(name.utf8.count + 1), 0x09] + Array(name.utf8)
                event += isExtended ? [] : [0xC8]
            }
            for length in 0...event.count {
                var file: [UInt8] = []
                BtsnoopWriter.appendHeader(.h4, to: &file)
                let packet = [4, 0x3E, UInt8(length)] + event[..<length]
                BtsnoopWriter.append(packet.span, flags: 3, unixMicroseconds: 1_799_999_999_000_000, to: &file)
                let names = try Reading(file + links).devices.map(\.name)
                try #require(names.count == 2)
                // The signal behind the last legacy report is not looked at.
                let isWhole = length >= event.count - (isExtended ? 0 : 1)
                #expect(names[1] == (isWhole ? "Mill" : nil), "\(isExtended), cut at \(length)")
                if isWhole { #expect(names[0] == "Strap") }
            }
        }
    }

    @Test("a name that is read after the first value is told, once")
    func lateName() throws {
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.strap))
        session.discover(0x40, [0x2A00, 0x2A37])
        session.notify(0x40, 6, [0x00, 100])
        for _ in 0..<2 {
            session.add(.attribute(handle: 0x40, isFromDevice: false, [0x0A, 3, 0]))
            session.add(.attribute(handle: 0x40, isFromDevice: true, [0x0B] + Array("Strap\u{1B}".utf8)))
        }
        let reading = try Reading(session.btsnoop(1002))
        #expect(reading.devices.map(\.name) == [nil])
        #expect(reading.names == ["Strap"])
    }

    @Test("without discovery, a heart rate and a treadmill are told by the shape of five values, and it says so")
    func shapes() throws {
        var session = Session()
        for beat in 0..<7 as Range<UInt8> {
            session.notify(0x40, 16, [0x10, 120 + beat, 0x00, 0x02])
            session.notify(0x41, 18, [0x84, 0x04, 0x58, 0x02, beat, 0, 0, 1, 0, 2, 0, 3, beat, 0])
            session.notify(0x42, 20, [0x02, beat, 0xF0])
        }
        let reading = try Reading(session.btsnoop(1002))
        #expect(reading.bytes(of: 0x2A37).count == 3)
        #expect(reading.bytes(of: 0x2ACD).count == 3)
        #expect(reading.values.filter(\.value.isGuessed).count == 6)
        #expect(reading.devices.map(\.device.description) == ["unknown-1", "unknown-2", "unknown-3"])
    }
}
