import Foundation
import TestSupport
import Testing

@Suite("steady plan, and the plan of a run")
struct PlanTests {
    private func plan(_ home: URL, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(["plan"] + arguments, environment: ["STEADY_HOME": home.path])
    }

    private func demo(_ home: URL, _ arguments: String...) throws -> [[String: Any]] {
        let fast = ["live", "--demo", "--demo-speed", "max", "--age", "40", "--json"]
        let outcome = try Program.run(fast + arguments, environment: ["STEADY_HOME": home.path])
        expectSuccess(outcome)
        return try Parsed.lines(outcome.output)
    }

    @Test("without a word it is forty easy minutes; what is chosen is kept, and nothing else is written")
    func chosen() throws {
        try inTemporaryDirectory { home in
            let file = home.appending(path: "steady.conf")
            #expect(
                try plan(home).lines.prefix(2) == ["Today: easy run, 40 min.", "  easy 5, talking pace 30, easy 5"]
            )
            #expect(!FileManager.default.fileExists(atPath: file.path))
            #expect(try plan(home, "--minutes", "20").lines.first == "Today: easy run, 20 min.")
            #expect(try plan(home).lines.first == "Today: easy run, 20 min.")
            #expect(try plan(home, "--none").lines.first?.hasPrefix("Today: a run without a plan.") == true)
            #expect(try plan(home, "--walk-run").lines.first == "Today: walk-run, week 0, 18 min.")
            let week = try plan(home, "--week", "5", "--today", "2026-11-20")
            #expect(
                week.lines.prefix(3) == [
                    "Today: walk-run, week 5, run 1, 31 min.",
                    "  brisk walk 5, 2 × (run 5, walk 3), run 5, easy walk 5", "The week you chose.",
                ]
            )
            #expect(week.lines.contains("> week 5   2 × (run 5, walk 3), run 5"))
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in ["plan = walk_run", "minutes = 20", "walk_run_week = 5", "walk_run_since = 2026-11-20"] {
                #expect(text.split(separator: "\n").contains(Substring(line)))
            }
        }
    }

    @Test("as JSON, the parts and where the runner is")
    func json() throws {
        try inTemporaryDirectory { home in
            let object = try Parsed.object(try plan(home, "--week", "1", "--json").output)
            #expect(object.text("plan") == "walk_run-1" && object.whole("planned_ms") == 1_800_000)
            #expect(object.whole("week") == 1 && object.whole("run") == 1 && object.text("reason") == "chosen")
            let parts = try #require(object["segments"] as? [[String: Any]])
            #expect(parts.count == 18 && parts[1].text("kind") == "run" && parts[1].whole("length_ms") == 60_000)
        }
    }

    @Test(
        "what is no plan is refused",
        arguments: [
            ["plan", "--week", "13"], ["plan", "--minutes", "25"], ["plan", "--easy", "--walk-run"],
            ["live", "--demo", "--plan", "tempo-20"], ["live", "--demo", "--minutes", "14"],
            ["live", "--demo", "--plan", "walk_run-1", "--minutes", "20"],
        ]
    )
    func refused(arguments: [String]) throws {
        try inTemporaryDirectory { home in
            let outcome = try Program.run(arguments, environment: ["STEADY_HOME": home.path])
            #expect(outcome.status == 64)
        }
    }

    @Test("a run is told its plan, and cools down with its last part")
    func live() throws {
        try inTemporaryDirectory { home in
            let events = try demo(home, "--demo-script", "walkrun")
            let aim = try #require(events.first { $0.text("event") == "plan" })
            #expect(aim.text("name") == "walk_run-1" && aim.whole("planned_ms") == 1_800_000)
            let cooling = try #require(events.first { $0.text("region") == "phase" && $0.text("to") == "cool_down" })
            // Five seconds pass until the belt moves; then 25 minutes.
            #expect(cooling.whole("t_ms") == 1_505_001)
            #expect(
                try demo(home, "--demo-script", "dropout", "--plan", "none").allSatisfy { $0.text("event") != "plan" }
            )
        }
    }
}
