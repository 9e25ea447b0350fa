import Foundation
import GRDB
import RunEngine
import SensorCodec
import SessionStore

/// Runs `body` with a new directory that is removed afterwards.
func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("steady-log-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path)
}

/// Runs `body` with a new log; its directory is removed afterwards.
func withNewLog(_ body: (SessionLog) throws -> Void) throws {
    try inTemporaryDirectory { try body(try SessionLog(directory: $0)) }
}

extension SessionLog {
    /// Writes all events of a run.
    @discardableResult
    func write(_ events: [RunEvent], importedFrom name: String? = nil) throws -> WriteOutcome {
        try write(from: SessionOrigin(importedFrom: name)) { writer in
            for event in events { try writer.apply(event) }
        }
    }

    /// All samples of a session.
    func samples(of id: String) throws -> [RunSample] {
        var samples: [RunSample] = []
        try forEachSample(of: id) { samples.append($0) }
        return samples
    }

    /// The whole stream of a session.
    func stream(of id: String) throws -> [RunEvent] {
        var events: [RunEvent] = []
        try replay(id) { events.append($0) }
        return events
    }
}

/// How many rows each table holds, seen from a connection of another program.
func rowCounts(_ path: String) throws -> [String: Int] {
    try otherProgram(path).read { database in
        var counts: [String: Int] = [:]
        for table in ["session", "zone_time", "second", "lap", "event", "issue"] {
            counts[table] = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)")
        }
        return counts
    }
}

/// A connection as any other SQLite client would make it.
func otherProgram(_ path: String) throws -> DatabaseQueue {
    try DatabaseQueue(path: path)
}

/// The permission bits of a file or directory.
func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}

func contents(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
}
