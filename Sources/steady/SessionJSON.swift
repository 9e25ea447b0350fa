import Reporting
import RunEngine
import SessionStore

/// A session of the log as one JSON object.
enum SessionJSON {
    private static let flushOctets = 65_536

    /// Writes a session piece by piece: `write` gets the octets in their order.
    ///
    /// `samples`: the ID in the log of the samples that go with it; `nil` for none.
    static func write(
        _ session: StoredSession,
        samples id: String?,
        of log: SessionLog,
        _ write: (Span<UInt8>) throws -> Void
    ) throws {
        var text = JSONWriter()
        text.beginSession(session)
        if let id {
            text.beginSamples()
            try log.forEachSample(of: id) { sample in
                text.sample(sample)
                if text.length < flushOctets { return }
                try write(text.text)
                text.removeAll()
            }
            text.endSamples()
        }
        text.endSession()
        try write(text.text)
    }
}
