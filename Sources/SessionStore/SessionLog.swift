internal import GRDB

/// The sessions on disk: one SQLite file, `steady.sqlite`, whose tables `SCHEMA.md` documents.
///
/// The file is in WAL mode: any SQLite client can read it while a session is being written. A commit is on the disk
/// when it returns. There is one connection, and its users take turns; a closure that is handed events or samples must
/// not call the log again.
public struct SessionLog: Sendable {
    /// The name of the file in its directory.
    public static let fileName = "steady.sqlite"
    /// Instead of an ID: the session that began last.
    public static let lastID = "last"

    /// The path of the file.
    public let path: String
    let database: DatabaseQueue

    /// How long to wait for another writer, in seconds. An import of a day's capture takes a small part of it.
    private static let patienceSeconds = 30.0

    /// Opens the log in a directory, and creates both where they are missing, closed to everybody but their owner.
    ///
    /// Files and directories that are there keep their permissions. Opening an up-to-date log writes nothing.
    public init(directory: String) throws(SessionLogError) {
        let path = directory.hasSuffix("/") ? directory + Self.fileName : directory + "/" + Self.fileName
        self.path = path
        do {
            database = try Self.open(path, in: directory)
            try Self.bringUpToDate(database, path: path)
        } catch {
            throw SessionLogError(error, path: path)
        }
    }

    /// A log that is open already, whatever its version.
    init(path: String, database: DatabaseQueue) {
        self.path = path
        self.database = database
    }

    private static func open(_ path: String, in directory: String) throws -> DatabaseQueue {
        if PrivateFiles.exists(path) { return try DatabaseQueue(path: path, configuration: configuration) }
        return try PrivateFiles.creating {
            do {
                try PrivateFiles.makeDirectory(directory)
            } catch {
                throw SessionLogError(creatingDirectory: error, path: path)
            }
            try create(path)
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// Makes an empty log under another name and then gives it its own, so that it appears whole or not at all.
    ///
    /// When several programs start at once, one of them makes the log and the others find it.
    private static func create(_ path: String) throws {
        let draft = path + ".new-" + String(UInt64.random(in: .min ... .max), radix: 16)
        defer { PrivateFiles.remove(draft) }
        let database = try DatabaseQueue(path: draft, configuration: configuration)
        try migrate(database)
        try database.close()
        try PrivateFiles.name(draft, path)
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "SessionLog"
        configuration.busyMode = .timeout(patienceSeconds)
        configuration.foreignKeysEnabled = true
        // Not GRDB's own WAL set-up: that writes at each opening, even to a log it must refuse, and gives up FULL.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return configuration
    }

    /// Looks before it touches: a log of a newer Steady and the database of another program stay as they are.
    private static func bringUpToDate(_ database: DatabaseQueue, path: String) throws {
        let migrator = Schema.migrator
        let isCurrent = try database.read { database in
            if try migrator.hasBeenSuperseded(database) { throw SessionLogError.newerSchema(path: path) }
            if try isForeign(database) { throw SessionLogError.notALog(path: path) }
            return try migrator.hasCompletedMigrations(database)
        }
        if !isCurrent { try migrate(database) }
    }

    private static func migrate(_ database: DatabaseQueue) throws {
        try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try Schema.migrator.migrate(database)
    }

    private static func isForeign(_ database: Database) throws -> Bool {
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        return try !isEmpty && Int32.fetchOne(database, sql: "PRAGMA application_id") != Schema.applicationID
    }
}
