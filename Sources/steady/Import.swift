import ArgumentParser
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// Turns captures and workout files into sessions of the log.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Turn captures (btsnoop, pcap, pcapng) and workout files (FIT, TCX) into sessions of the log."
    )

    @Argument(help: "Captures and workout files; what they are is found out.", completion: .file())
    var files: [String]

    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    @Flag(help: "One line of JSON for each file.")
    var json = false

    func run() throws {
        let settings = try profile.settings(common)
        let log = try common.log(settings)
        common.remark(ProfileWords.plan(settings.plan))
        var isAssumptionSaid = settings.plan.maximumOrigin != .ageAssumed
        var worst: CommandFailure.Status?
        var output = StandardOutput()
        for file in files {
            let result = Result { () throws(CommandFailure) in
                do {
                    return try Self.importFile(file, in: log, settings: settings)
                } catch {
                    throw CommandFailure(error, about: file)
                }
            }
            if case .success(.stored) = result, !isAssumptionSaid {
                StandardError.print(ProfileWords.ageAssumed(settings.plan))
                isAssumptionSaid = true
            }
            if case .failure(let failure) = result { worst = max(worst ?? failure.status, failure.status) }
            try report(file, result, to: &output)
        }
        if let worst { throw ExitCode(worst.rawValue) }
    }

    /// Plays a file into the log, by what is in it: all of it, or nothing where it cannot be read.
    private static func importFile(_ path: String, in log: SessionLog, settings: RunSettings) throws -> WriteOutcome {
        let name = path.lastPathComponent.printable
        let file = try OpenedFile(path: path)
        if try file.isWorkout { return try WorkoutImport.store(file.readAll(), of: path, name, in: log, settings) }
        let capture = CaptureRun(file.capture(), path: path, speedUnit: settings.speedUnit)
        return try store(capture, in: log, settings: settings, importedFrom: name)
    }

    /// Plays a capture into the log: all of it, or nothing where it cannot be read. `name`: that of a file from elsewhere;
    /// `nil` for a recording of this home, whose session is what it was when it was recorded.
    static func store(
        _ file: String,
        in log: SessionLog,
        settings: RunSettings,
        importedFrom name: String?,
        isQuiet: Bool = false
    ) throws -> WriteOutcome {
        let capture = try CaptureRun(path: file, speedUnit: settings.speedUnit, isQuiet: isQuiet)
        return try store(capture, in: log, settings: settings, importedFrom: name)
    }

    private static func store(
        _ capture: consuming CaptureRun,
        in log: SessionLog,
        settings: RunSettings,
        importedFrom name: String?
    ) throws -> WriteOutcome {
        // A capture may come slowly, through a pipe: until it is a session it keeps nobody else from the log.
        var capture = capture
        guard let time = try capture.nextUnixMicroseconds() else { throw capture.nothingToFollow }
        let plan = try settings.plan(atUnixMicroseconds: time)
        let source = name == nil ? capture.origin?.source ?? .replay : .replay
        let offset = capture.origin?.utcOffsetSeconds ?? LocalTime.utcOffsetSeconds(atUnixMicroseconds: time)
        let origin = SessionOrigin(importedFrom: name, utcOffsetSeconds: offset)
        var session = RunSession(plan: plan, source: source)
        while !session.hasBegun, try capture.play(into: &session) {}
        if !session.hasBegun { throw capture.nothingToFollow }
        let outcome = try log.write(from: origin) { writer in
            repeat {
                try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
            } while try writer.isNeeded && capture.play(into: &session)
            if !writer.isNeeded { return }
            session.finish()
            try session.drainEvents { event throws(SessionLogError) in try writer.apply(event) }
        }
        if case .stored(let id) = outcome, let feeling = capture.feeling {
            try log.setFeeling(.before, to: feeling.before, of: id)
        }
        return outcome
    }

    /// Tells of a file. A reader that went away keeps no other file from being imported.
    private func report(
        _ file: String,
        _ result: Result<WriteOutcome, CommandFailure>,
        to output: inout StandardOutput
    ) throws(CommandFailure) {
        do {
            var text = JSONWriter()
            switch result {
            case .success(let outcome):
                let isNew = if case .stored = outcome { true } else { false }
                if json {
                    text.imported(file, id: outcome.id, isNew: isNew)
                } else {
                    try output.print("\(file.printable): \(isNew ? "session" : "already in the log as") \(outcome.id)")
                }
            case .failure(let failure) where json:
                text.notImported(file, because: failure.message)
            case .failure(let failure):
                StandardError.print("steady: \(failure.message)")
            }
            try output.write(text.text)
        } catch {
            if !error.isClosedPipe { throw CommandFailure(error) }
        }
    }
}

extension CommandFailure.Status: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
