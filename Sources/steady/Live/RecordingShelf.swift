import UnixIO

/// Where the recordings of a home are, and how they come into its log.
final class RecordingShelf {
    private static let suffix = ".btsnoop"

    private let folder: String

    /// The recordings of a home. Nothing is made before the first recording.
    init(home: String) {
        folder = home + "/recordings"
    }

    /// Begins the recording of a session. Time in microseconds since 1970-01-01 UTC.
    func open(id: String, origin: RecordingOrigin, at time: Int64) throws(CommandFailure) -> LiveRecording {
        do throws(SystemFailure) {
            try PrivateFolder.make(folder)
            return try LiveRecording(path: path(of: id), origin: origin, at: time)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The recording of a session, whether it is there or not.
    func path(of id: String) -> String { "\(folder)/\(id)\(Self.suffix)" }

    /// The IDs of all recordings, the oldest first.
    var ids: [String] {
        PrivateFolder.names(in: folder).filter { $0.hasSuffix(Self.suffix) }.map {
            String($0.dropLast(Self.suffix.count))
        }
        .sorted()
    }
}
