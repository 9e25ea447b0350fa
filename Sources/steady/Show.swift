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

    @Option(
        name: .customLong("html"),
        help: "Write the session as one web page; - is standard output.",
        completion: .file(extensions: ["html"])
    )
    var pageFile: String?

    @Option(
        name: .customLong("svg"),
        help: ArgumentHelp("Write the screen at the session's end as a picture.", valueName: "file.svg"),
        completion: .file(extensions: ["svg"])
    )
    var picture: String?

    @OptionGroup var look: PictureOptions

    func validate() throws {
        if picture == "" { throw ValidationError("--svg takes the name of a file") }
        if picture != nil, json || pageFile != nil {
            throw ValidationError("--svg goes with neither --json nor --html")
        }
        if pageFile == "" { throw ValidationError("--html takes the name of a file") }
        if pageFile != nil, json { throw ValidationError("--html and --json do not go together") }
        if samples, !json { throw ValidationError("--samples goes with --json") }
    }

    func run() throws {
        let (log, session) = try common.withLog { ($0, try $0.session(id)) }
        if let picture { return try SessionPicture(session: session, log: log, look: look).write(to: picture) }
        if let pageFile { return try writePage(of: session, from: log, to: pageFile) }
        try writingOutput {
            var output = StandardOutput()
            if json {
                try SessionJSON.write(session, samples: samples ? session.header.id : nil, of: log) { piece in
                    try output.write(piece)
                }
            } else {
                let text = SessionText(session, of: log)
                for line in try text.lines() { try output.print(line) }
            }
            try output.flush()
        }
    }

    private func writePage(of session: StoredSession, from log: SessionLog, to file: String) throws {
        var page = SessionPage(session, words: { $0.sentence })
        try writingOutput {
            try log.forEachSample(of: session.header.id) { page.record($0) }
            let octets = Array(page.html.utf8)
            if file == "-" {
                var output = StandardOutput()
                try output.write(octets.span)
            } else {
                try OutputFile.replace(octets, path: file)
            }
        }
    }
}
