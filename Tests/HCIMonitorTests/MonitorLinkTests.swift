import Capture
import EventLoop
import Glibc
import HCIMonitor
import Hardware
import SensorCodec
import TestSupport
import Testing
import UnixIO

@Suite("The monitor on a loop")
struct MonitorLinkTests {
    @Test("a whole session comes out of the socket as it went in", arguments: SampleCapture.allCases)
    func session(_ capture: SampleCapture) throws {
        let packets = try Heard.packets(capture)
        let kernel = FakeKernel()
        let loop = try EventLoop()
        let link = try MonitorLink(try MonitorSocket(adopting: kernel.theirs), on: loop, into: Heard()) { _ in }
        #expect(try kernel.send(packets, running: loop) { link.packetCount == packets.count })
        #expect(link.sink.timeless == Heard.directly(packets).timeless)
        #expect(!link.sink.values.isEmpty)
        #expect(link.malformedCount == 0)
    }

    @Test("what is learned counts, and the caller's offset moves the times")
    func learned() throws {
        let kernel = FakeKernel()
        let loop = try EventLoop()
        let link = try MonitorLink(
            try MonitorSocket(adopting: kernel.theirs),
            on: loop,
            into: Heard(),
            offsetMicroseconds: { -4_000_000_000_000_000 },
            end: { _ in }
        )
        link.learn(KnownLink(adapter: 0, handle: 0x40, address: Session.strap, isClassic: false))
        link.learn(characteristics: [3: BluetoothUUID(0x2A37)], of: Session.strap)
        var session = Session()
        session.notify(0x40, 3, [0x00, 100])
        let packets = MonitorPackets.all(of: session.btsnoop(2001))
        #expect(try kernel.send(packets, running: loop) { link.packetCount == packets.count })
        let value = try #require(link.sink.values.first?.value)
        #expect(value.device == SensorIdentity(Session.strap))
        #expect(value.characteristic == BluetoothUUID(0x2A37))
        #expect(!value.isGuessed)
        #expect(value.unixMicroseconds < 0)
    }

    /// A sink that answers the finding of a device with what is known of it.
    private struct Teacher: CaptureSink {
        final class Lesson {
            var teach: () -> Void = {}
            var characteristics: [BluetoothUUID?] = []
        }
        let lesson = Lesson()

        mutating func found(_ device: CapturedDevice) { lesson.teach() }
        mutating func received(_ value: AttributeValue, bytes: Span<UInt8>) {
            lesson.characteristics.append(value.characteristic)
        }
    }

    @Test("a sink may teach while it is being told")
    func teaching() throws {
        let kernel = FakeKernel()
        let loop = try EventLoop()
        let teacher = Teacher()
        let link = try MonitorLink(try MonitorSocket(adopting: kernel.theirs), on: loop, into: teacher) { _ in }
        teacher.lesson.teach = { [weak link] in
            link?.learn(characteristics: [3: BluetoothUUID(0x2A37)], of: Session.strap)
        }
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.strap))
        for _ in 0..<2 { session.notify(0x40, 3, [0x00, 100]) }
        let packets = MonitorPackets.all(of: session.btsnoop(2001))
        #expect(try kernel.send(packets, running: loop) { link.packetCount == packets.count })
        #expect(teacher.lesson.characteristics == [nil, BluetoothUUID(0x2A37)])
    }

    @Test("when the other end is gone, it is told once and nothing is read any more")
    func end() throws {
        let loop = try EventLoop()
        var ends: [SystemFailure?] = []
        var kernel: FakeKernel? = FakeKernel(SOCK_SEQPACKET)
        let theirs = kernel?.theirs ?? -1
        let link = try MonitorLink(try MonitorSocket(adopting: theirs), on: loop, into: Heard()) { ends.append($0) }
        var session = Session()
        session.add(.connect(handle: 0x40, address: Session.strap))
        for packet in MonitorPackets.all(of: session.btsnoop(2001)) { _ = kernel?.send(packet.datagram) }
        kernel = nil
        _ = try loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 20_000_000) { !ends.isEmpty }
        #expect(ends == [nil])
        #expect(link.sink.devices == [SensorIdentity(Session.strap)])
        #expect(try !loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 1000) { ends.count > 1 })
    }

    @Test("a link that is let go frees the loop")
    func letGo() throws {
        let kernel = FakeKernel()
        let loop = try EventLoop()
        var link: MonitorLink? = try MonitorLink(try MonitorSocket(adopting: kernel.theirs), on: loop, into: Heard()) {
            _ in
        }
        #expect(link?.packetCount == 0)
        link = nil
        #expect(!kernel.send([3, 0, 0, 0, 0, 0]))
    }
}
