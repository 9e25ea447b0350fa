import Foundation
import TestSupport
import Testing

@Suite("steady zones, and the runner's numbers in the settings")
struct ZonesTests {
    private func zones(_ home: URL, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(["zones"] + arguments, environment: ["STEADY_HOME": home.path])
    }

    private func settings(_ home: URL) -> String {
        (try? String(contentsOf: home.appending(path: "steady.conf"), encoding: .utf8)) ?? ""
    }

    @Test("what is kept is what replay and import go by, and an option goes before it for one call")
    func kept() throws {
        try inTemporaryDirectory { home in
            expectSuccess(try zones(home, "--born", "1986-05-03", "--max-hr", "190", "--resting-hr", "60", "--set"))
            #expect(settings(home).hasSuffix("[runner]\nborn = 1986-05-03\nmax_hr = 190\nresting_hr = 60\n"))
            let environment = ["STEADY_HOME": home.path]
            func band(_ options: String...) throws -> [String: Any] {
                let arguments = ["replay", Captures.path("hr"), "--json", "--speed", "max"] + options
                let outcome = try Program.run(arguments, environment: environment)
                expectSuccess(outcome)
                return try #require(try Parsed.lines(outcome.output).first)
            }
            #expect(try band().whole("band", "upper_bpm") == 137)
            #expect(try band().text("zone_model") == "acsm_hrr")
            #expect(try band("--max-hr", "180").whole("band", "upper_bpm") == 131)
            #expect(try band("--talk-hr", "150").whole("band", "upper_bpm") == 150)
            #expect(try band("--bounds", "120,150").text("zone_model") == "custom")

            expectSuccess(try Program.run("import", Captures.path("hr"), environment: environment))
            let show = try Program.run("show", environment: environment)
            expectSuccess(show)
            #expect(show.text.contains("40 to 60 % of the reserve"))
            #expect(show.text.contains("Maximum 190 bpm: measured, as you gave it."))
            let json = try Parsed.object(try Program.run("show", "--json", environment: environment).output)
            #expect(json.whole("zone_basis", "maximum_bpm") == 190)
        }
    }

    @Test("the age is that of the day on which a recording was made")
    func birthday() throws {
        try inTemporaryDirectory { home in
            // The capture is of 2026-11-23.
            for (born, years) in [("1986-11-23", 40), ("1986-11-24", 39), ("1986", 40)] {
                expectSuccess(try zones(home, "--born", born, "--set"))
                let outcome = try Program.run(
                    "replay",
                    Captures.path("hr"),
                    "--json",
                    "--speed",
                    "max",
                    environment: ["STEADY_HOME": home.path]
                )
                expectSuccess(outcome)
                #expect(try Parsed.lines(outcome.output).first?.whole("zone_basis", "age_years") == years)
            }
        }
    }

    @Test("options alone show what they would give, and keep nothing; an age is kept as a year of birth")
    func shown() throws {
        try inTemporaryDirectory { home in
            let shown = try zones(home, "--age", "40", "--json")
            expectSuccess(shown)
            #expect(try Parsed.object(shown.output).whole("band", "upper_bpm") == 138)
            #expect(settings(home).isEmpty)
            expectSuccess(try zones(home, "--age", "40", "--set"))
            #expect(settings(home).contains(/\nborn = \d{4}\n/))
            #expect(try Parsed.object(try zones(home, "--json").output).whole("zone_basis", "age_years") == 40)
            expectFailure(try zones(home, "--set"), 64, says: "--set keeps")
            expectFailure(try zones(home, "--age", "40", "--born", "1986"), 64)
        }
    }

