import Foundation
import TestSupport
import Testing

@Suite("steady delete")
struct DeleteTests {
    @Test("everything of a session goes, and it is said; nothing of it is left in the log's file")
    func everything() throws {
        try inHome { home in
            let made = try Program.run(
                "record",
                "--demo",
                "--demo-speed",
                "max",
                "--demo-script",
                "stepped-off",
                "--keep",
                environment: home
            )
            #expect(made.status == 0)
            let id = try #require(try listed(home).first)
            let folder = URL(filePath: try #require(home["STEADY_HOME"]))
            let recording = folder.appending(path: "recordings/\(id).btsnoop")
            #expect(FileManager.default.fileExists(atPath: recording.path))
            _ = try Program.run("note", "--after", "4", environment: home)

            let deleted = try Program.run("delete", id, "--json", environment: home)
            expectSuccess(deleted)
            let line = try #require(try Parsed.lines(deleted.output).first)
            #expect(line.text("deleted") == id && line.text("recording") == recording.path)
            #expect(!FileManager.default.fileExists(atPath: recording.path))
            #expect(try listed(home).isEmpty)
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where name != "recordings" {
                let octets = try Data(contentsOf: folder.appending(path: name))
                #expect(octets.range(of: Data(id.utf8)) == nil, "\(name)")
            }
        }
    }

    @Test("one that was imported has no recording; the words name its day, and what may still hold it")
    func words() throws {
        try inHome { home in
            expectSuccess(try Program.run("import", Captures.path("both"), "--age", "40", environment: home))
            let folder = URL(filePath: try #require(home["STEADY_HOME"]))
            let damaged = folder.appending(path: "steady.sqlite.damaged-1")
            try Data("x".utf8).write(to: damaged)
            let deleted = try Program.run("delete", "last", environment: home)
            expectSuccess(deleted)
            #expect(deleted.lines.first?.hasPrefix("Deleted: the run of Monday 23 November 2026, ") == true)
            #expect(deleted.lines.first?.contains("recording") == false)
            #expect(deleted.inOneLine.contains("may still hold it: \(damaged.path)"))
        }
    }

    @Test("what is not there is not deleted, and nothing else is", arguments: [["nothing"], [""], ["2"]])
    func unknown(_ id: [String]) throws {
        try inHome { home in
            expectSuccess(
                try Program.run("import", Captures.path("both"), Captures.path("hr"), "--age", "40", environment: home)
            )
            let outcome = try Program.run(["delete"] + id, environment: home)
            #expect([64, 66].contains(outcome.status))
            #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
            #expect(try listed(home).count == 2)
        }
    }

    private func listed(_ home: [String: String]) throws -> [String] {
        let list = try Program.run("list", "--json", environment: home)
        return try Parsed.lines(list.output).first?.list("sessions").compactMap { $0.text("id") } ?? []
    }
}
