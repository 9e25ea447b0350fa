import Foundation
import TestSupport
import Testing

@Suite("steady show, for people")
struct ShowTests {
    /// A home with the session of a sample capture.
    private func inHome(_ body: ([String: String], URL) throws -> Void) throws {
        try inTemporaryDirectory { directory in
            let home = ["STEADY_HOME": directory.appending(path: "home").path]
            expectSuccess(try Program.run("import", "--age", "40", Captures.path("both"), environment: home))
            try body(home, directory)
        }
    }

    @Test("on a pipe it is plain text of 80 columns at most, with a chart")
    func pipe() throws {
        try inHome { home, _ in
            let outcome = try Program.run("show", environment: home)
            expectSuccess(outcome)
            #expect(outcome.lines.allSatisfy { $0.count <= 80 })
            #expect(outcome.text.contains("\nHeart rate in bpm") && outcome.text.contains("\nSpeed in km/h"))
            #expect(outcome.text.contains("░") && outcome.text.contains("█"))
        }
    }

    @Test(
        "on a terminal it keeps to its width",
        .enabled(if: Window.launcher != nil, Window.noLauncher),
        arguments: [40, 61, 100, 200, 300] as [UInt16],
        [true, false]
    )
    func terminal(columns: UInt16, hasColours: Bool) throws {
        try inHome { home, _ in
            let environment = home.merging(hasColours ? [:] : ["NO_COLOR": "1"]) { $1 }
            let window = try Window(["show"], columns: columns, rows: 60, environment: environment)
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.trouble.isEmpty, "\(window.screen.trouble)")
            #expect(hasColours == window.screen.styles.contains(32) && hasColours == !window.screen.styles.isEmpty)
            let lines = window.screen.printed.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.map(\.count).max() == Int(min(columns, 200)))
        }
    }

    @Test("the page is private, whole, and the same on standard output")
    func page() throws {
        try inHome { home, directory in
            let file = directory.appending(path: "run.html")
            try Data("what was there before".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            let outcome = try Program.run("show", "--html", file.path, environment: home)
            expectSuccess(outcome)
            #expect(outcome.output.isEmpty)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.hasPrefix("<!doctype html>\n") && text.hasSuffix("</html>\n"))
            #expect(try Program.run("show", "--html", "-", environment: home).text == text)
            // Nothing is left beside it.
            let files = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            #expect(Set(files) == ["home", "run.html"])
        }
    }

    @Test("the screen at its end is a picture: done, the average, and the chart of the whole run")
    func picture() throws {
        try inHome { home, directory in
            let file = directory.appending(path: "run.svg").path
            let outcome = try Program.run("show", "--svg", file, "--size", "80x24", environment: home)
            expectSuccess(outcome)
            #expect(outcome.output.isEmpty)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n") && text.contains("viewBox=\"0 0 832 512\""))
            for words in [">done<", ">average<", ">elapsed<", ">0.16<"] { #expect(text.contains(words), "\(words)") }
            expectFailure(try Program.run("show", "--svg", file, "--json", environment: home), 64, says: "--svg")
            expectFailure(try Program.run("show", "--svg", "", environment: home), 64)
            expectFailure(try Program.run("show", "--svg", directory.path, environment: home), 73)
        }
    }

    @Test("a pipe that is named as the file is written to, and stays")
    func namedPipe() throws {
        try inHome { home, _ in
            let outcome = try Program.run("show", "--html", "/dev/stdout", environment: home)
            expectSuccess(outcome)
            #expect(outcome.text.hasPrefix("<!doctype html>\n") && outcome.text.hasSuffix("</html>\n"))
            #expect(try Program.run("show", "--html", "/dev/null", environment: home).status == 0)
            let null = try FileManager.default.attributesOfItem(atPath: "/dev/null")
            #expect(null[.type] as? FileAttributeType == .typeCharacterSpecial)
        }
    }

    @Test("what cannot be written is said, and nothing is left")
    func failures() throws {
        try inHome { home, directory in
            let nowhere = directory.appending(path: "missing/run.html").path
            expectFailure(try Program.run("show", "--html", nowhere, environment: home), 73)
            expectFailure(try Program.run("show", "--html", directory.path, environment: home), 73)
            expectFailure(try Program.run("show", "--html", "a", "--json", environment: home), 64, says: "together")
            expectFailure(try Program.run("show", "--html", "", environment: home), 64)
            expectFailure(try Program.run("show", "nobody", "--html", "-", environment: home), 66)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["home"])
        }
    }
}