    @Test("a number is forgotten with what belongs to it; one that is not there is told as such")
    func forgotten() throws {
        try inTemporaryDirectory { home in
            let text = "# mine\n[runner]\ntalk_hr = 140\ntalk_day = 2026-11-03\ncolour = red\n"
            _ = try home.making("steady.conf", Array(text.utf8))
            let outcome = try zones(home, "--forget", "talk_hr")
            #expect(outcome.status == 0)
            #expect(outcome.errorLines.count == 1 && outcome.errors.contains("line 5, means nothing: colour = red"))
            #expect(settings(home) == "# mine\n[runner]\ncolour = red\n")
            let missing = try zones(home, "--forget", "talk_hr")
            #expect(missing.status == 66 && missing.errors.contains("no talk_hr to forget"))
            expectFailure(try Program.run("zones", "--forget", "colour", "--home", home.path), 64)
        }
    }

    @Test("numbers that make no zones are refused, and nothing is changed")
    func refused() throws {
        try inTemporaryDirectory { home in
            expectSuccess(try zones(home, "--max-hr", "180", "--resting-hr", "60", "--zone-model", "five_hrr", "--set"))
            let before = settings(home)
            expectFailure(try zones(home, "--max-hr", "300", "--set"), 64, says: "Nothing was changed")
            expectFailure(try zones(home, "--age", "3000", "--set"), 64, says: "Nothing was changed")
            expectFailure(try zones(home, "--max-hr", "99999", "--set"), 64, says: "Nothing was changed")
            expectFailure(try zones(home, "--resting-hr", "150", "--set"), 64, says: "Nothing was changed")
            expectFailure(try zones(home, "--forget", "resting_hr"), 64, says: "needs a resting heart rate")
            expectFailure(try zones(home, "--accept-max"), 66, says: "no higher maximum")
            #expect(settings(home) == before)
        }
    }

    @Test("a maximum that a run showed is proposed, and taken only when the runner says so")
    func observedMaximum() throws {
        try inTemporaryDirectory { home in
            _ = try zones(home, "--max-hr", "125", "--set")
            #expect(!FileManager.default.fileExists(atPath: home.appending(path: "steady.sqlite").path))
            expectSuccess(try Program.run("import", Captures.path("both"), environment: ["STEADY_HOME": home.path]))
            let proposal = try zones(home)
            expectSuccess(proposal)
            #expect(proposal.text.contains("131") && settings(home).contains("max_hr = 125"))
            expectSuccess(try zones(home, "--accept-max"))
            #expect(settings(home).contains("max_hr = 131"))
        }
    }

    @Test(
        "a line that is wrong is told with its file and number, and harms nothing else",
        arguments: [
            ("max_hr = 300", "line 3: A maximum heart rate of 300 bpm"), ("max_hr = high", "line 3: max_hr takes"),
            ("born = 2025", "line 3: An age of"), ("zone_model = seven", "line 3: zone_model takes"),
            ("weight_kg = 5", "line 3: A weight of 5.0 kg"), ("talk_hr = 9", "line 3: A talk check at 9 bpm"),
        ]
    )
    func wrongLine(_ line: String, _ words: String) throws {
        try inTemporaryDirectory { home in
            _ = try home.making("steady.conf", Array("# mine\n[runner]\n\(line)\n".utf8))
            let environment = ["STEADY_HOME": home.path]
            for command in [
                ["replay", Captures.path("hr"), "--json", "--speed", "max"], ["import", Captures.path("hr")], ["zones"],
                ["talk", Captures.path("hr"), "--answers", "no"],
            ] {
                let outcome = try Program.run(command, environment: environment)
                expectFailure(outcome, 65, says: words)
                #expect(outcome.errors.contains("steady.conf"))
            }
            #expect(!FileManager.default.fileExists(atPath: home.appending(path: "steady.sqlite").path))
            expectSuccess(try Program.run("devices", environment: environment))
            expectSuccess(try Program.run("list", environment: environment))
            // It is mended without an editor.
            let key = String(line.prefix { $0 != " " })
            expectSuccess(try zones(home, "--forget", key))
            #expect(settings(home) == "# mine\n[runner]\n")
        }
    }
}
