import Foundation
import GRDB
import TestSupport
import Testing

@Suite("steady plan, from the runs of the log")
struct PlanFromLogTests {
    /// Three runs of a plan, on the days from a Monday on, each of 18 minutes; what was said of talking in the last.
    private func made(_ home: [String: String], plan: String, talk: String?) throws {
        let files = ["both", "hr", "odd"].map { Captures.path($0) }
        _ = try Program.run(["import", "--age", "40"] + files, environment: home)
        let path = try #require(home["STEADY_HOME"]) + "/steady.sqlite"
        try DatabaseQueue(path: path).write { database in
            let ids = try String.fetchAll(database, sql: "SELECT id FROM session ORDER BY id")
            try #require(ids.count == 3)
            for (place, id) in ids.enumerated() {
                // 2026-11-09, 11 and 13, at noon.
                let start = 1_794_225_600_000_000 + Int64(place) * 2 * 86_400_000_000
                try database.execute(
                    sql: """
                        UPDATE session SET plan = ?, planned_ms = 1080000, elapsed_ms = 1080000, paused_ms = 0,
                            started_at_us = ?, utc_offset_s = 0, talk_last = ? WHERE id = ?
                        """,
                    arguments: [plan, start, place == 2 ? talk : nil, id]
                )
            }
        }
    }

    private func week(_ home: [String: String], on day: String) throws -> String {
        let outcome = try Program.run("plan", "--json", "--walk-run", "--today", day, environment: home)
        expectSuccess(outcome)
        let object = try Parsed.object(outcome.output)
        return "\(object.text("plan") ?? "") \(object.text("reason") ?? "")"
    }

    @Test("after three runs and the answer that one could talk comes the next week; after time away an earlier one")
    func ramp() throws {
        try inHome { home in
            try made(home, plan: "walk_run-3", talk: "can_talk")
            #expect(try week(home, on: "2026-11-14") == "walk_run-4 next")
            #expect(try week(home, on: "2026-11-22") == "walk_run-3 again")
            #expect(try week(home, on: "2026-11-28") == "walk_run-2 back")
            #expect(try week(home, on: "2026-12-24") == "walk_run-1 back")
        }
    }

    @Test("without the answer, or with the other one, it is the same week again", arguments: [nil, "cannot_talk"])
    func again(_ talk: String?) throws {
        try inHome { home in
            try made(home, plan: "walk_run-3", talk: talk)
            #expect(try week(home, on: "2026-11-14") == "walk_run-3 again")
            let words = try Program.run("plan", "--today", "2026-11-14", environment: home)
            #expect(words.text.contains("Same week again."))
        }
    }

    @Test("runs without a plan keep somebody in practice, and lead nowhere on the ramp")
    func others() throws {
        try inHome { home in
            try made(home, plan: "easy-20", talk: "can_talk")
            #expect(try week(home, on: "2026-11-14") == "walk_run-0 beginning")
        }
    }
}
