import Capture
import SensorCodec
import TestSupport
import Testing

@Suite("Capture formats")
struct FormatTests {
    /// One session in every format and datalink.
    static let files: [(name: String, bytes: [UInt8])] = {
        let session = Session.twoSensors
        var files: [(String, [UInt8])] = []
        for datalink in [1001, 1002, 2001] as [UInt32] {
            files.append(("btsnoop \(datalink)", session.btsnoop(datalink)))
        }
        for linkType in [187, 201, 254, 251, 256, 272] as [UInt32] {
            files.append(("pcap \(linkType)", session.pcap(linkType)))
            files.append(("pcapng \(linkType)", session.pcapng(linkType)))
        }
        files.append(("pcap big-endian", session.pcap(201, isBigEndian: true)))
        files.append(("pcap nanoseconds", session.pcap(201, isNanoseconds: true)))
        files.append(("pcap big-endian nanoseconds", session.pcap(254, isBigEndian: true, isNanoseconds: true)))
        files.append(("pcapng big-endian", session.pcapng(201, isBigEndian: true)))
        files.append(("pcapng nanoseconds", session.pcapng(201, resolution: 9)))
        files.append(("btsnoop in fragments of 5", session.btsnoop(1002, fragment: 5)))
        files.append(("btsnoop in fragments of 3", session.btsnoop(2001, fragment: 3)))
        return files
    }()

    @Test("every format tells the same of the same session", arguments: files.map(\.name))
    func sameSession(_ name: String) throws {
        let file = try #require(Self.files.first { $0.name == name }).bytes
        let reading = try Reading(file)
        let strap = SensorIdentity(Session.strap)
        let treadmill = SensorIdentity(Session.treadmill)

        #expect(reading.damages == [])
        #expect(reading.devices.map(\.device) == [strap, treadmill])
        #expect(reading.devices.map(\.name) == ["Strap", nil])
        #expect(reading.devices.map(\.characteristics) == [[BluetoothUUID(0x2A37)], [BluetoothUUID(0x2ACD)]])
        #expect(reading.bytes(of: 0x2A37, from: strap) == (0..<10).map { [0x10, 120 + $0, 0x00, 0x02] })
        #expect(
            reading.bytes(of: 0x2ACD, from: treadmill)
                == (0..<10).map { [0x84, 0x04, 0x58, 0x02, $0, 0, 0, 1, 0, 2, 0, 3, $0, 0] }
        )
        #expect(reading.values.allSatisfy { $0.value.direction == .fromDevice && $0.value.operation == .notify })
        #expect(reading.values.first?.value.unixMicroseconds == 1_800_000_001_750_000)
        #expect(reading.disconnections == [treadmill, strap])
        #expect(reading.opcodeCounts[0x1B] == 20)
    }

    @Test("the sizes of the pieces that a file comes in change nothing", arguments: files.map(\.name))
    func pieces(_ name: String) throws {
        let file = try #require(Self.files.first { $0.name == name }).bytes
        let whole = try Reading(file)
        for piece in [1, 2, 7, 64, 1000] { #expect(try Reading(file, piece: piece) == whole) }
    }

    @Test("what is no capture is refused with the reason")
    func refusals() {
        let text = Array("# A page of text that goes on for a while".utf8)
        #expect(throws: CaptureFailure.empty) { try Reading([]) }
        #expect(throws: CaptureFailure.notACapture) { try Reading(text) }
        #expect(throws: CaptureFailure.notACapture) { try Reading([0x0A]) }
        #expect(throws: CaptureFailure.truncatedHeader(.btsnoop)) { try Reading(Array("btsnoop".utf8)) }
        #expect(throws: CaptureFailure.truncatedHeader(.pcap)) { try Reading([0xD4, 0xC3, 0xB2, 0xA1, 2, 0]) }
        #expect(throws: CaptureFailure.unsupportedDatalink(.btsnoop, 1003)) { try Reading(Session().btsnoop(1003)) }
        #expect(throws: CaptureFailure.unsupportedDatalink(.pcap, 1)) { try Reading(Session().pcap(1)) }
        var newer = Session().btsnoop(1002)
        newer[11] = 2
        #expect(throws: CaptureFailure.unsupportedVersion(.btsnoop, 2)) { try Reading(newer) }
    }

    @Test("a file with a header and nothing else is an empty capture")
    func headerOnly() throws {
        let reading = try Reading(Session().btsnoop(2001))
        #expect(reading.header?.datalink == 2001)
        #expect(reading.frameCount == 0)
        #expect(reading.damages == [])
    }
}
