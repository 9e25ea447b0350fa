import Hardware
import RunEngine
import SessionStore
import UnixIO

/// Where the recordings of a home are, and how they come into its log.
final class RecordingShelf {
    private let home: String
    private let folder: String

    /// The recordings of a home. Nothing is made before the first recording.
    init(home: String) {
        self.home = home
        folder = home + "/recordings"
    }

    /// Begins the recording of a session. Time in microseconds since 1970-01-01 UTC.
    func open(id: String, at time: Int64) throws(CommandFailure) -> LiveRecording {
        do throws(SystemFailure) {
            try PrivateFolder.make(folder)
            return try LiveRecording(path: "\(folder)/\(id).btsnoop", at: time)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Puts a recording into the log; answers the session's ID.
    @discardableResult
    func log(
        _ recording: String,
        settings: RunSettings,
        source: SessionHeader.Source
    ) throws(CommandFailure) -> String {
        do {
            let log = try SessionLog(directory: home)
            return try Import.store(recording, in: log, settings: settings, source: source, origin: SessionOrigin()).id
        } catch let failure as CommandFailure {
            throw failure
        } catch let error as SessionLogError {
            throw CommandFailure(error)
        } catch {
            throw CommandFailure(status: .internalError, message: "\(recording.printable): \(error)")
        }
    }
}
