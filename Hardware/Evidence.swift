/// Where something about a device was learnt.
///
/// Steady's authors own none of these devices: every quirk is second hand, so each names who saw it.
public struct Evidence: Hashable, Sendable {
    /// A repository with the file or the issue, a thread, a document.
    public var source: String
    /// Values that the device sent, in hex; empty where the source shows none.
    public var payloads: [String]

    /// Evidence from a source, with the bytes it shows.
    public init(_ source: String, payloads: [String] = []) {
        self.source = source
        self.payloads = payloads
    }
}
