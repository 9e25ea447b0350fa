import Glibc

/// Small questions about files, answered without keeping them open.
public enum FileQuestions {
    /// Octets of a file that are read at most.
    private static let textLimit = 1 << 20

    /// The text of a file, its first MiB; `nil` where it cannot be read. For files of `/proc`, `/sys` and `/etc`; what is
    /// no UTF-8 is replaced.
    public static func text(of path: String) -> String? {
        guard let file = try? InputFile(path: path) else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        var count = 0
        while count < textLimit {
            if count == buffer.count { buffer += [UInt8](repeating: 0, count: count) }
            guard let more = try? file.read(into: &buffer, from: count, limit: buffer.count) else { return nil }
            if more == 0 { break }
            count += more
        }
        return String(decoding: buffer.prefix(count), as: UTF8.self)
    }

    /// Something has this path.
    public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// The user of this process may write to a file, or make files in a directory (`faccessat`, the effective user).
    public static func isWritable(_ path: String) -> Bool { unsafe faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 }

    /// A program that this user may run.
    public static func isExecutable(_ path: String) -> Bool { unsafe faccessat(AT_FDCWD, path, X_OK, AT_EACCESS) == 0 }
}
