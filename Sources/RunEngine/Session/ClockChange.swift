/// The wall clock was set in the middle of a session: all of the session was at another time than was thought.
///
/// No sample moves: session time is what a monotonic clock told.
public struct ClockChange: Equatable, Sendable {
    /// The instant, in ms of session time.
    public var timeMilliseconds: Int64
    /// What is to be added to the wall times of the session, in microseconds: of the start and of what came since.
    public var shiftMicroseconds: Int64

    /// A change at a time, in ms of session time.
    public init(timeMilliseconds: Int64, shiftMicroseconds: Int64) {
        self.timeMilliseconds = timeMilliseconds
        self.shiftMicroseconds = shiftMicroseconds
    }
}
