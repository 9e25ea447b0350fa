import ArgumentParser
import Reporting
import SessionStore
import UnixIO

/// Lists the sessions of the log.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the sessions of the log, newest first."
    )

    @OptionGroup var common: CommonOptions

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        let sessions = try common.withLog { try $0.sessions() }
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.list(sessions)
                try output.write(text.text)
            } else {
                for line in LogWords.list(sessions) { try output.print(line) }
            }
            try output.flush()
        }
    }
}
