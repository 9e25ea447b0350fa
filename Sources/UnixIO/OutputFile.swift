import Glibc

/// Writing whole files.
public enum OutputFile {
    /// Makes or replaces a file with these octets.
    public static func write(_ bytes: [UInt8], path: String) throws(SystemFailure) {
        let descriptor = try systemCall("create", path) {
            unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        }
        defer { close(descriptor) }
        try UnixIO.write(all: bytes.span, to: descriptor, named: path)
    }
}

extension OutputFile {
    /// Makes a private file where there is nothing of that name yet; what could not be written whole is taken away again.
    ///
    /// - Throws: ``SystemFailure``, with ``SystemFailure/isAlreadyThere`` when there is something.
    public static func create(_ bytes: Span<UInt8>, path: String) throws(SystemFailure) {
        let descriptor = try systemCall("create", path) {
            unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        }
        defer { close(descriptor) }
        do throws(SystemFailure) {
            try UnixIO.write(all: bytes, to: descriptor, named: path)
        } catch {
            unsafe unlink(path)
            throw error
        }
    }

    /// Puts a private file in the place of another, whole or not at all: a power cut leaves the old one or the new one.
    /// Where a link is in that place, the file that it leads to is replaced; a pipe or a device is written to.
    public static func replace(_ bytes: [UInt8], path: String) throws(SystemFailure) {
        let path = target(of: path)
        if isStream(path) { return try write(bytes, path: path) }
        let draft = path + ".new"
        // One that a power cut left may be readable by others.
        unsafe unlink(draft)
        let descriptor = try systemCall("create", draft) {
            unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        }
        do throws(SystemFailure) {
            defer { close(descriptor) }
            try UnixIO.write(all: bytes.span, to: descriptor, named: draft)
            _ = try systemCall("write", draft) { fsync(descriptor) }
            _ = try systemCall("create", path) { unsafe rename(draft, path) }
        } catch {
            unsafe unlink(draft)
            throw error
        }
    }

    /// True for what has this path and is neither a file nor a folder.
    private static func isStream(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind != S_IFREG && kind != S_IFDIR
    }

    /// The file that a path leads to, if there is one; else the path.
    private static func target(of path: String) -> String {
        guard let target = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(target) }
        return unsafe String(cString: target)
    }
}
