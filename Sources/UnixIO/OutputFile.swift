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
    /// Puts a private file in the place of another, whole or not at all: a power cut leaves the old one or the new one.
    public static func replace(_ bytes: [UInt8], path: String) throws(SystemFailure) {
        let draft = path + ".new"
        let descriptor = try systemCall("create", draft) {
            unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        }
        do throws(SystemFailure) {
            defer { close(descriptor) }
            try UnixIO.write(all: bytes.span, to: descriptor, named: draft)
            _ = try systemCall("write", draft) { fsync(descriptor) }
        } catch {
            unsafe unlink(draft)
            throw error
        }
        _ = try systemCall("create", path) { unsafe rename(draft, path) }
    }
}
