import Foundation
import TestSupport
import Testing

@Suite("steady week")
struct WeekTests {
    private func week(_ home: URL, _ arguments: String..., zone: String = "UTC") throws -> Program.Outcome {
        try Program.run(["week"] + arguments, environment: ["STEADY_HOME": home.path, "TZ": zone])
    }

    /// Keeps a run of so many seconds in the log of a home; it begins where the small captures begin.
    private func keep(_ seconds: Int, in home: URL, zone: String = "UTC") throws {
        let file = try home.making("run-\(seconds)", Captures.run(seconds: seconds))
        let environment = ["STEADY_HOME": home.path, "TZ": zone]
        expectSuccess(try Program.run("import", file, "--age", "40", "--json", environment: environment))
    }

    private func day(_ home: URL) throws -> String {
        let list = try Program.run("list", "--json", environment: ["STEADY_HOME": home.path])
        let start = try #require(try Parsed.object(list.output).list("sessions").first?.text("started_at"))
        return String(start.prefix(10))
    }

    @Test("an empty home has a page, and JSON with all its keys")
    func empty() throws {
        try inTemporaryDirectory { home in
            let page = try week(home, "--today", "2026-11-25")
            expectSuccess(page)
            #expect(
                page.lines == [
                    "Week 48 of 2026, 23 to 29 Nov",
                    "  No run yet. Ten minutes of moving make one, a minute is a start.", "",
                    "Begin when you like. Ten easy minutes are a run, and walking counts.",
                ]
            )
            let json = try week(home, "--json", "--weeks", "2", "--today", "2026-11-25")
            expectSuccess(json)
            let sums = #""runs":0,"starts":0,"in_band_ms":0,"moving_ms":0"#
            #expect(
                json.text == """
                    {"week":"2026-W48","goal_runs":3,\(sums),"weeks":[\
                    {"week":"2026-W47",\(sums),"goal_reached":false},\
                    {"week":"2026-W48",\(sums),"goal_reached":false}],"notices":[]}

                    """
            )
        }
    }

    @Test("ten minutes that were recorded are a run, five are a start; both tell what the list tells")
    func counted() throws {
        try inTemporaryDirectory { home in
            try keep(605, in: home)
            let today = try day(home)
            let list = try Program.run("list", "--json", environment: ["STEADY_HOME": home.path])
            let session = try #require(try Parsed.object(list.output).list("sessions").first)
            let outcome = try week(home, "--json", "--today", today, "--goal", "1")
            expectSuccess(outcome)
            let json = try Parsed.object(outcome.output)
            #expect(json.whole("runs") == 1 && json.whole("starts") == 1 && json.whole("goal_runs") == 1)
            #expect(json.whole("in_band_ms") == session.whole("in_band_ms"))
            #expect(json.whole("moving_ms") == session.whole("elapsed_ms"))
            #expect(json.list("weeks").count == 8)
            #expect(json.list("weeks").last?.text("week") == json.text("week"))
            #expect(json.list("weeks").last?["goal_reached"] as? Bool == true)
            let page = try week(home, "--today", today, "--goal", "1")
            expectSuccess(page)
            #expect(page.lines.contains("  1 run") && page.lines.contains("That is your one. Rest counts too."))
        }
        try inTemporaryDirectory { home in
            try keep(300, in: home)
            let json = try Parsed.object(try week(home, "--json", "--today", try day(home)).output)
            #expect(json.whole("runs") == 0 && json.whole("starts") == 1)
        }
    }

    @Test("a run is of the day that the clock on the wall showed where it was imported")
    func zones() throws {
        try inTemporaryDirectory { home in
            try keep(605, in: home, zone: "Pacific/Kiritimati")
            let here = try Parsed.object(try week(home, "--json", "--today", try day(home)).output)
            let start = try #require(
                try Parsed.object(
                    try Program.run("list", "--json", environment: ["STEADY_HOME": home.path]).output
                ).list("sessions").first?.text("started_at")
            )
            // 14 hours ahead: from 10:00 UTC on it is the next day there.
            let isNextDay = try #require(Int(start.dropFirst(11).prefix(2))) >= 10
            #expect(here.whole("runs") == (isNextDay ? 0 : 1))
        }
    }

    @Test("a demo that was kept is no run of anybody's")
    func demo() throws {
        try inTemporaryDirectory { home in
            let arguments = ["record", "--demo", "--keep", "--demo-speed", "max", "--age", "40", "--home", home.path]
            let recorded = try Program.run(arguments)
            #expect(recorded.status == 0)
            let page = try week(home)
            #expect(page.text.contains("No run yet."))
        }
    }

    @Test("what was noted is shown in dots, with the lines about care and the runner's own line under them")
    func noted() throws {
        try inTemporaryDirectory { home in
            _ = try home.making("steady.conf", Array("[practice]\ncrisis_line = Samaritans 116 123\n".utf8))
            try keep(605, in: home)
            let today = try day(home)
            let environment = ["STEADY_HOME": home.path]
            expectSuccess(try Program.run("note", "--before", "2", "--after", "4", environment: environment))
            expectSuccess(try Program.run("note", "--sleep", "3", "--day", today, environment: environment))
            let page = try week(home, "--today", today)
            expectSuccess(page)
            #expect(page.lines.contains { $0.hasSuffix(" ••···  ••••·  •••··") })
            #expect(page.inOneLine.contains("crisis line. Your line: Samaritans 116 123"))
            let last = try Parsed.object(try week(home, "--json", "--today", today).output).list("weeks").last
            #expect(last?.whole("feeling_before") == 2 && last?.whole("feeling_after") == 4)
            #expect(last?.whole("sleep") == 3 && last?["talk_yes"] == nil)
        }
    }

    @Test("the goal is that of the settings; an option goes before it")
    func goal() throws {
        try inTemporaryDirectory { home in
            _ = try home.making("steady.conf", Array("[practice]\ngoal_runs = 2\n".utf8))
            #expect(try Parsed.object(try week(home, "--json").output).whole("goal_runs") == 2)
            #expect(try Parsed.object(try week(home, "--json", "--goal", "5").output).whole("goal_runs") == 5)
        }
    }

    @Test("without a day it is today's week")
    func today() throws {
        try inTemporaryDirectory { home in
            var calendar = Calendar(identifier: .iso8601)
            calendar.timeZone = .gmt
            let label = { () in
                let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: Date())
                return "\(parts.yearForWeekOfYear ?? 0)-W" + (parts.weekOfYear ?? 0 < 10 ? "0" : "")
                    + "\(parts.weekOfYear ?? 0)"
            }
            let before = label()
            let told = try Parsed.object(try week(home, "--json").output).text("week")
            // It may become Monday meanwhile.
            #expect(told == before || told == label())
        }
    }

    @Test(
        "what is no goal, no number of weeks and no day is told as such",
        arguments: [
            ["--goal", "0"], ["--goal", "6"], ["--weeks", "0"], ["--weeks", "601"], ["--today", "2026-02-30"],
            ["--goal", "three"],
        ]
    )
    func usage(_ arguments: [String]) throws {
        try inTemporaryDirectory { home in
            expectFailure(try Program.run(["week"] + arguments, environment: ["STEADY_HOME": home.path]), 64)
        }
    }

    @Test("who asks is told what the WHO advises")
    func guide() throws {
        try inTemporaryDirectory { home in
            let asked = try week(home, "--guide")
            expectSuccess(asked)
            #expect(asked.inOneLine.contains("The WHO's guide for moderate activity of any kind is 150 to 300 minutes"))
            let unasked = try week(home)
            #expect(!unasked.text.contains("WHO"))
        }
    }
}
