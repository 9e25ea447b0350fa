internal import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Making files that only their owner can read, from their first moment.
enum PrivateFiles {
    private static let maskOwner = Mutex(())

    /// Runs `body` so that what it creates is closed to the group and to others.
    ///
    /// The mask is the process's: a file that another thread makes meanwhile can come out more private, never less.
    /// The lock keeps two calls from restoring each other's mask.
    static func creating<Value>(_ body: () throws -> Value) rethrows -> Value {
        try maskOwner.withLock { _ in
            let before = umask(0o077)
            defer { _ = umask(before) }
            return try body()
        }
    }

    /// Whether something with this name is there.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    /// Makes a directory and those above it, as far as they are missing.
    static func makeDirectory(_ path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Gives a finished file its name, unless a file of that name has come into being meanwhile.
    static func name(_ draft: String, _ path: String) throws {
        do {
            try FileManager.default.linkItem(atPath: draft, toPath: path)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            return
        } catch {
            // A file system without links, such as FAT. Here Foundation looks first and renames then.
            try FileManager.default.moveItem(atPath: draft, toPath: path)
        }
    }

    /// Gives a file another name.
    static func move(_ path: String, _ target: String) throws {
        try FileManager.default.moveItem(atPath: path, toPath: target)
    }

    /// Removes a file if it is there.
    static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }
}
