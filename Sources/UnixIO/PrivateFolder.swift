import Glibc

/// Folders that only their owner can look into.
public enum PrivateFolder {
    /// Makes a folder and those above it, as far as they are missing. Those that are there are left as they are.
    public static func make(_ path: String) throws(SystemFailure) {
        if unsafe mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
            throw SystemFailure(action: "create", subject: path, code: errno)
        }
        try make(String(path[..<slash]))
        if unsafe mkdir(path, 0o700) != 0, errno != EEXIST {
            throw SystemFailure(action: "create", subject: path, code: errno)
        }
    }
}
