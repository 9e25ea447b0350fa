import Foundation
import TestSupport
import Testing

@Suite("steady talk")
struct TalkTests {
    private static let check = Practised.talk([(104, 400), (112, 450), (121, 500), (133, 550)])

    private func talk(_ home: URL, _ answers: String, _ options: String...) throws -> Program.Outcome {
        let file = try home.making("talk.btsnoop", Self.check)
        let arguments = ["talk", file, "--answers", answers, "--max-hr", "180"] + options
        return try Program.run(arguments, environment: ["STEADY_HOME": home.path])
    }

    private func settings(_ home: URL) -> String {
        (try? String(contentsOf: home.appending(path: "steady.conf"), encoding: .utf8)) ?? ""
    }

    @Test(
        "the last comfortable stage is kept with its day, speed and sensor, and is the band's upper edge from then on"
    )
    func found() throws {
        try inTemporaryDirectory { home in
            let outcome = try talk(home, "comfortable,comfortable,comfortable,no")
            expectSuccess(outcome)
            #expect(outcome.lines.contains("You talk in comfort up to 121 bpm at 5.0 km/h."), "\(outcome.text)")
            #expect(
                outcome.lines.last?.hasPrefix("It is kept, and your band is 109 to 121 bpm") ?? false,
                "\(outcome.text)"
            )
            #expect(outcome.text.contains("On quiet mornings"))
            #expect(
                settings(home).hasSuffix(
                    "[runner]\ntalk_hr = 121\ntalk_day = 2026-11-24\ntalk_speed_km_h = 5\n"
                        + "talk_sensor = Strap \"one\"\n"
                )
            )
            let zones = try Program.run("zones", "--json", "--max-hr", "180", environment: ["STEADY_HOME": home.path])
            let json = try Parsed.object(zones.output)
            #expect(json.text("talk_day") == "2026-11-24" && json.whole("band", "upper_bpm") == 121)
            #expect(!FileManager.default.fileExists(atPath: home.appending(path: "steady.sqlite").path))
        }
    }

    @Test("a check of before gives way altogether; a band of the runner's own stays, and that is said")
    func again() throws {
        try inTemporaryDirectory { home in
            let text = "[runner]\nband = 110-120\ntalk_hr = 150\ntalk_sensor = Old\ntalk_speed_km_h = 9.5\n"
            _ = try home.making("steady.conf", Array(text.utf8))
            let outcome = try talk(home, "comfortable,no")
            expectSuccess(outcome)
            #expect(outcome.lines.last?.contains("110 to 120 bpm stays") ?? false, "\(outcome.text)")
            #expect(settings(home).contains("talk_hr = 104\n") && !settings(home).contains("Old"))
        }
    }

    @Test("as JSON: prompts, stages, and the result last")
    func json() throws {
        try inTemporaryDirectory { home in
            let outcome = try talk(home, "comfortable,not_sure,not_sure", "--json")
            expectSuccess(outcome)
            let lines = try Parsed.lines(outcome.output)
            let stages = lines.filter { $0.text("event") == "stage" }
            #expect(stages.compactMap { $0.text("answer") } == ["comfortable", "not_sure", "not_sure"])
            #expect(stages.compactMap { $0.whole("heart_rate_bpm") } == [104, 112, 121])
            #expect(
                lines.filter { $0.text("event") == "prompt" }.prefix(3).compactMap { $0.text("prompt") }
                    == ["begin", "read", "ask"]
            )
            #expect(lines.last?.text("event") == "result" && lines.last?.whole("talk_bpm") == 104)
            #expect(lines.last?.text("band_origin") == "talk_check")
        }
    }

    @Test(
        "a check that finds no edge changes nothing, and is no failure",
        arguments: [
            ("no", "never_comfortable"), ("comfortable", "ended_early"), ("not_sure,not_sure", "never_comfortable"),
        ]
    )
    func nothing(_ answers: String, _ reason: String) throws {
        try inTemporaryDirectory { home in
            let words = try talk(home, answers)
            expectSuccess(words)
            #expect(words.text.lowercased().contains("nothing is changed"))
            let json = try Parsed.lines(try talk(home, answers, "--json").output)
            #expect(json.last?.text("reason") == reason)
            #expect(settings(home).isEmpty)
        }
    }

    @Test("a recording and answers go together, and answers are those three words")
    func usage() throws {
        expectFailure(try Program.run("talk", Captures.path("hr")), 64)
        expectFailure(try Program.run("talk", "--answers", "no"), 64)
        expectFailure(try Program.run("talk", Captures.path("hr"), "--answers", "maybe"), 64)
        expectFailure(
            try Program.run("talk", "/nowhere", "--answers", "no", environment: ["STEADY_HOME": "/nowhere"]),
            66
        )
    }
}
