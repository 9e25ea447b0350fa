/// What a session's own events do not tell of where it comes from.
public struct SessionOrigin: Equatable, Sendable {
    /// The name of the file it was imported from; `nil` for a session that Steady recorded.
    public var importedFrom: String?
    /// Local time where the run began, in seconds east of UTC: by it the day and the week of the run are told.
    public var utcOffsetSeconds: Int?

    /// A session from a file, or one that Steady recorded.
    public init(importedFrom: String? = nil, utcOffsetSeconds: Int? = nil) {
        self.importedFrom = importedFrom
        self.utcOffsetSeconds = utcOffsetSeconds
    }
}
