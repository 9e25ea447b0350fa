internal import GRDB
public import RunEngine

/// A sink at the end of the one flow: writes a session's events to the log as they come, and keeps none.
///
/// It lives inside ``SessionLog/write(from:_:)``, which commits or takes back what it wrote.
public struct SessionWriter: ~Copyable {
    private let database: Database
    private let path: String
    private let origin: SessionOrigin
    private let insertSample: Statement
    private let insertEvent: Statement
    private var stage = Stage.waiting
    private var failure: SessionLogError?
    /// The place of the next event in the session's whole stream; the header has place 0.
    private var position: Int64 = 0

    private enum Stage {
        case waiting
        case open(SessionHeader, number: Int64)
        case complete(id: String)
        case alreadyThere(id: String)
    }

    init(_ database: Database, path: String, origin: SessionOrigin) throws {
        // All that can fail comes first: a noncopyable value cannot be left half made.
        let insertSample = try database.makeStatement(sql: SampleRow.insertion)
        let insertEvent = try database.makeStatement(sql: EventRow.insertion)
        self.database = database
        self.path = path
        self.origin = origin
        self.insertSample = insertSample
        self.insertEvent = insertEvent
    }

    /// False when the log already has the session: further events are ignored, and the caller may stop.
    public var isNeeded: Bool {
        if case .alreadyThere = stage { false } else { true }
    }

    /// Writes one event. The header comes first, the summary last.
    ///
    /// An error is final: every later call throws it again, and nothing of the session is kept.
    public mutating func apply(_ event: RunEvent) throws(SessionLogError) {
        if let failure { throw failure }
        do {
            try write(event)
            position += 1
        } catch {
            let failure = SessionLogError(error, path: path)
            self.failure = failure
            throw failure
        }
    }

    /// What became of the session, when all events have come.
    func outcome() throws(SessionLogError) -> WriteOutcome {
        if let failure { throw failure }
        switch stage {
        case .waiting, .open: throw .incompleteSession
        case .complete(let id): return .stored(id: id)
        case .alreadyThere(let id): return .alreadyThere(id: id)
        }
    }

    private mutating func write(_ event: RunEvent) throws {
        switch (stage, event) {
        case (.alreadyThere, _):
            break
        case (.waiting, .session(let header)):
            try begin(header)
        case (.open(_, let number), .sample(let sample)):
            try insertSample.execute(arguments: SampleRow.arguments(sample, sessionNumber: number))
        case (.open(let header, _), .lap(let lap)):
            try LapRow.insert(database, sessionID: header.id, lap, position: position)
        case (.open(let header, _), .sensor), (.open(let header, _), .transition), (.open(let header, _), .cue),
            (.open(let header, _), .source), (.open(let header, _), .notice), (.open(let header, _), .mark),
            (.open(let header, _), .milestone):
            try insert(event, of: header)
        case (.open(let header, _), .aim(let aim)):
            try insert(event, of: header)
            try PracticeRows.note(database, sessionID: header.id, aim)
        case (.open(let header, _), .talk(let talk)):
            try insert(event, of: header)
            try PracticeRows.note(database, sessionID: header.id, talk)
        case (.open(let header, _), .clock(let change)):
            try insert(event, of: header)
            try SessionRow.move(database, id: header.id, byMicroseconds: change.shiftMicroseconds)
        case (.open(let header, _), .summary(let summary)):
            try SessionRow.finish(database, header: header, summary: summary)
            stage = .complete(id: header.id)
        default:
            preconditionFailure("A session's header comes once and first, its summary once and last.")
        }
    }

    private func insert(_ event: RunEvent, of header: SessionHeader) throws {
        try insertEvent.execute(arguments: EventRow.arguments(event, sessionID: header.id, position: position))
    }

    private mutating func begin(_ header: SessionHeader) throws {
        if try SessionRow.exists(database, id: header.id) {
            stage = .alreadyThere(id: header.id)
        } else {
            stage = .open(header, number: try SessionRow.insert(database, header: header, origin: origin))
        }
    }
}

/// What ``SessionLog/write(from:_:)`` did.
public enum WriteOutcome: Equatable, Sendable {
    /// The session is in the log now.
    case stored(id: String)
    /// The log already had a session of this ID and was not changed.
    case alreadyThere(id: String)

    /// The session's ID.
    public var id: String {
        switch self {
        case .stored(let id), .alreadyThere(let id): id
        }
    }
}
