import Capture
import Glibc
import HCIMonitor
import SensorCodec
import TestSupport
import Testing
import UnixIO

@Suite("The monitor's socket")
struct MonitorSocketTests {
    /// As in most containers and virtual machines.
    static let hasNoBluetooth: Bool = {
        let descriptor = socket(AF_BLUETOOTH, CInt(SOCK_RAW.rawValue), 1)
        if descriptor >= 0 { close(descriptor) }
        return descriptor < 0 && errno == EAFNOSUPPORT
    }()

    @Test("a kernel without Bluetooth is told of as such", .enabled(if: hasNoBluetooth))
    func noBluetooth() {
        #expect(throws: MonitorFailure.noBluetooth) { _ = try MonitorSocket() }
        #expect(throws: MonitorFailure.noBluetooth) { _ = try ConnectionList.read() }
    }

    @Test("each failure says what to do")
    func words() {
        #expect(MonitorFailure.noBluetooth.description.contains("sudo modprobe bluetooth"))
        let words = MonitorFailure.notPermitted.description
        #expect(words.contains("CAP_NET_RAW"))
        #expect(words.contains("sudo steady monitor | steady live --transport monitor --from -"))
        #expect(words.contains(#"sudo setcap cap_net_raw+ep "$(readlink -f "$(command -v steady)")""#))
    }

    private func read(_ socket: MonitorSocket, atMost limit: Int = 256) throws -> (
        records: [MonitorRecord], [[UInt8]], Bool
    ) {
        var records: [MonitorRecord] = []
        var packets: [[UInt8]] = []
        let mayBeMore = try socket.read(atMost: limit) { record, octets in
            records.append(record)
            packets.append(octets.indices.map { octets[$0] })
        }
        return (records, packets, mayBeMore)
    }

    @Test("a datagram is taken by its header, and stamped when it was sent")
    func datagram() throws {
        let kernel = FakeKernel()
        let socket = try MonitorSocket(adopting: kernel.theirs)
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        let before = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec / 1000)
        #expect(kernel.send([5, 0, 1, 0, 3, 0, 7, 8, 9]))
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        let after = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec / 1000)
        let (records, packets, mayBeMore) = try read(socket)
        #expect(packets == [[7, 8, 9]])
        #expect(records.map(\.opcode) == [.receivedACL])
        #expect(records.map(\.adapter) == [1])
        #expect(records.allSatisfy { (before...after).contains($0.unixMicroseconds) })
        #expect(!mayBeMore)
        #expect(socket.droppedCount == 0)
    }

    @Test("what is cut, or shorter than it says, is passed over and counted; octets behind are left away")
    func malformed() throws {
        let kernel = FakeKernel()
        let socket = try MonitorSocket(adopting: kernel.theirs)
        for datagram in [[1], [5, 0, 0, 0, 0], [5, 0, 0, 0, 2, 0, 7], [5, 0, 0, 0, 0xFF, 0xFF, 7]] as [[UInt8]] {
            #expect(kernel.send(datagram))
        }
        #expect(kernel.send([5, 0, 0, 0, 0xFF, 0xFF] + [UInt8](repeating: 1, count: 65_536)))
        #expect(try read(socket).records.isEmpty)
        #expect(socket.malformedCount == 5)
        let longest = [UInt8](repeating: 1, count: 65_535)
        #expect(kernel.send([3, 0, 0, 0, 0xFF, 0xFF] + longest))
        #expect(kernel.send([0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 7, 8]))
        let (records, packets, _) = try read(socket)
        #expect(packets == [longest, [7]])
        #expect(records.map(\.opcode.rawValue) == [3, 0xFFFF])
        #expect(socket.malformedCount == 5)
    }

    @Test("a turn reads no more than it may, and says that there may be more")
    func bounded() throws {
        let kernel = FakeKernel()
        let socket = try MonitorSocket(adopting: kernel.theirs)
        for number in 0..<5 as Range<UInt8> { #expect(kernel.send([3, 0, 0, 0, 1, 0, number])) }
        let (_, first, mayBeMore) = try read(socket, atMost: 3)
        #expect(first == [[0], [1], [2]])
        #expect(mayBeMore)
        let (_, second, isMoreLeft) = try read(socket, atMost: 3)
        #expect(second == [[3], [4]])
        #expect(!isMoreLeft)
    }
}
