import Foundation
import TestSupport
import Testing

@Suite("Where the output goes")
struct OutputTests {
    /// Every command, with what makes it say something. `HOME` stands for a home with one session.
    static let commands: [[String]] = [
        ["decode", "2a37", "1648e803"], ["decode", "2a37", "1648e803", "--json"], ["inspect", Captures.path("both")],
        ["inspect", Captures.path("both"), "--json"],
        ["replay", Captures.path("both"), "--age", "40", "--speed", "max"],
        ["replay", Captures.path("both"), "--age", "40", "--speed", "max", "--json"],
        ["replay", Captures.path("both"), "--age", "40", "--speed", "2000", "--json"], ["list", "--home", "HOME"],
        ["list", "--home", "HOME", "--json"], ["show", "--home", "HOME"],
        ["show", "last", "--home", "HOME", "--json", "--samples"],
        ["import", "--age", "40", "--home", "HOME", Captures.path("hr")],
        ["import", "--age", "40", "--home", "HOME", "--json", Captures.path("hr")],
    ]

    @Test("a full disk under standard output is an error of output", arguments: commands)
    func fullDisk(_ command: [String]) throws {
        try withHome { home in
            let outcome = try Program.run(command.map { $0 == "HOME" ? home : $0 }, output: .file("/dev/full"))
            expectFailure(outcome, 74, says: "standard output")
        }
    }

    @Test("a reader that goes away early is a proper end", arguments: commands)
    func closedPipe(_ command: [String]) throws {
        try withHome { home in
            for count in [0, 10] {
                let outcome = try Program.run(command.map { $0 == "HOME" ? home : $0 }, output: .closedAfter(count))
                #expect(outcome.status == 0 && !outcome.wasKilled)
                #expect(outcome.errors.isEmpty, "\(outcome.errors)")
            }
        }
    }

    @Test("an import goes on when nobody reads what it says, and ends with the status of the worst")
    func importWithoutReader() throws {
        try inTemporaryDirectory { directory in
            for (home, json) in [("a", []), ("b", ["--json"])] {
                let arguments = ["import", "--age", "40", "--home", directory.appending(path: home).path] + json
                let files = ["missing"] + Captures.names.map(Captures.path)
                let outcome = try Program.run(arguments + files, output: .closedAfter(0))
                #expect(outcome.status == 66)
                let list = try Program.run("list", "--json", "--home", directory.appending(path: home).path)
                #expect(try Parsed.object(list.output).list("sessions").count == Captures.names.count)
            }
        }
    }

    @Test("that nobody reads standard error stops nothing")
    func closedErrors() throws {
        let process = Process()
        process.executableURL = Program.file
        // Without a profile, what is assumed is said on standard error.
        process.arguments = ["replay", Captures.path("hr"), "--json", "--speed", "max"]
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try errors.fileHandleForReading.close()
        try process.run()
        let watch = Watch(process)
        let heard = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        watch.rest()
        #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
        #expect(try Parsed.lines(heard).last?.text("event") == "summary")
    }

    @Test("no command sends an escape code into a pipe, whatever the terminal is called", arguments: commands)
    func noEscapeCodes(_ command: [String]) throws {
        try withHome { home in
            let outcome = try Program.run(
                command.map { $0 == "HOME" ? home : $0 },
                environment: ["TERM": "xterm-256color"]
            )
            expectSuccess(outcome)
            #expect(!outcome.output.isEmpty)
        }
    }

    /// A home with one session.
    private func withHome(_ body: (String) throws -> Void) throws {
        try inTemporaryDirectory { directory in
            let home = directory.appending(path: "home").path
            #expect(try Program.run("import", "--age", "40", "--home", home, Captures.path("odd")).status == 0)
            try body(home)
        }
    }
}
