/// A part of a plan: what is done, and for how long.
public struct PlanSegment: Equatable, Sendable {
    /// What is done, by the name that programs see.
    public enum Kind: String, CaseIterable, Sendable {
        /// A brisk walk, to begin with.
        case briskWalk = "brisk_walk"
        /// A walk between two runs.
        case walk
        /// An easy run, as slow as one likes.
        case run
        /// An easy walk, to end with.
        case easyWalk = "easy_walk"
        /// Easily, walking or running: the beginning and the end of a steady run.
        case easy
        /// In the conversational band.
        case band

        /// True for what is walked.
        public var isWalk: Bool { self == .briskWalk || self == .walk || self == .easyWalk }
    }

    /// What is done.
    public var kind: Kind
    /// How long, in ms of moving time.
    public var lengthMilliseconds: Int64

    /// A part of a kind, its length in ms of moving time.
    public init(_ kind: Kind, milliseconds: Int64) {
        self.kind = kind
        lengthMilliseconds = milliseconds
    }

    /// A part of a kind, its length in s of moving time.
    init(_ kind: Kind, seconds: Int) { self.init(kind, milliseconds: Int64(seconds) * 1000) }

    /// A part of a kind, its length in min of moving time.
    init(_ kind: Kind, minutes: Int) { self.init(kind, seconds: minutes * 60) }
}
