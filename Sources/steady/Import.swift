import ArgumentParser
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// Turns captures into sessions of the log.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn captures (btsnoop, pcap, pcapng) into sessions of the log."
    )

    @Argument(help: "Capture files.", completion: .file())
    var files: [String]

    @OptionGroup var home: HomeOptions
    @OptionGroup var profile: ProfileOptions

    @Flag(help: "One line of JSON for each file.")
    var json = false

    func run() throws {
        let plan = try profile.plan()
        let log = try home.log()
        if plan.maximumOrigin == .ageAssumed { StandardError.print(ProfileWords.ageAssumed(plan)) }
        var worst: CommandFailure.Status?
        try writingOutput {
            var output = StandardOutput()
            for file in files {
                do throws(CommandFailure) {
                    let outcome = try Self.store(file, in: log, plan: plan)
                    try report(file, outcome, to: &output)
                } catch {
                    worst = max(worst ?? error.status, error.status)
                    if json {
                        try report(file, error, to: &output)
                    } else {
                        StandardError.print("steady: \(error.message)")
                    }
                }
            }
            try output.flush()
        }
        if let worst { throw ExitCode(worst.rawValue) }
    }

    /// Plays a capture into the log: all of it, or nothing where it cannot be read.
    private static func store(_ file: String, in log: SessionLog, plan: ZonePlan) throws(CommandFailure) -> WriteOutcome
    {
        do {
            return try log.write(importedFrom: name(of: file)) { writer in
                var capture = try CaptureRun(path: file)
                var session = RunSession(plan: plan, source: .replay)
                while writer.isNeeded, try capture.play(into: &session) {
                    try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
                }
                if !writer.isNeeded { return }
                if session.header == nil { throw CaptureRun.nothingToFollow(in: file) }
                session.finish()
                try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch let error as SessionLogError {
            throw CommandFailure(error)
        } catch {
            throw CommandFailure(status: .internalError, message: "\(file): \(error)")
        }
    }

    /// The last part of a path.
    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private func report(_ file: String, _ outcome: WriteOutcome, to output: inout StandardOutput) throws(CommandFailure)
    {
        let isNew = if case .stored = outcome { true } else { false }
        do {
            if json {
                var text = JSONWriter()
                text.imported(file, id: outcome.id, isNew: isNew)
                try output.write(text.text)
            } else {
                try output.print(
                    isNew ? "\(file): session \(outcome.id)" : "\(file): already in the log as \(outcome.id)"
                )
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private func report(_ file: String, _ failure: CommandFailure, to output: inout StandardOutput)
        throws(SystemFailure)
    {
        var text = JSONWriter()
        text.notImported(file, because: failure.message)
        try output.write(text.text)
    }
}

extension CommandFailure.Status: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
