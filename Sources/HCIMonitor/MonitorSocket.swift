import CBluetooth
public import Capture
import Glibc
public import UnixIO

/// The kernel's monitor channel: all HCI traffic of all adapters, whichever program causes it. Nothing is ever sent.
///
/// Opening it takes CAP_NET_RAW; reading does not. Owns its descriptor.
@safe
public final class MonitorSocket {
    /// For ``EventLoop``; stays this socket's.
    let descriptor: CInt
    private var buffer: [UInt8]
    /// Datagrams that were not what their own header says, and passed over.
    public private(set) var malformedCount = 0

    /// u16 opcode, u16 adapter, u16 length; little-endian. Source: BlueZ, lib/hci.h and monitor/control.c.
    private static let headerOctets = 6
    /// Room for the longest packet that a length of 16 bits can tell of.
    private static let bufferOctets = headerOctets + 65_535
    /// A second of the busiest traffic, so that a program that was held up misses nothing.
    private static let kernelBufferOctets: CInt = 1 << 20

    /// Opens the monitor channel. From now on the kernel keeps what comes, beginning with the adapters that there are.
    public convenience init() throws(MonitorFailure) {
        let channel = "the Bluetooth monitor"
        do throws(SystemFailure) {
            let descriptor = try openBluetooth()
            // Owned from here on: closed if what follows fails.
            try self.init(adopting: descriptor)
            var address = sockaddr_hci()
            address.hci_family = sa_family_t(AF_BLUETOOTH)
            address.hci_dev = UInt16(HCI_DEV_NONE)
            address.hci_channel = UInt16(HCI_CHANNEL_MONITOR)
            _ = try systemCall("listen to", channel) {
                unsafe withUnsafePointer(to: &address) { address in
                    unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                        unsafe bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_hci>.size))
                    }
                }
            }
        } catch {
            throw MonitorFailure(error)
        }
    }

    /// Takes over a socket that gives what the monitor channel gives: of another process, or of a test.
    public init(adopting descriptor: CInt) throws(SystemFailure) {
        self.descriptor = descriptor
        buffer = [UInt8](repeating: 0, count: Self.bufferOctets)
        // What SO_RCVBUF gives is bounded for programs without CAP_NET_ADMIN: less is no failure.
        if !set(SO_RCVBUFFORCE, Self.kernelBufferOctets) { _ = set(SO_RCVBUF, Self.kernelBufferOctets) }
        // Without it, the time of reading stands for the time of hearing.
        _ = set(SO_TIMESTAMPNS, 1)
    }

    deinit { close(descriptor) }

    /// Packets that the kernel dropped because they were not read in time.
    public var droppedCount: UInt32 { steady_dropped(descriptor) }

    /// Reads what is there, at most `limit` datagrams; answers whether there may be more.
    ///
    /// Each packet goes to `take` with the octets behind the kernel's header, which are valid during the call only. Its
    /// time is the kernel's, by the wall clock. `take` must not read the socket.
    public func read(atMost limit: Int, _ take: (MonitorRecord, Span<UInt8>) -> Void) throws(SystemFailure) -> Bool {
        precondition(!buffer.isEmpty, "a socket that is being read is not read")
        // Taken out for the time of the loop, so that the octets are borrowed from nothing that changes.
        var buffer: [UInt8] = []
        swap(&buffer, &self.buffer)
        defer { swap(&buffer, &self.buffer) }
        for _ in 0..<limit {
            guard let datagram = try receive(into: &buffer) else { return false }
            let octets = buffer.span.extracting(0..<datagram.octets)
            guard !datagram.isCut, octets.count >= Self.headerOctets else {
                malformedCount += 1
                continue
            }
            let length = Int(uint16(octets, 4))
            guard octets.count >= Self.headerOctets + length else {
                malformedCount += 1
                continue
            }
            let record = MonitorRecord(
                opcode: MonitorRecord.Opcode(rawValue: uint16(octets, 0)),
                adapter: uint16(octets, 2),
                unixMicroseconds: datagram.unixMicroseconds
            )
            take(record, octets.extracting(Self.headerOctets..<Self.headerOctets + length))
        }
        return true
    }

    private struct Datagram {
        var octets: Int
        var isCut: Bool
        var unixMicroseconds: Int64
    }

    /// The next datagram; `nil` when none is there.
    private func receive(into buffer: inout [UInt8]) throws(SystemFailure) -> Datagram? {
        var datagram = steady_datagram()
        do throws(SystemFailure) {
            _ = try systemCall("read", "the Bluetooth monitor") {
                datagram = unsafe buffer.withUnsafeMutableBytes { bytes in
                    unsafe steady_receive(descriptor, bytes.baseAddress, bytes.count)
                }
                return datagram.octets
            }
        } catch {
            if error.code == EAGAIN { return nil }
            throw error
        }
        // The kernel sends no empty one; other sockets answer so when their other end is gone.
        if datagram.octets == 0 { return nil }
        return Datagram(
            octets: datagram.octets,
            isCut: datagram.is_cut != 0,
            unixMicroseconds: datagram.unix_microseconds
        )
    }

    private func uint16(_ octets: Span<UInt8>, _ at: Int) -> UInt16 { UInt16(octets[at]) | UInt16(octets[at + 1]) << 8 }

    private func set(_ option: CInt, _ value: CInt) -> Bool {
        var value = value
        return unsafe setsockopt(descriptor, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<CInt>.size)) == 0
    }
}

/// A socket of the kernel's Bluetooth that belongs to no adapter and no channel yet; anybody may open one.
func openBluetooth() throws(SystemFailure) -> CInt {
    try systemCall("open", "a Bluetooth socket") {
        socket(
            AF_BLUETOOTH,
            CInt(SOCK_RAW.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue),
            BTPROTO_HCI
        )
    }
}
