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
