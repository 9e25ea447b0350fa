import Foundation
import GRDB
import TestSupport
import Testing

@Suite("steady import, list and show")
struct LogTests {
    @Test("a capture becomes one session, however often it is imported")
    func twice() throws {
        try inHome { home in
            let path = Captures.path("both")
            let first = try Program.run("import", path, "--age", "40", "--json", environment: home)
            expectSuccess(first)
            #expect(first.text == "{\"file\":\"\(path)\",\"id\":\"20261123-060526-4969\"}\n")
            let second = try Program.run("import", path, path, "--age", "30", "--json", environment: home)
            expectSuccess(second)
            #expect(
                try Parsed.lines(second.output).map { $0.text("id") } == [
                    "20261123-060526-4969", "20261123-060526-4969",
                ]
            )
            #expect(try sessions(home).count == 1)

            let words = try Program.run("import", path, Captures.path("hr"), "--age", "40", environment: home)
            expectSuccess(words)
            #expect(
                words.lines == [
                    "\(path): already in the log as 20261123-060526-4969",
                    "\(Captures.path("hr")): session 20261123-060142-11e7",
                ]
            )
        }
    }

    @Test("each file has its line, and the status is that of the worst")
    func worst() throws {
        try inHome { home in
            try inTemporaryDirectory { directory in
                let empty = try directory.making("empty", [])
                let files = [Captures.path("hr"), empty, "missing", Captures.path("odd")]
                let json = try Program.run(["import", "--json", "--age", "40"] + files, environment: home)
                #expect(json.status == 66)
                #expect(json.errors.isEmpty)
                let lines = try Parsed.lines(json.output)
                #expect(lines.map { $0.text("file") } == files)
                #expect(lines.map { $0.text("id") != nil } == [true, false, false, true])
                #expect(lines.map { $0.text("error") != nil } == [false, true, true, false])

                let words = try Program.run(["import", "--age", "40"] + files, environment: home)
                #expect(words.status == 66)
                #expect(words.lines.count == 2)
                #expect(words.errorLines.count == 2)
                #expect(try Program.run(["import", "--age", "40", empty], environment: home).status == 65)
                #expect(try sessions(home).count == 2)
            }
        }
    }

    @Test("a damaged capture is imported as far as it can be read, a refused one leaves nothing")
    func partial() throws {
        try inHome { home in
            try inTemporaryDirectory { directory in
                let whole = try Places.bytes(URL(filePath: Captures.path("both")))
                let cut = try directory.making("cut", Array(whole.prefix(20_000)))
                let outcome = try Program.run("import", cut, "--age", "40", environment: home)
                #expect(outcome.status == 0)
                #expect(outcome.errorLines.count == 1 && outcome.errors.contains("ends inside a record"))
                // Its first packet is the same, and so is its name.
                #expect(outcome.lines == ["\(cut): session 20261123-060526-4969"])
                let quiet = try directory.making("quiet", SmallCapture.twoSensors.bytes)
                expectFailure(try Program.run("import", quiet, "--age", "40", environment: home), 65)
                #expect(try sessions(home).count == 1)
            }
        }
    }

    @Test("a capture is imported from standard input")
    func standardInput() throws {
        try inHome { home in
            let file = URL(filePath: Captures.path("hr"))
            let outcome = try Program.run(["import", "-", "--age", "40", "--json"], input: file, environment: home)
            expectSuccess(outcome)
            #expect(try sessions(home).map { $0.text("id") } == ["20261123-060142-11e7"])
        }
    }

    @Test("the list is newest first, with the totals of each session's summary")
    func list() throws {
        try inHome { home in
            _ = try Program.run(["import", "--age", "40"] + Captures.names.map(Captures.path), environment: home)
            let listed = try sessions(home)
            #expect(listed.count == Captures.names.count)
            let starts = listed.compactMap { $0.text("started_at") }
            #expect(starts == starts.sorted(by: >) && starts.count == listed.count)
            for session in listed {
                let id = try #require(session.text("id"))
                let shown = try Parsed.object(try Program.run("show", id, "--json", environment: home).output)
                #expect(session.text("source") == "replay")
                #expect(session.text("started_at") == shown.text("started_at"))
                #expect(session.whole("elapsed_ms") == shown.whole("elapsed_ms"))
                #expect(session.whole("average_bpm") == shown.whole("heart_rate", "average_bpm"))
                #expect(session.whole("in_band_ms") == shown.whole("bands", "in_ms"))
                #expect(session["distance_m"] as? Double == shown["distance_m"] as? Double)
                let known: Set = [
                    "id", "started_at", "elapsed_ms", "distance_m", "average_bpm", "in_band_ms", "source",
                ]
                #expect(Set(session.keys).isSubset(of: known))
            }
            let words = try Program.run("list", environment: home)
            expectSuccess(words)
            #expect(words.lines.map { String($0.prefix(20)) } == listed.compactMap { $0.text("id") })
        }
    }

    @Test(
        "show tells what replay tells: the session, the totals, the events and the samples",
        arguments: Captures.names
    )
    func showEqualsReplay(_ name: String) throws {
        try inHome { home in
            _ = try Program.run("import", "--age", "40", Captures.path(name), environment: home)
            let played = try Program.run("replay", "--age", "40", "--speed", "max", "--json", Captures.path(name))
            let shown = try Program.run("show", "--json", "--samples", environment: home)
            expectSuccess(shown)
            // The intervals of the beats go with the samples here, and not in a live stream.
            let text = shown.text.replacing(/,"rr_intervals_ms":\[[0-9.,]*\](?=\}[,\]])/, with: "")
            // As octets: each event stands in the text as it was in the stream, and the totals are the summary's.
            let (samples, others) = played.lines.dropFirst().dropLast().partitioned {
                $0.hasPrefix(#"{"event":"sample""#)
            }
            #expect(text.contains("\"events\":[\(others.joined(separator: ","))]"))
            #expect(text.hasSuffix(",\"samples\":[\(samples.joined(separator: ","))]}\n"))
            let summary = try #require(played.lines.last).replacing(/^\{"event":"summary","t_ms":\d+,/, with: "")
                .dropLast()
            #expect(text.contains(",\(summary),\"laps\":[]"))
            let header = try Parsed.object(try #require(played.lines.first).utf8)
            let object = try Parsed.object(shown.output)
            for key in ["id", "started_at", "source", "zone_model"] { #expect(object.text(key) == header.text(key)) }
            #expect(object.whole("schema") == 1)
            #expect(object.whole("band", "lower_bpm") == header.whole("band", "lower_bpm"))

            let plain = try Parsed.object(try Program.run("show", "last", "--json", environment: home).output)
            #expect(plain["samples"] == nil)
            try expectPartitions(of: plain, name)
        }
    }

    @Test("a session is named by its ID, the beginning of one, or last")
    func names() throws {
        try inHome { home in
            _ = try Program.run("import", "--age", "40", Captures.path("hr"), Captures.path("both"), environment: home)
            for (name, id) in [
                ("20261123-060142-11e7", "20261123-060142-11e7"), ("20261123-0601", "20261123-060142-11e7"),
                ("20261123-0605", "20261123-060526-4969"), ("last", "20261123-060526-4969"),
            ] {
                let outcome = try Program.run("show", name, "--json", environment: home)
                expectSuccess(outcome)
                #expect(try Parsed.object(outcome.output).text("id") == id, "\(name)")
                #expect(
                    try Program.run("show", name, environment: home).lines.first?.hasPrefix("Session \(id), from ")
                        == true
                )
            }
            #expect(
                try Program.run("show", environment: home).output
                    == Program.run("show", "last", environment: home).output
            )
            expectFailure(try Program.run("show", "20261123", environment: home), 64, says: "20261123-060142-11e7")
            for name in ["20261124", "%", "20261123-060142-569_", ""] {
                expectFailure(try Program.run("show", name, "--json", environment: home), 66)
            }
        }
    }

    @Test("a log that holds what Steady never writes is bad data, to each command that reads it")
    func damagedLog() throws {
        try inHome { home in
            let file = Captures.path("hr")
            expectSuccess(try Program.run(["import", "--age", "40", file], environment: home))
            let log = try DatabaseQueue(path: try #require(home["STEADY_HOME"]) + "/steady.sqlite")
            try log.write { try $0.execute(sql: "UPDATE second SET zone = -1 WHERE t_ms > 2000") }
            expectFailure(try Program.run(["show", "--json", "--samples"], environment: home), 65, says: "zone")
            try log.write { try $0.execute(sql: "UPDATE session SET distance_mm = -9223372036854775808") }
            for command in [["list"], ["list", "--json"], ["show"], ["show", "--json"]] {
                expectFailure(try Program.run(command, environment: home), 65, says: "distance_mm")
            }
        }
    }

    private func sessions(_ home: [String: String]) throws -> [[String: Any]] {
        let outcome = try Program.run("list", "--json", environment: home)
        expectSuccess(outcome)
        return try Parsed.object(outcome.output).list("sessions")
    }
}

extension Sequence {
    /// Those that satisfy a condition, and the others.
    fileprivate func partitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
        (filter(condition), filter { !condition($0) })
    }
}
