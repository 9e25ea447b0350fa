internal import GRDB
internal import RunEngine

/// The events of a session but the samples, in their order: those of the table `event`, with the laps at their places.
struct EventCursor {
    private let rows: RowCursor
    private var laps: ArraySlice<(position: Int64, lap: RunLap)>
    private var waiting: (position: Int64, event: RunEvent)?

    init(_ database: Database, sessionID: String) throws {
        rows = try EventRow.cursor(database, sessionID: sessionID)
        laps = try LapRow.all(database, sessionID: sessionID)[...]
    }

    /// The next event with its place in the session's whole stream, samples included; the header has place 0.
    mutating func next() throws -> (position: Int64, event: RunEvent)? {
        if waiting == nil, let row = try rows.next() {
            waiting = (try EventRow.position(row), try EventRow.event(row))
        }
        if let lap = laps.first, lap.position < waiting?.position ?? .max {
            laps.removeFirst()
            return (lap.position, .lap(lap.lap))
        }
        defer { waiting = nil }
        return waiting
    }
}
