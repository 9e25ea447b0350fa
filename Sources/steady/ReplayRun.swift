import Reporting
import RunEngine
import UnixIO

/// A capture played into a run: the one flow, from the file's octets to events.
struct ReplayRun: ~Copyable {
    private let path: String
    /// Where to stop, in session time; `nil` is the end of the capture.
    private let endMilliseconds: Int64?
    private let isQuiet: Bool
    private var capture: CaptureRun
    private(set) var session: RunSession

    /// A run at its beginning. `isQuiet`: the capture's damage, and what is assumed, have been told of already.
    init(path: String, settings: RunSettings, endMilliseconds: Int64?, isQuiet: Bool = false) throws(CommandFailure) {
        self.path = path
        self.endMilliseconds = endMilliseconds
        self.isQuiet = isQuiet
        var capture = try CaptureRun(path: path, speedUnit: settings.speedUnit, isQuiet: isQuiet)
        var plan = settings.plan
        if settings.dependsOnDay, let time = try capture.nextUnixMicroseconds() {
            plan = try settings.plan(atUnixMicroseconds: time)
        }
        self.capture = capture
        session = RunSession(plan: plan, source: .replay)
    }

    /// Where a run stands: a copy of all of it.
    struct Mark {
        fileprivate var capture: CaptureRun.Mark
        fileprivate var session: RunSession
    }

    /// True where a ``mark`` is small.
    var isBetweenPieces: Bool { capture.isBetweenPieces }

    /// Where the run stands.
    var mark: Mark { Mark(capture: capture.mark, session: session) }

    /// Goes on from where the run stood before.
    mutating func go(to mark: Mark) throws(CommandFailure) {
        try capture.go(to: mark.capture)
        session = mark.session
    }

    /// When the next input or the end comes, in microseconds since 1970; `nil` when nothing comes any more.
    mutating func nextUnixMicroseconds() throws(CommandFailure) -> Int64? {
        guard let next = try capture.nextUnixMicroseconds() else { return nil }
        return min(next, endUnixMicroseconds ?? next)
    }

    /// Plays the next input; false at the end.
    mutating func step<Failure: Error>(_ body: (RunEvent) throws(Failure) -> Void) throws -> Bool {
        guard let time = try capture.nextUnixMicroseconds() else { return false }
        if let end = endUnixMicroseconds, end <= time {
            try advance(toUnixMicroseconds: end, body)
            // Of a long silence only a part is session time: then the end lies behind it.
            if let endMilliseconds, positionMilliseconds ?? 0 >= endMilliseconds { return false }
        }
        let hadBegun = session.hasBegun
        _ = try capture.play(into: &session)
        if !hadBegun, session.hasBegun, session.plan.maximumOrigin == .ageAssumed, !isQuiet {
            StandardError.print(ProfileWords.ageAssumed(session.plan))
        }
        try session.drainEvents(body)
        return true
    }

    /// Plays to the first value of a sensor, with which the session begins, and answers its time; `nil` when there is
    /// none. What a capture holds before it (scanning, connecting) is nothing to wait for.
    mutating func begin<Failure: Error>(_ body: (RunEvent) throws(Failure) -> Void) throws -> Int64? {
        while !session.hasBegun {
            if try !step(body) { return nil }
        }
        return session.header?.startedAtUnixMicroseconds
    }

    /// Lets time pass between inputs.
    mutating func advance<Failure: Error>(
        toUnixMicroseconds time: Int64,
        _ body: (RunEvent) throws(Failure) -> Void
    ) throws(Failure) {
        session.advance(toUnixMicroseconds: min(time, endUnixMicroseconds ?? time))
        try session.drainEvents(body)
    }

    /// The time of the recording at which to stop.
    private var endUnixMicroseconds: Int64? {
        endMilliseconds.flatMap { session.unixMicroseconds(ofMilliseconds: $0) }
    }

    /// Ends the run; fails when it never began.
    mutating func finish<Failure: Error>(_ body: (RunEvent) throws(Failure) -> Void) throws {
        if session.header == nil { throw nothingToFollow }
        session.finish()
        try session.drainEvents(body)
    }

    /// Why a run that never began did not.
    var nothingToFollow: CommandFailure { capture.nothingToFollow }

    /// Session time reached, in ms.
    var positionMilliseconds: Int64? { session.currentSample?.timeMilliseconds }
}
