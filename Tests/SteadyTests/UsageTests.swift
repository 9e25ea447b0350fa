import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
    @Test(
        "a command line that is not understood is a usage error in two lines",
        arguments: [
            ["nonsense"], ["--nonsense"], ["decode"], ["inspect"], ["inspect", "a", "b"],
            ["inspect", "a", "--nonsense"], ["replay"],
            ["replay", "a", "--speed"], ["replay", "a", "--speed", "fast"], ["replay", "a", "--speed", "0"],
            ["replay", "a", "--speed", "nan"], ["replay", "a", "--speed", "inf"], ["replay", "a", "--speed=-1"],
            ["replay", "a", "--until=-1"], ["replay", "a", "--until", "9223372036854775807"],
            ["replay", "a", "--until", "x"],
            ["replay", "a", "--json", "--picture", "b"], ["import"], ["list", "x"], ["list", "--home"],
            ["list", "--home", ""],
            ["show", "a", "b"], ["show", "last", "--samples"], ["show", "--home", ""], ["import", "--home", "", "a"],
        ]
    )
    func usage(_ arguments: [String]) throws {
        let outcome = try Program.run(arguments)
        expectFailure(outcome, 64, says: "--help")
        #expect(outcome.errorLines.count == 2)
    }

    @Test("help and version are asked for, so they are no error")
    func help() throws {
        let version = try Program.run("--version")
        expectSuccess(version)
        #expect(version.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
        for command in [[], ["replay"], ["inspect"], ["decode"], ["import"], ["list"], ["show"]] {
            for spelling in ["--help", "-h"] {
                let outcome = try Program.run(command + [spelling])
                expectSuccess(outcome)
                #expect(outcome.text.contains("USAGE: steady"), "\(command)")
                #expect(command.isEmpty || outcome.text.contains("--json"), "\(command)")
            }
        }
        let overview = try Program.run("--help").text
        for command in ["replay", "inspect", "decode", "import", "list", "show"] {
            #expect(overview.contains("\n  \(command) "), "\(command)")
        }
    }

    @Test("every command takes the common options, and -v says more on standard error only")
    func commonOptions() throws {
        try inTemporaryDirectory { directory in
            let home = directory.appending(path: "home").path
            let capture = Captures.path("hr")
            let commands = [
                ["inspect", capture, "--json"], ["replay", capture, "--speed", "max", "--age", "40"],
                ["import", capture, "--age", "40"], ["list"], ["show"], ["decode", "2a37", "0048"],
            ]
            for command in commands {
                let quiet = try Program.run(command + ["--home", home])
                expectSuccess(quiet)
                let talkative = try Program.run(command + ["--home", home, "-v"])
                #expect(talkative.status == 0)
                // The second import finds the first one's session.
                #expect(command[0] == "import" || talkative.output == quiet.output, "\(command)")
                #expect(talkative.errors.hasPrefix("steady: ") == (command[0] != "decode"), "\(command)")
            }
        }
    }
}
