import Glibc
public import UnixIO

/// A descriptor with one owner, closed when that goes.
public struct Descriptor: ~Copyable, Sendable {
    /// Its number.
    public let number: CInt

    /// Takes a descriptor over.
    public init(adopting number: CInt) { self.number = number }

    init(duplicating borrowed: CInt) throws(BusError) {
        let copy = fcntl(borrowed, F_DUPFD_CLOEXEC, 3)
        if copy < 0 { throw BusError(code: -errno) }
        number = copy
    }

    deinit { close(number) }

    /// Reads what came as one packet; `nil` when there is none now, 0 octets also at the end.
    public borrowing func receive(into buffer: inout [UInt8]) throws(SystemFailure) -> Int? {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { octets in
                unsafe recv(number, octets.baseAddress, octets.count, CInt(MSG_DONTWAIT))
            }
            if count >= 0 { return count }
            if errno == EAGAIN { return nil }
            if errno != EINTR { throw SystemFailure(action: "read", subject: "notifications", code: errno) }
        }
    }

    /// True when the other end is gone; what it sent before may still be there to be read.
    public borrowing func isClosed() -> Bool {
        // POLLRDHUP, which Swift's Glibc module leaves out.
        var state = pollfd(fd: number, events: 0x2000, revents: 0)
        return unsafe poll(&state, 1, 0) > 0 && state.revents != 0
    }

    /// Sends a packet; false when the other end does not take it now, or ever again.
    public borrowing func send(_ bytes: [UInt8]) -> Bool {
        let flags = CInt(MSG_DONTWAIT) | CInt(MSG_NOSIGNAL)
        while true {
            let count = unsafe bytes.withUnsafeBytes { octets in
                unsafe Glibc.send(number, octets.baseAddress, octets.count, flags)
            }
            if count == bytes.count { return true }
            if errno != EINTR { return false }
        }
    }

    /// One end of a way for packets; the other is handed out, and closed when that is done.
    public init(otherEnd handOut: (borrowing Descriptor) -> Void) throws(SystemFailure) {
        var ends: [CInt] = [-1, -1]
        let kind = CInt(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        _ = try systemCall("open", "a pair of sockets") { unsafe socketpair(AF_UNIX, kind, 0, &ends) }
        number = ends[0]
        handOut(Descriptor(adopting: ends[1]))
    }
}
