import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A log that the disk has damaged", .ownThreads)
struct DamagedLogTests {
    /// A home with a run that was recorded here and one that was imported.
    private func withHome(_ body: (URL) throws -> Void) throws {
        try inTemporaryDirectory { home in
            let folder = home.appending(path: "recordings")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            _ = try folder.making("20261124-101502-1e82.btsnoop", Captures.run(seconds: 90))
            let outcome = try Program.run("import", "--age", "40", "--home", home.path, Captures.path("both"))
            #expect(outcome.status == 0, "\(outcome.errors)")
            try body(home)
        }
    }

    private func ids(_ home: URL) throws -> (ids: [String], told: [String]) {
        let outcome = try Program.run("list", "--json", "--home", home.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return (try Parsed.object(outcome.output).list("sessions").compactMap { $0.text("id") }, outcome.errorLines)
    }

    @Test("is set aside and made anew: from what can be read of it, and from the recordings")
    func pages() throws {
        try withHome { home in
            let before = try ids(home).ids
            #expect(before.count == 2)
            let file = home.appending(path: "steady.sqlite")
            try settle(file)
            var bytes = try Places.bytes(file)
            // The page of the sessions is gone, and with it the way to all of them.
            let page = try rootPage(of: "session", file)
            for offset in (page - 1) * 4096..<page * 4096 { bytes[offset] = 0xA5 }
            try Data(bytes).write(to: file)
            let after = try ids(home)
            #expect(after.ids == before.filter { $0.hasPrefix("20261124") })
            #expect(after.told.count == 1)
            #expect(
                after.told.first?.contains("0 runs could still be read from it, 1 came from their recordings") ?? false
            )
            #expect(try Places.bytes(home.appending(path: "steady.sqlite.damaged-1")) == bytes)
            #expect(try ids(home).told.isEmpty)
        }
    }

    @Test("whose beginning is gone is set aside as well, with every octet it had")
    func beginning() throws {
        try withHome { home in
            _ = try ids(home)
            let file = home.appending(path: "steady.sqlite")
            try settle(file)
            var bytes = try Places.bytes(file)
            for offset in 0..<100 { bytes[offset] = 0 }
            try Data(bytes).write(to: file)
            let after = try ids(home)
            #expect(after.ids == ["20261124-101502-1e82"])
            #expect(after.told.count == 1)
            #expect(try Places.bytes(home.appending(path: "steady.sqlite.damaged-1")) == bytes)
        }
    }

    @Test("a second damage takes nothing from the first")
    func again() throws {
        try inTemporaryDirectory { home in
            for number in 1...2 {
                let text = Array("no database at all, number \(number), but long enough to be looked at".utf8)
                _ = try home.making("steady.sqlite", text)
                #expect(try ids(home).told.count == 1)
                #expect(try Places.bytes(home.appending(path: "steady.sqlite.damaged-\(number)")) == text)
            }
        }
    }

    @Test("the log of a newer Steady and that of another program stay as they are", arguments: ["newer", "foreign"])
    func others(_ kind: String) throws {
        try inTemporaryDirectory { home in
            let file = home.appending(path: "steady.sqlite")
            if kind == "newer" {
                _ = try Program.run("list", "--home", home.path)
                try DatabaseQueue(path: file.path).write { database in
                    try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')")
                }
            } else {
                try DatabaseQueue(path: file.path).write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
            }
            try settle(file)
            let bytes = try Places.bytes(file)
            expectFailure(try Program.run("list", "--home", home.path), 65, says: "steady.sqlite")
            #expect(try Places.bytes(file) == bytes)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: home.path).count { $0.contains("damaged") } == 0
            )
        }
    }

    /// Brings all that was committed into the file itself.
    private func settle(_ file: URL) throws {
        let database = try DatabaseQueue(path: file.path)
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try database.close()
    }

    private func rootPage(of table: String, _ file: URL) throws -> Int {
        let database = try DatabaseQueue(path: file.path)
        defer { try? database.close() }
        return try database.read { database in
            try #require(
                try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])
            )
        }
    }
}
