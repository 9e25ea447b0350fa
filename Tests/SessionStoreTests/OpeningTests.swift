import Foundation
import GRDB
import Glibc
import RunEngine
import SessionStore
import Testing

@Suite("Opening the session log")
struct OpeningTests {
    @Test("The log, what SQLite puts beside it, and the directories made for it are private")
    func privateFiles() throws {
        try inTemporaryDirectory { directory in
            let home = directory + "/data/steady"
            let log = try SessionLog(directory: home)
            try log.write(Run.short("a"))
            #expect(log.path == home + "/steady.sqlite")
            for suffix in ["", "-wal", "-shm"] { #expect(try permissions(log.path + suffix) == 0o600) }
            #expect(try permissions(home) == 0o700)
            #expect(try permissions(directory + "/data") == 0o700)
        }
    }

    @Test("A new log is one file and leaves nothing else behind")
    func newLog() throws {
        try inTemporaryDirectory { directory in
            _ = try SessionLog(directory: directory)
            let names = try FileManager.default.contentsOfDirectory(atPath: directory)
            #expect(names == [SessionLog.fileName])
        }
    }

    @Test(
        "A log of an earlier version is brought up to date, loses nothing, and takes what is new from then on",
        arguments: [
            (VersionOneLog.sql, 9), (VersionTwoLog.sql, 10), (VersionThreeLog.sql, 10), (VersionFourLog.sql, 10),
        ]
    )
    func earlierVersion(_ sql: String, _ eventCount: Int) throws {
        try inTemporaryDirectory { directory in
            let old = try otherProgram(directory + "/" + SessionLog.fileName)
            try old.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA application_id = 1400136825; PRAGMA journal_mode = WAL")
                try database.execute(sql: sql)
            }
            let tables = ["session", "zone_time", "sample", "event", "issue"]
            let before = try old.read { database in
                try tables.map { try Row.fetchAll(database, sql: "SELECT * FROM \($0)") }
            }
            try old.close()

            let log = try SessionLog(directory: directory)
            let after = try otherProgram(log.path).read { database in
                try tables.map { try Row.fetchAll(database, sql: "SELECT * FROM \($0)") }
            }
            for (oldRows, newRows) in zip(before, after) {
                #expect(!oldRows.isEmpty && oldRows.count == newRows.count)
                for (old, new) in zip(oldRows, newRows) {
                    #expect(Array(new.databaseValues.prefix(old.count)) == Array(old.databaseValues))
                    let counts = ["number", "talk_yes", "talk_no"]
                    for (name, value) in new.dropFirst(old.count) { #expect(value.isNull || counts.contains(name)) }
                }
            }
            let stream = try log.stream(of: VersionOneLog.sessionID)
            #expect(stream.count == 1 + 5 + eventCount + 1)
            #expect(try log.session(VersionOneLog.sessionID).laps.isEmpty)
            try log.write(Run.rich("new"))
            #expect(try log.stream(of: "new") == Run.rich("new"))
            #expect(try log.stream(of: VersionOneLog.sessionID) == stream)
        }
    }

    @Test("When many open a log that is not there yet, all get the same one")
    func openedByMany() async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/steady-log-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask { _ = try SessionLog(directory: directory).write(Run.short("run \(number)")) }
            }
            try await group.waitForAll()
        }
        #expect(try SessionLog(directory: directory).sessions().count == 8)
    }

    @Test("An empty file with the log's name becomes the log")
    func emptyFile() throws {
        try inTemporaryDirectory { directory in
            #expect(FileManager.default.createFile(atPath: directory + "/" + SessionLog.fileName, contents: nil))
            let log = try SessionLog(directory: directory)
            try log.write(Run.rich("a"))
            #expect(try log.stream(of: "a") == Run.rich("a"))
        }
    }

    @Test("A directory and a log that are there keep the permissions their owner gave them")
    func givenPermissions() throws {
        try inTemporaryDirectory { directory in
            let log = try SessionLog(directory: directory)
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: directory)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: log.path)
            _ = try SessionLog(directory: directory + "/")
            #expect(try permissions(directory) == 0o750)
            #expect(try permissions(log.path) == 0o640)
        }
    }

    @Test("The log is in WAL mode, and each of its rows needs its session")
    func modes() throws {
        try withNewLog { log in
            try log.write(Run.short("a"))
            try otherProgram(log.path).write { database in
                let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
                #expect(mode == "wal")
                #expect(throws: DatabaseError.self) {
                    try database.execute(sql: "INSERT INTO issue VALUES ('b', 'odd', 1)")
                }
            }
        }
    }

    @Test("Opening an up-to-date log does not write to it")
    func openingWritesNothing() throws {
        try inTemporaryDirectory { directory in
            try SessionLog(directory: directory).write(Run.rich("a"))
            let path = directory + "/" + SessionLog.fileName
            let before = try contents(path)
            #expect(try SessionLog(directory: directory).sessions().count == 1)
            #expect(try contents(path) == before)
        }
    }

    @Test("A file that is not a database is refused and left as it was")
    func notADatabase() throws {
        try inTemporaryDirectory { directory in
            let path = directory + "/" + SessionLog.fileName
            let text = Data(String(repeating: "Dear diary, today I ran.\n", count: 100).utf8)
            try text.write(to: URL(fileURLWithPath: path))
            #expect(throws: SessionLogError.notADatabase(path: path)) { try SessionLog(directory: directory) }
            #expect(try contents(path) == text)
        }
    }

    @Test("The database of another program is refused and left as it was")
    func foreignDatabase() throws {
        try inTemporaryDirectory { directory in
            let path = directory + "/" + SessionLog.fileName
            try otherProgram(path).write { try $0.execute(sql: "CREATE TABLE session (id INTEGER)") }
            let before = try contents(path)
            #expect(throws: SessionLogError.notALog(path: path)) { try SessionLog(directory: directory) }
            #expect(try contents(path) == before)
        }
    }

    @Test("The log of a newer Steady is refused and left as it was")
    func newerSchema() throws {
        try inTemporaryDirectory { directory in
            try SessionLog(directory: directory).write(Run.rich("a"))
            let path = directory + "/" + SessionLog.fileName
            try otherProgram(path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v2000')") }
            let before = try contents(path)
            #expect(throws: SessionLogError.newerSchema(path: path)) { try SessionLog(directory: directory) }
            #expect(try contents(path) == before)
        }
    }

    @Test("A log whose pages were overwritten is damaged, and says so")
    func damaged() throws {
        try inTemporaryDirectory { directory in
            try SessionLog(directory: directory).write(Run.rich("a"))
            let path = directory + "/" + SessionLog.fileName
            var bytes = try contents(path)
            bytes.replaceSubrange(4096..., with: repeatElement(0xA5, count: bytes.count - 4096))
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: SessionLogError.self) { try SessionLog(directory: directory).sessions() }
            guard case .damaged = error else {
                Issue.record("not damaged, but \(String(describing: error))")
                return
            }
        }
    }

    @Test("A directory with the log's name is an error that says so")
    func directoryInItsPlace() throws {
        try inTemporaryDirectory { directory in
            let path = directory + "/" + SessionLog.fileName
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            let error = SessionLogError.cannotCreate(path: path, reason: "a directory has its name")
            #expect(throws: error) { try SessionLog(directory: directory) }
        }
    }

    @Test("A file with the name of the log's directory is an error that says so", arguments: ["home", "home/below"])
    func fileInPlaceOfTheDirectory(name: String) throws {
        try inTemporaryDirectory { directory in
            #expect(FileManager.default.createFile(atPath: directory + "/home", contents: nil))
            let home = directory + "/" + name
            let error = #expect(throws: SessionLogError.self) { try SessionLog(directory: home) }
            guard case .cannotCreate(home + "/steady.sqlite", _) = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
        }
    }

    @Test(
        "A directory that may not be written is not permitted",
        .enabled(if: geteuid() != 0, "permission bits do not bind root: run the tests as another user")
    )
    func unwritableDirectory() throws {
        try inTemporaryDirectory { directory in
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: directory)
            for home in [directory, directory + "/below"] {
                let error = SessionLogError.notPermitted(path: home + "/steady.sqlite")
                #expect(throws: error) { try SessionLog(directory: home) }
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
        }
    }

    @Test(
        "A log in a directory that may not be written is not permitted",
        .enabled(if: geteuid() != 0, "permission bits do not bind root: run the tests as another user")
    )
    func logInUnwritableDirectory() throws {
        try inTemporaryDirectory { directory in
            try SessionLog(directory: directory).write(Run.short("a"))
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: directory)
            let error = SessionLogError.notPermitted(path: directory + "/" + SessionLog.fileName)
            #expect(throws: error) { try SessionLog(directory: directory).sessions() }
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: directory)
        }
    }

    @Test(
        "A log that may not be read, or only read, is not permitted to be opened or to be written",
        .enabled(if: geteuid() != 0, "permission bits do not bind root: run the tests as another user")
    )
    func protectedLog() throws {
        try inTemporaryDirectory { directory in
            try SessionLog(directory: directory).write(Run.short("a"))
            let path = directory + "/" + SessionLog.fileName
            let refusal = SessionLogError.notPermitted(path: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
            let log = try SessionLog(directory: directory)
            #expect(try log.sessions().count == 1)
            #expect(throws: refusal) { try log.write(Run.short("b")) }
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
            #expect(throws: refusal) { try SessionLog(directory: directory) }
        }
    }

    @Test("Every error is told in one or two lines")
    func descriptions() {
        let errors: [SessionLogError] = [
            .cannotCreate(path: "/p", reason: "r"), .notPermitted(path: "/p"), .notALog(path: "/p"),
            .damaged(path: "/p", detail: "d"), .newerSchema(path: "/p"), .busy(path: "/p"), .diskFull(path: "/p"),
            .inputOutput(path: "/p", detail: "d"), .noSuchSession(id: "x"), .noSuchSession(id: "last"),
            .ambiguousID(id: "x", matches: ["xa", "xb"]), .incompleteSession,
        ]
        for error in errors {
            #expect((1...2).contains(error.description.split(separator: "\n", omittingEmptySubsequences: false).count))
        }
        #expect(Set(errors.map(\.description)).count == errors.count)
    }
}
