import Practice
import RunEngine
import SessionStore
import UnixIO

/// Keeps the log of a home whole: what was recorded and never logged comes into it, and a log that is damaged is set
/// aside and made anew from the recordings and from what can still be read of it.
///
/// All of it happens without a question, with one line that says what was done.
struct LogKeeper {
    private let home: String
    private let shelf: RecordingShelf
    private let tell: (String) -> Void

    /// `tell`: takes each line.
    init(home: String, tell: @escaping (String) -> Void) {
        self.home = home
        self.tell = tell
        shelf = RecordingShelf(home: home)
    }

    /// Opens the log, and makes it where there is none yet; brings in what is missing from it. `settings`: what sessions
    /// are followed by that have to be made from their recordings.
    func log(settings: RunSettings) throws(CommandFailure) -> SessionLog {
        do throws(SessionLogError) {
            let log = try SessionLog(directory: home)
            try recover(into: log, settings: settings)
            return log
        } catch {
            guard error.isDamage else { throw CommandFailure(error) }
            return try rebuild(settings: settings)
        }
    }

    /// Does something with the log; when that finds it damaged, once more with one that was made anew.
    func withLog<Value>(
        settings: RunSettings,
        _ body: (SessionLog) throws -> Value
    ) throws -> Value {
        do {
            return try body(try log(settings: settings))
        } catch let error as SessionLogError {
            guard error.isDamage else { throw CommandFailure(error) }
        }
        do {
            return try body(try rebuild(settings: settings))
        } catch let error as SessionLogError {
            throw CommandFailure(error)
        }
    }

    /// Brings what was left behind into the log before a run begins. Nothing that goes wrong here keeps the runner from
    /// running, and where nothing was ever recorded nothing is made.
    func settle(settings: RunSettings) {
        if shelf.ids.isEmpty { return }
        do throws(CommandFailure) {
            _ = try log(settings: settings)
        } catch {
            tell(error.message)
        }
    }

    /// Puts a finished recording of this home into the log.
    func keep(_ recording: String, settings: RunSettings) throws(CommandFailure) {
        do {
            _ = try withLog(settings: settings) { log in
                try Import.store(recording, in: log, settings: settings, importedFrom: nil)
            }
        } catch {
            throw CommandFailure(error, about: recording)
        }
    }

    // MARK: - Recovery

    /// Brings runs into the log that were recorded and never ended properly.
    private func recover(into log: SessionLog, settings: RunSettings) throws(SessionLogError) {
        let recorded = shelf.ids
        if recorded.isEmpty { return }
        let known = try log.ids()
        let missing = recorded.filter { !known.contains($0) && !AppendFile.isBeingWritten(shelf.path(of: $0)) }
        let recovered = missing.compactMap { store($0, in: log, settings: settings) }
        switch recovered.count {
        case 0: break
        case 1: tell(KeepingSaying.recovered.text(["id": recovered[0]]))
        default:
            let ids = recovered.joined(separator: ", ")
            tell(KeepingSaying.recoveredRuns.text(["count": "\(recovered.count)", "ids": ids]))
        }
    }

    /// Makes a session of a recording; `nil` when there is none in it, or the log has it under another name.
    private func store(_ id: String, in log: SessionLog, settings: RunSettings) -> String? {
        let outcome = try? Import.store(
            shelf.path(of: id),
            in: log,
            settings: settings,
            importedFrom: nil,
            isQuiet: true
        )
        guard case .stored(let id) = outcome else { return nil }
        return id
    }

    // MARK: - Damage

    /// One at a time: what another program has just made anew is good.
    private func rebuild(settings: RunSettings) throws(CommandFailure) -> SessionLog {
        do throws(SessionLogError) {
            return try FolderLock.holding(home) { () throws(SessionLogError) in
                guard SessionLog.isDamaged(directory: home) else { return try SessionLog(directory: home) }
                return try makeAnew(settings: settings)
            }
        } catch {
            throw CommandFailure(error)
        }
    }

    private func makeAnew(settings: RunSettings) throws(SessionLogError) -> SessionLog {
        let aside = try SessionLog.setAside(directory: home)
        let log = try SessionLog(directory: home)
        let salvaged = log.salvage(from: aside)
        let known = Set(salvaged)
        let replayed = shelf.ids.filter { !known.contains($0) && !AppendFile.isBeingWritten(shelf.path(of: $0)) }
            .compactMap { store($0, in: log, settings: settings) }
        tell(
            KeepingSaying.madeAnew.text([
                "salvaged": "\(salvaged.count)", "replayed": "\(replayed.count)", "path": aside.printable,
            ])
        )
        return log
    }
}
