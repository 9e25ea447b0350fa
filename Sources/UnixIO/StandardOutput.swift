import Glibc

/// Standard output, gathered into large writes.
public struct StandardOutput: ~Copyable {
    private static let flushOctets = 65_536
    private var buffer: [UInt8] = []

    /// Standard output; a reader that goes away shows as a failure of ``flush()`` instead of killing the program.
    public init() {
        buffer.reserveCapacity(Self.flushOctets + 4096)
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Adds to what is to be written, through `body`; writes when enough has come together.
    @inline(__always)
    public mutating func append(_ body: (inout [UInt8]) -> Void) throws(SystemFailure) {
        body(&buffer)
        if buffer.count >= Self.flushOctets { try flush() }
    }

    /// Writes what came together, and these octets behind it.
    public mutating func write(_ bytes: Span<UInt8>) throws(SystemFailure) {
        if !buffer.isEmpty { try flush() }
        try UnixIO.write(all: bytes, to: STDOUT_FILENO, named: "standard output")
    }

    /// Adds text and a line end.
    public mutating func print(_ line: String) throws(SystemFailure) {
        try append { buffer in
            buffer.append(contentsOf: line.utf8)
            buffer.append(UInt8(ascii: "\n"))
        }
    }

    /// Writes what came together.
    public mutating func flush() throws(SystemFailure) {
        defer { buffer.removeAll(keepingCapacity: true) }
        try UnixIO.write(all: buffer.span, to: STDOUT_FILENO, named: "standard output")
    }
}

/// Writes all octets to a descriptor.
func write(all bytes: Span<UInt8>, to descriptor: CInt, named name: String) throws(SystemFailure) {
    var written = 0
    while written < bytes.count {
        let start = written
        written += try systemCall("write", name) {
            unsafe bytes.withUnsafeBytes { octets in
                unsafe Glibc.write(descriptor, octets.baseAddress! + start, octets.count - start)
            }
        }
    }
}

/// Standard error: what a person should know beside the result.
public enum StandardError {
    /// Writes a line; that it cannot be written is nobody's to hear of.
    public static func print(_ line: String) {
        _ = signal(SIGPIPE, SIG_IGN)
        let bytes = Array((line + "\n").utf8)
        try? write(all: bytes.span, to: STDERR_FILENO, named: "standard error")
    }
}
