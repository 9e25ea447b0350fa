import ArgumentParser
import RunEngine
import SessionStore
import Settings
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

    /// The log, with all that was recorded in it: see ``LogKeeper``. `settings`: those of this call, if it has any.
    func log(_ settings: RunSettings? = nil) throws -> SessionLog {
        let log = try keeper().log(settings: try settings ?? knownSettings())
        remark("the log is \(log.path)")
        return log
    }

    /// Does something with the log; see ``LogKeeper/withLog(settings:_:)``.
    func withLog<Value>(_ body: (SessionLog) throws -> Value) throws -> Value {
        try keeper().withLog(settings: try knownSettings()) { log in
            remark("the log is \(log.path)")
            return try body(log)
        }
    }

    func keeper() throws -> LogKeeper {
        LogKeeper(home: try directory()) { StandardError.print("steady: \($0)") }
    }

    /// What a run is followed by when the call says nothing of it. A profile that makes no zones keeps nobody from the log:
    /// it is told of where it is needed.
    private func knownSettings() throws -> RunSettings {
        let today = CivilDate(unixMicroseconds: WallClock.nowUnixMicroseconds)
        let profile = try settingsFile()?.settings.runner.profile ?? RunnerProfile()
        return try (try? RunSettings(profile: profile, on: today)) ?? RunSettings(profile: RunnerProfile(), on: today)
    }
}

extension CommandFailure {
    /// What the session log has to say.
    init(_ error: SessionLogError) {
        message = error.description
        switch error {
        case .cannotCreate: status = .cannotCreate
        case .notPermitted: status = .notPermitted
        case .notALog, .notADatabase, .damaged, .unreadable, .newerSchema, .incompleteSession: status = .badData
        case .busy, .diskFull, .inputOutput: status = .inputOutput
        case .noSuchSession: status = .noInput
        case .ambiguousID: status = .usage
        }
    }
}
