import Foundation
import TestSupport
import Testing

@Suite("steady note")
struct NoteTests {
    @Test("feelings go with a run and are shown with it; they can be taken back")
    func feelings() throws {
        try inHome { home in
            expectSuccess(try Program.run("import", Captures.path("both"), "--age", "40", environment: home))
            let noted = try Program.run(
                "note",
                "--before",
                "2",
                "--after",
                "4",
                "--calm",
                "better",
                environment: home
            )
            expectSuccess(noted)
            #expect(noted.lines == ["Noted."])
            let shown = try Program.run("show", environment: home)
            #expect(shown.inOneLine.contains("Noted by you before 2 of 5 after 4 of 5 an hour later better"))
            let json = try Program.run("note", "last", "--before", "none", "--after", "5", "--json", environment: home)
            #expect(json.text == "{\"id\":\"20261123-060526-4969\",\"after\":5}\n")
            let line = try #require(
                try Parsed.lines(try Program.run("show", "--json", environment: home).output).first
            )
            #expect(line.whole("feeling_after") == 5 && line.whole("feeling_calm") == 3)
            #expect(line["feeling_before"] == nil)
        }
    }

    @Test("what is to be shared tells nothing of them")
    func scrubbed() throws {
        try inHome { home in
            expectSuccess(try Program.run("import", Captures.path("both"), "--age", "40", environment: home))
            _ = try Program.run("note", "--before", "2", "--calm", "worse", environment: home)
            let whole = try Program.run("export", "--format", "json", "-o", "-", environment: home)
            #expect(whole.text.contains("feeling_before"))
            let clean = try Program.run("export", "--format", "json", "--scrub", "-o", "-", environment: home)
            expectSuccess(clean)
            #expect(!clean.text.contains("feeling") && !clean.text.contains("calm"))
        }
    }

    @Test("sleep goes with a day, without any run")
    func sleep() throws {
        try inHome { home in
            let json = try Program.run("note", "--sleep", "3", "--day", "2026-11-24", "--json", environment: home)
            expectSuccess(json)
            #expect(json.text == "{\"day\":\"2026-11-24\",\"sleep\":3}\n")
            let back = try Program.run("note", "--sleep", "none", "--day", "2026-11-24", environment: home)
            #expect(back.lines == ["Taken back."])
        }
    }

    @Test(
        "what cannot be meant is refused, and nothing is noted",
        arguments: [
            [], ["--after", "6"], ["--after", "0"], ["--calm", "fine"], ["--day", "2026-11-24"],
            ["--sleep", "3", "--day", "2026-02-30"],
        ]
    )
    func refused(_ arguments: [String]) throws {
        try inHome { home in
            let outcome = try Program.run(["note"] + arguments, environment: home)
            #expect(outcome.status == 64)
        }
    }

    @Test("a feeling needs a run")
    func noRun() throws {
        try inHome { home in
            let outcome = try Program.run("note", "--after", "3", environment: home)
            #expect(outcome.status == 66)
        }
    }
}
