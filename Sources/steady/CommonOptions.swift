import ArgumentParser
import SessionStore
import UnixIO

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help:
            "Where recordings and the log live. Default: $STEADY_HOME, else steady in $XDG_DATA_HOME or ~/.local/share.",
        completion: .directory
    )
    var home: String?

    @Flag(name: .shortAndLong, help: "Say more on standard error.")
    var verbose = false

    func validate() throws {
        if home == "" { throw ValidationError("--home takes the name of a directory") }
    }

    /// Says something on standard error that only a curious person wants to know.
    func remark(_ text: @autoclosure () -> String) {
        if verbose { StandardError.print("steady: \(text())") }
    }

    /// The directory of the log.
    func directory() throws -> String {
        if let home { return home }
        if let home = Environment.value(of: "STEADY_HOME") { return home }
        if let data = Environment.value(of: "XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/steady" }
        if let user = Environment.value(of: "HOME") { return user + "/.local/share/steady" }
        throw CommandFailure(
            status: .cannotCreate,
            message: "nobody says where the log lives\nSet HOME, or give --home DIR."
        )
    }

    /// Opens the log, and makes it where there is none yet.
    func log() throws -> SessionLog {
        let directory = try directory()
        do {
            let log = try SessionLog(directory: directory)
            remark("the log is \(log.path)")
            return log
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension CommandFailure {
    /// What the session log has to say.
    init(_ error: SessionLogError) {
        message = error.description
        switch error {
        case .cannotCreate: status = .cannotCreate
        case .notPermitted: status = .notPermitted
        case .notALog, .damaged, .newerSchema, .incompleteSession: status = .badData
        case .busy, .diskFull, .inputOutput: status = .inputOutput
        case .noSuchSession: status = .noInput
        case .ambiguousID: status = .usage
        }
    }
}
