import Glibc

/// A file that is read from its beginning to its end. Closed when it goes out of scope.
public struct InputFile: ~Copyable {
    package let descriptor: CInt
    /// The path it was opened by; `standard input` for `-`.
    public let path: String

    /// Opens a file for reading; `-` is standard input. Fails for a directory.
    public init(path: String) throws(SystemFailure) {
        let isStandardInput = path == "-"
        self.path = isStandardInput ? "standard input" : path
        descriptor = isStandardInput ? STDIN_FILENO : try Self.open(path)
    }

    private static func open(_ path: String) throws(SystemFailure) -> CInt {
        // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
        let descriptor = try systemCall("open", path) { unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        var status = stat()
        let isDirectory = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        if isDirectory {
            close(descriptor)
            throw SystemFailure(action: "read", subject: path, code: EISDIR)
        }
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK)
        return descriptor
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Reads what comes next into `buffer` from `start` on, at most `limit` octets; answers how many came, 0 at the end
    /// of the file.
    public func read(into buffer: inout [UInt8], from start: Int, limit: Int) throws(SystemFailure) -> Int {
        precondition(start < buffer.count)
        return try systemCall("read", path) {
            unsafe buffer.withUnsafeMutableBytes { bytes in
                unsafe Glibc.read(descriptor, bytes.baseAddress! + start, min(limit, bytes.count - start))
            }
        }
    }

    /// Goes on at another octet of the file; fails for what is no file, such as a pipe.
    public func seek(to offset: Int64) throws(SystemFailure) {
        _ = try systemCall("seek in", path) { Int(lseek(descriptor, off_t(offset), SEEK_SET)) }
    }

    /// Reads what is left, unless it is more than `limit` octets: then one octet more than that comes, and no more.
    public func readAll(behind beginning: [UInt8] = [], limit: Int) throws(SystemFailure) -> [UInt8] {
        var bytes = beginning
        var filled = beginning.count
        while filled <= limit {
            if filled == bytes.count { bytes += [UInt8](repeating: 0, count: max(65_536, filled)) }
            let count = try read(into: &bytes, from: filled, limit: limit + 1 - filled)
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}
