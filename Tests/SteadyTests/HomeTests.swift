import Foundation
import TestSupport
import Testing

@Suite("The home of the log")
struct HomeTests {
    @Test("--home goes before STEADY_HOME, that before XDG_DATA_HOME, that before HOME")
    func places() throws {
        try inTemporaryDirectory { directory in
            let root = directory.path
            var environment = ["HOME": "\(root)/user"]
            try expectLog(at: "\(root)/user/.local/share/steady", [], environment)
            environment["XDG_DATA_HOME"] = "\(root)/data"
            try expectLog(at: "\(root)/data/steady", [], environment)
            environment["STEADY_HOME"] = "\(root)/steady"
            try expectLog(at: "\(root)/steady", [], environment)
            try expectLog(at: "\(root)/given", ["--home", "\(root)/given"], environment)
            // A variable that is set and empty, or an XDG path that is not absolute, is none.
            environment["STEADY_HOME"] = ""
            environment["XDG_DATA_HOME"] = "relative"
            try expectLog(at: "\(root)/user/.local/share/steady", [], environment, isNew: false)
        }
    }

    @Test("a new log is told as such, and closed to everybody else")
    func new() throws {
        try inTemporaryDirectory { directory in
            let home = directory.appending(path: "a/b")
            let outcome = try Program.run("list", "--home", home.path)
            expectSuccess(outcome)
            #expect(outcome.lines.count == 1 && outcome.text.contains("steady import"))
            #expect(try Program.run("list", "--json", "--home", home.path).text == "{\"sessions\":[]}\n")
            expectFailure(try Program.run("show", "--home", home.path), 66)
            let attributes = try FileManager.default.attributesOfItem(
                atPath: home.appending(path: "steady.sqlite").path
            )
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("a home that cannot be made is told as such", arguments: ["list", "show", "import"])
    func cannotCreate(_ command: String) throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("file", [1])
            for home in [file, "\(file)/below", "/proc/nowhere"] {
                let outcome = try Program.run(
                    [command, "--home", home] + (command == "import" ? [Captures.path("hr")] : [])
                )
                expectFailure(outcome, 73, says: home)
            }
        }
    }

    @Test("nobody says where the log lives: the error says what to set")
    func nowhere() throws {
        expectFailure(try Program.run("list", environment: ["HOME": ""]), 73, says: "--home")
    }

    @Test("a home that may not be written is not permitted", .enabled(if: getuid() != 0, "root may write everywhere"))
    func notPermitted() throws {
        try inTemporaryDirectory { directory in
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: directory.path)
            expectFailure(try Program.run("list", "--home", directory.path), 77)
        }
    }

    private func expectLog(
        at place: String,
        _ options: [String],
        _ environment: [String: String],
        isNew: Bool = true
    ) throws {
        let file = "\(place)/steady.sqlite"
        #expect(FileManager.default.fileExists(atPath: file) != isNew, "\(place)")
        let outcome = try Program.run(
            ["import", "--age", "40", Captures.path("hr")] + options,
            environment: environment
        )
        expectSuccess(outcome)
        #expect(FileManager.default.fileExists(atPath: file), "\(place)")
        let listed = try Program.run(["list", "--json"] + options, environment: environment)
        #expect(try Parsed.object(listed.output).list("sessions").count == 1, "\(place)")
    }
}
