import Glibc
public import UnixIO

/// A descriptor with one owner, closed when that goes.
public struct Descriptor: ~Copyable, Sendable {
    /// Its number.
    public let number: CInt

    /// Takes a descriptor over.
    public init(adopting number: CInt) { self.number = number }

    init(duplicating borrowed: CInt) throws(BusError) {
        number = try check(fcntl(borrowed, F_DUPFD_CLOEXEC, 3))
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
}
