import ArgumentParser
import RunEngine
import SessionStore
import UnixIO
import WorkoutFiles

/// Writes one session of the log as a file for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a session as a file: FIT, TCX, CSV, JSON, or its recording."
    )

    /// What a session can be written as.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case fit, tcx, csv, json, btsnoop
    }

    /// In hundredths: 0.1.
    private static let softwareVersion = 10
    /// A day of recording takes a small part of it.
    private static let largestRecording = 1 << 30

    @Argument(help: "The session's ID, or how it begins; last is the newest.")
    var id = SessionLog.lastID

    @OptionGroup var common: CommonOptions

    @Option(
        help:
            "fit: all there is; tcx: for programs that read no FIT; csv and json: the samples; btsnoop: the recording."
    )
    var format = Format.fit

    @Option(
        name: [.short, .customLong("output")],
        help: "The file to make; - is standard output. Default: the ID with the format behind it, in this directory.",
        completion: .file()
    )
    var output: String?

    @Flag(help: "Without what tells whose it is: names, addresses, words of marks; the date becomes 2000-01-01.")
    var scrub = false

    func validate() throws {
        if output == "" { throw ValidationError("-o takes the name of a file") }
    }

    func run() throws {
        let (session, bytes) = try common.withLog { log in
            let session = try log.session(id)
            return (session, try content(of: session, in: log))
        }
        try write(bytes, of: session)
    }

    private func content(of session: StoredSession, in log: SessionLog) throws -> [UInt8] {
        let id = session.header.id
        let told = scrub ? session.scrubbed : session
        switch format {
        case .fit:
            return try fit(try log.workout(of: told, samplesOf: id), of: told.header.id)
        case .tcx: return try log.workout(of: told, samplesOf: id).tcx()
        case .csv: return try log.workout(of: told, samplesOf: id).csv()
        case .json:
            var text: [UInt8] = []
            try SessionJSON.write(told, samples: id, of: log) { piece in
                for at in piece.indices { text.append(piece[at]) }
            }
            return text
        case .btsnoop:
            let recording = try recording(of: session)
            return scrub ? try RecordingScrubber.scrubbed(recording) : recording
        }
    }

    private func fit(_ workout: Workout, of id: String) throws(CommandFailure) -> [UInt8] {
        do {
            return try workout.fit(serial: Self.serial(of: id), softwareVersion: Self.softwareVersion)
        } catch {
            throw CommandFailure(
                status: .badData,
                message: "\(id) began at a time that FIT cannot express\nTry --format csv, or --scrub."
            )
        }
    }

    /// FIT wants a number that tells devices apart; there is no device, so each session has its own (FNV-1a of its ID).
    private static func serial(of id: String) -> UInt32 {
        max(1, id.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 })
    }

    private func recording(of session: StoredSession) throws -> [UInt8] {
        let id = session.header.id
        let path = try common.directory() + "/recordings/\(id).btsnoop"
        do throws(SystemFailure) {
            return try InputFile(path: path).readAll(limit: Self.largestRecording)
        } catch {
            guard error.isNoSuchFile else { throw CommandFailure(error) }
            let origin = session.importedFrom.map { "it was imported from \($0.printable)" } ?? "there is no \(path)"
            throw CommandFailure(
                status: .noInput,
                message: "\(id) has no recording: \(origin)\nThe other formats do without: fit, tcx, csv, json."
            )
        }
    }

    private func write(_ bytes: [UInt8], of session: StoredSession) throws {
        if output == "-" {
            return try writingOutput {
                var output = StandardOutput()
                try output.write(bytes.span)
            }
        }
        let id = scrub ? StoredSession.scrubbedID : session.header.id
        let path = output ?? "\(id.replacing("/", with: "-")).\(format.rawValue)"
        do throws(SystemFailure) {
            try OutputFile.create(bytes.span, path: path)
        } catch {
            guard error.isAlreadyThere else { throw CommandFailure(error) }
            throw CommandFailure(
                status: .cannotCreate,
                message: "\(path.printable) is there already; it was left as it is\n"
                    + "Move it away, or name another file with -o."
            )
        }
        try writingOutput {
            var output = StandardOutput()
            try output.print("\(session.header.id): \(path.printable)")
            try output.flush()
        }
    }
}
