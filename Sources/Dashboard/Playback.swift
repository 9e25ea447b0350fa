/// What is played, how fast and how far: shown at the top of the screen.
public struct Playback: Equatable, Sendable {
    /// What is played, such as the name of a file.
    public var title: String?
    /// How fast, in words, such as `8x`.
    public var speed: String?
    /// Does the playback stand still? (The run itself has a pause of its own.)
    public var isPaused: Bool
    /// Where in the recording the screen is.
    public var positionMilliseconds: Int64?
    /// How long the recording is, where that is known.
    public var totalMilliseconds: Int64?

    /// A playback of which nothing more is known than what is given.
    public init(
        title: String? = nil,
        speed: String? = nil,
        isPaused: Bool = false,
        positionMilliseconds: Int64? = nil,
        totalMilliseconds: Int64? = nil
    ) {
        self.title = title
        self.speed = speed
        self.isPaused = isPaused
        self.positionMilliseconds = positionMilliseconds
        self.totalMilliseconds = totalMilliseconds
    }
}

/// A key and what it does, shown at the foot of the screen.
public struct KeyHint: Equatable, Sendable {
    /// The key, such as `space`.
    public var key: String
    /// What it does, such as `pause`.
    public var action: String

    /// A key and what it does.
    public init(_ key: String, _ action: String) {
        self.key = key
        self.action = action
    }
}
