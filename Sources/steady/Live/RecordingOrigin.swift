import RunEngine
import SessionStore
import UnixIO

/// What a recording says of itself in its first line, for whoever makes a session of it later: `session bluez 3600`.
struct RecordingOrigin: Equatable {
    /// Where its packets came from.
    var source: SessionHeader.Source
    /// Local time where it was made, in seconds east of UTC.
    var utcOffsetSeconds: Int?

    init(source: SessionHeader.Source, utcOffsetSeconds: Int?) {
        self.source = source
        self.utcOffsetSeconds = utcOffsetSeconds
    }

    /// Reads the line; `nil` for any other.
    init?(note: String) {
        let words = note.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2 || words.count == 3, words[0] == "session",
            let source = SessionHeader.Source(rawValue: String(words[1]))
        else { return nil }
        self.source = source
        if words.count == 2 { return }
        // No place is further from UTC than 14 hours; the log takes a day.
        guard let offset = Int(words[2]), abs(offset) <= 86_400 else { return nil }
        utcOffsetSeconds = offset
    }

    var note: String { "session \(source.rawValue)" + (utcOffsetSeconds.map { " \($0)" } ?? "") }
}
