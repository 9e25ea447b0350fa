import ArgumentParser
import Dashboard
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// Shows one session of the log.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one session of the log."
    )

    @Argument(help: "The session's ID, or how it begins; last is the newest.")
    var id = SessionLog.lastID

    @OptionGroup var common: CommonOptions

    @Flag(help: "One JSON object.")
    var json = false

    @Flag(help: "With --json: every sample, one a second.")
    var samples = false

    func validate() throws {
        if samples, !json { throw ValidationError("--samples goes with --json") }
    }

    func run() throws {
        let (log, session) = try common.withLog { ($0, try $0.session(id)) }
        try writingOutput {
            var output = StandardOutput()
            if json {
                try SessionJSON.write(session, samples: samples ? session.header.id : nil, of: log) { piece in
                    try output.write(piece)
                }
            } else {
                for line in LogWords.session(session, words: { $0.sentence }) { try output.print(line) }
            }
            try output.flush()
        }
    }
}
