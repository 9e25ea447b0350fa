import Glibc

/// A new file that only grows, for its owner alone to read. Closed when it goes out of scope.
public struct AppendFile: ~Copyable {
    private let descriptor: CInt
    /// The path it was made by.
    public let path: String
    /// How many octets were appended, whole calls only.
    private var length = 0

    /// Makes the file, and locks it for as long as it is open (see ``isBeingWritten(_:)``). Fails when there is one by
    /// that path already, so that nothing is ever written over.
    public init(path: String) throws(SystemFailure) {
        self.path = path
        descriptor = try systemCall("create", path) {
            unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        }
        // A file system without locks: then nobody can tell, and the file is good all the same.
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
    }

    deinit { close(descriptor) }

    /// Appends all octets, or none: what a failure (a full disk) left of them is taken back.
    public mutating func append(_ bytes: Span<UInt8>) throws(SystemFailure) {
        do throws(SystemFailure) {
            try write(all: bytes, to: descriptor, named: path)
            length += bytes.count
        } catch {
            _ = ftruncate(descriptor, length)
            throw error
        }
    }

    /// Appends all octets, see ``append(_:)``.
    public mutating func append(_ bytes: [UInt8]) throws(SystemFailure) {
        try append(bytes.span)
    }

    /// Waits until all that was appended is on the disk, so that it outlives a power cut: `fdatasync`.
    public func sync() throws(SystemFailure) {
        _ = try systemCall("sync", path) { fdatasync(descriptor) }
    }

    /// Has the file and its name put on the disk by a thread of its own, soon after each ``FileSyncer/noteWrite()``.
    public func syncer() throws(SystemFailure) -> FileSyncer {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return try FileSyncer(descriptor: descriptor, path: path, folder: folder)
    }

    /// True while a program has this file open for appending.
    public static func isBeingWritten(_ path: String) -> Bool {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
