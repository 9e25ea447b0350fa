import Glibc

/// Folders that only their owner can look into.
public enum PrivateFolder {
    /// The names of the files in a folder; none where it is not there or may not be read.
    public static func names(in path: String) -> [String] {
        guard let folder = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(folder) }
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafePointer(to: entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Removes a file; one that is not there is no failure.
    public static func remove(_ path: String) throws(SystemFailure) {
        if unsafe unlink(path) != 0, errno != ENOENT {
            throw SystemFailure(action: "remove", subject: path, code: errno)
        }
    }

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
