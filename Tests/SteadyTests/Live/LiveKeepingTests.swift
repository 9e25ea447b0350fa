import FakeBlueZ
import Foundation
import GRDB
import SensorCodec
import TestSupport
import Testing

@Suite("What is kept of a live run", .ownThreads, .serialized)
struct LiveKeepingTests {
    @Test("a run knows its source and the runner's local time, also when it comes into the log after a kill")
    func killed() throws {
        let stage = try LiveStage()
        let child = try stage.start(["live", "--json"] + stage.named, environment: ["TZ": "IST-5:30"])
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 3)
        child.signal(SIGKILL)
        let outcome = try stage.end(of: child)
        #expect(outcome.wasKilled)
        let id = try outcome.sessionID()
        let list = try stage.run("list", "--json")
        #expect(list.errors == "steady: recovered the run \(id), which had not been ended properly\n")
        let sessions = try Parsed.object(list.output).list("sessions")
        #expect(sessions.map { $0.text("id") } == [id])
        #expect(sessions.first?.text("source") == "bluez")
        // What was shown had been recorded before; the seconds that went by since the last value are no value.
        let shown = try outcome.objects().compactMap { $0.whole("t_ms") }.max() ?? 0
        #expect(sessions.first?.whole("elapsed_ms") ?? -1 > shown - 1000)
        #expect(try utcOffset(stage, id) == 19_800)
    }

    @Test("a log that this Steady may not touch keeps nobody from running: the recording waits for its time")
    func newerLog() throws {
        let stage = try LiveStage()
        _ = try stage.run("list")
        let file = stage.home.appending(path: "steady.sqlite").path
        try DatabaseQueue(path: file).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')") }
        let outcome = try stage.runFor(samples: 2, ["live", "--json"])
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("newer Steady"), "\(outcome.errors)")
        let id = try outcome.sessionID()
        #expect(FileManager.default.fileExists(atPath: stage.recordings.appending(path: "\(id).btsnoop").path))
        try DatabaseQueue(path: file).write {
            try $0.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'v99'")
        }
        let list = try stage.run("list", "--json")
        #expect(list.errors.contains("recovered the run \(id)"))
    }

    @Test("a disk that takes no more lets the run go on; when it has room again, nothing is missing")
    func fullDisk() throws {
        let stage = try LiveStage()
        let child = try stage.start(["live", "--json"] + stage.named)
        try child.limitFiles(toOctets: 2000)
        try stage.wait(for: child, toSay: "not being recorded")
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 12)
        try child.limitFiles(toOctets: nil)
        try stage.wait(for: child, toSay: "the recording goes on")
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0 && !outcome.wasKilled, "\(outcome.errors)")
        #expect(outcome.errors.components(separatedBy: "not being recorded").count == 2, "\(outcome.errors)")
        try expectSameInReplay(outcome, stage)
    }

    private func utcOffset(_ stage: LiveStage, _ id: String) throws -> Int? {
        try DatabaseQueue(path: stage.home.appending(path: "steady.sqlite").path).read { database in
            try Int.fetchOne(database, sql: "SELECT utc_offset_s FROM session WHERE id = ?", arguments: [id])
        }
    }
}
