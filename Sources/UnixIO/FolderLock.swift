import Glibc

/// A folder that one program at a time has for itself, if all of them ask.
public enum FolderLock {
    /// Does something while no other program holds the folder. Where it cannot be locked, there is nothing to wait for.
    public static func holding<Value, Failure: Error>(
        _ path: String,
        _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        if descriptor >= 0 { _ = try? systemCall("lock", path) { flock(descriptor, LOCK_EX) } }
        return try body()
    }
}
