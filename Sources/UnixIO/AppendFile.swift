import Glibc

/// A new file that only grows, for its owner alone to read. Closed when it goes out of scope.
public struct AppendFile: ~Copyable {
    private let descriptor: CInt
    /// The path it was made by.
    public let path: String

    /// Makes the file. Fails when there is one by that path already, so that nothing is ever written over.
    public init(path: String) throws(SystemFailure) {
        self.path = path
        descriptor = try systemCall("create", path) {
            unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        }
    }

    deinit { close(descriptor) }

    /// Appends all octets. After a failure (a full disk) a part of them may stand at the end of the file.
    public func append(_ bytes: Span<UInt8>) throws(SystemFailure) {
        try write(all: bytes, to: descriptor, named: path)
    }

    /// Appends all octets, see ``append(_:)``.
    public func append(_ bytes: [UInt8]) throws(SystemFailure) {
        try append(bytes.span)
    }

    /// Waits until all that was appended is on the disk, so that it outlives a power cut: `fdatasync`.
    public func sync() throws(SystemFailure) {
        _ = try systemCall("sync", path) { fdatasync(descriptor) }
    }
}
