import ArgumentParser
import Practice
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// Deletes a session with all that belongs to it.
struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a session: from the log, with its recording and all notes. It cannot be brought back."
    )

    @Argument(help: "The session's ID, or how it begins; last is the newest.")
    var id: String

    @OptionGroup var common: CommonOptions

    @Flag(help: "One JSON object.")
    var json = false

    func run() throws {
        let session = try common.withLog { try $0.session(self.id) }
        let id = session.header.id
        let home = try common.directory()
        // The recording first: of one that stays, recovery would make the session again.
        let recording = try removeRecording(of: id, in: home)
        _ = try common.withLog { try $0.delete(id) }
        let damaged = self.damagedLogs(in: home)
        try writingOutput {
            var output = StandardOutput()
            if json {
                var text = JSONWriter()
                text.deleted(id, recording: recording, damagedLogs: damaged)
                try output.write(text.text)
            } else {
                let day = LogWords.beginning(of: session)
                let said: LogSaying = recording == nil ? .deleted : .deletedWithRecording
                try output.print(said.text(["day": day]))
                try output.print(LogSaying.filesAreYours.text())
                for path in damaged { try output.print(LogSaying.mayBeInDamaged.text(["path": path.printable])) }
            }
            try output.flush()
        }
    }

    /// Removes the recording; answers its path, `nil` where there was none.
    private func removeRecording(of id: String, in home: String) throws -> String? {
        let path = RecordingShelf(home: home).path(of: id)
        guard FileQuestions.exists(path) else { return nil }
        do throws(SystemFailure) {
            try PrivateFolder.remove(path)
        } catch {
            throw CommandFailure(error)
        }
        return path
    }

    /// What stands aside of logs that were damaged, and may still hold the session.
    private func damagedLogs(in home: String) -> [String] {
        PrivateFolder.names(in: home).filter { $0.hasPrefix(SessionLog.fileName + ".damaged-") }.sorted()
            .map { "\(home)/\($0)" }
    }
}
