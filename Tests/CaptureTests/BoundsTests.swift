import Capture
import SensorCodec
import TestSupport
import Testing

@Suite("Captures that hold more than is kept")
struct BoundsTests {
    private let strap = SensorIdentity(Session.strap)

    @Test("a pcapng block larger than the buffer is passed over, also right behind damage", arguments: [true, false])
    func largeBlock(isDamaged: Bool) throws {
        let bytes = Session.twoSensors.pcapng(201)
        let whole = try Reading(bytes)
        let blocks = blockOffsets(bytes)
        let at = blocks[blocks.count / 2]
        let length = Session.little(UInt32(1_000_000))
        let large = Session.little(UInt32(4)) + length + [UInt8](repeating: 0, count: 999_988) + length
        let garbage = isDamaged ? [UInt8](1...12) : []
        let reading = try Reading(Array(bytes[..<at]) + garbage + large + Array(bytes[at...]))
        #expect(reading.frameCount == whole.frameCount)
        #expect(reading.values == whole.values)
        #expect(reading.damages.count == (isDamaged ? 1 : 0))
    }

    @Test("a strap that comes back four thousand times, and looks at the host each time, is still heard")
    func manyReturns() throws {
        var session = Session()
        for _ in 0..<4000 {
            session.add(.connect(handle: 0x40, address: Session.strap))
            session.add(.attribute(handle: 0x40, isFromDevice: true, [0x04, 1, 0, 0xFF, 0xFF]))
            let attributes: [UInt8] = (1...20).flatMap { [$0, 0, 0x03, 0x28] as [UInt8] }
            session.add(.attribute(handle: 0x40, isFromDevice: false, [0x05, 1] + attributes))
            session.add(.disconnect(handle: 0x40))
        }
        session.add(.connect(handle: 0x40, address: Session.strap))
        session.discover(0x40, [0x2A37])
        session.notify(0x40, 3, [0x00, 100])
        #expect(try Reading(session.btsnoop(1002)).bytes(of: 0x2A37, from: strap) == [[0x00, 100]])
    }

    @Test("of more devices than are kept, one that has gone gives its place to the next")
    func manyDevices() throws {
        var session = Session()
        session.add(.connect(handle: 0x10, address: Session.treadmill))
        session.discover(0x10, [0x2ACD])
        for device in 0..<3000 as Range<UInt64> {
            session.add(.connect(handle: 0x40, address: BluetoothAddress(rawValue: 0xC000_0000_0000 + device)))
            session.add(.disconnect(handle: 0x40))
        }
        session.add(.connect(handle: 0x40, address: Session.strap))
        session.discover(0x40, [0x2A37])
        session.notify(0x40, 3, [0x00, 100])
        session.notify(0x10, 3, [0x00, 0x00, 0x58, 0x02])
        let reading = try Reading(session.btsnoop(1002))
        #expect(reading.bytes(of: 0x2A37, from: strap) == [[0x00, 100]])
        // One that is still there stays known.
        #expect(reading.bytes(of: 0x2ACD, from: SensorIdentity(Session.treadmill)) == [[0x00, 0x00, 0x58, 0x02]])
        #expect(reading.passedOverCount == 0)
    }

    @Test("packets of more links than can be followed are counted, and the first links are followed on")
    func manyLinks() throws {
        var session = Session()
        session.add(.connect(handle: 0x00, address: Session.strap))
        session.discover(0x00, [0x2A37])
        for handle in 1..<1100 as Range<UInt16> { session.notify(handle, 3, [0x00, 90]) }
        session.notify(0x00, 3, [0x00, 100])
        let reading = try Reading(session.btsnoop(1002))
        #expect(reading.bytes(of: 0x2A37, from: strap) == [[0x00, 100]])
        #expect(reading.passedOverCount == 1100 - 1024)
    }

    /// Where the blocks of a little-endian pcapng file begin.
    private func blockOffsets(_ bytes: [UInt8]) -> [Int] {
        var offsets: [Int] = []
        var at = 0
        while at + 12 <= bytes.count {
            offsets.append(at)
            at += Int(bytes[at + 4]) | Int(bytes[at + 5]) << 8
        }
        return offsets
    }
}
