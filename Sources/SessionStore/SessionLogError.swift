/// Why the session log could not do what was asked.
///
/// ``description`` is the sentence for the person: what is wrong, and what to do.
public enum SessionLogError: Error, Equatable, Sendable {
    /// The log's file or directory is not there and could not be made.
    case cannotCreate(path: String, reason: String)
    /// The operating system does not let this user read or write the log.
    case notPermitted(path: String)
    /// The file is a database of another program.
    case notALog(path: String)
    /// The file is no SQLite database at all: its beginning is gone, or it never was one.
    case notADatabase(path: String)
    /// The database is broken.
    case damaged(path: String, detail: String)
    /// The database is whole, but holds a value that Steady never writes.
    case unreadable(path: String, detail: String)
    /// A newer Steady has written the log; this one would not understand it, and has left it as it was.
    case newerSchema(path: String)
    /// Another program has been writing for longer than the log waits.
    case busy(path: String)
    /// The disk is full. Nothing of the unfinished session was kept.
    case diskFull(path: String)
    /// The database failed in another way, told by SQLite.
    case inputOutput(path: String, detail: String)
    /// No session has this ID, or an ID that begins so.
    case noSuchSession(id: String)
    /// Several sessions have an ID that begins so: some of them, newest first.
    case ambiguousID(id: String, matches: [String])
    /// The events ended before a summary came. Nothing was kept.
    case incompleteSession
}

extension SessionLogError: CustomStringConvertible {
    /// One or two lines: what is wrong, and what to do.
    public var description: String {
        switch self {
        case .cannotCreate(let path, let reason):
            "The session log \(path) cannot be created: \(reason).\n"
                + "Move away what is in its place, or choose another directory with --home."
        case .notPermitted(let path):
            "The session log \(path) may not be read and written by this user.\n"
                + "Give yourself access to it and to its directory, or choose another directory with --home."
        case .notALog(let path):
            "The file \(path) is not a session log of Steady.\n"
                + "Move it away, and a new log will be made; the file was not changed."
        case .notADatabase(let path):
            "The file \(path) is not a database: its beginning is not one's.\n"
                + "Move it away, and a new log will be made; the file was not changed."
        case .damaged(let path, let detail):
            "The session log \(path) is damaged: \(detail).\n"
                + "The next command sets it aside, and makes a new one of what can be read and of the recordings."
        case .unreadable(let path, let detail):
            "The session log \(path) holds what Steady never writes: \(detail).\n"
                + "Put it right with an SQLite client, or delete that session and import it again."
        case .newerSchema(let path):
            "The session log \(path) was written by a newer Steady; it was not changed.\n"
                + "Update Steady, or choose another directory with --home."
        case .busy(let path):
            "The session log \(path) is being written by another program.\n"
                + "Nothing was changed: try again when that is done."
        case .diskFull(let path):
            "The disk is full, so the session log \(path) cannot grow.\n"
                + "Earlier sessions are safe: free some space and try again."
        case .inputOutput(let path, let detail):
            "The session log \(path) cannot be read or written: \(detail).\nLook at the disk, then try again."
        case .noSuchSession(let id):
            id == SessionLog.lastID
                ? "There is no session in the log yet."
                : "There is no session \(id) in the log: `steady list` shows those there are."
        case .ambiguousID(let id, let matches):
            "Several sessions begin with \(id), among them \(matches.joined(separator: ", ")).\nGive more of the ID."
        case .incompleteSession:
            "No session came to its end, so nothing was kept in the log."
        }
    }
}

extension SessionLogError {
    /// True when a log that was good once has lost something on the disk.
    public var isDamage: Bool {
        switch self {
        case .damaged, .notADatabase: true
        default: false
        }
    }
}
