import Foundation
import TestSupport
import Testing

@Suite("steady export and import of workout files", .ownThreads)
struct WorkoutFileTests {
    private static let both = "20261123-060526-4969"

    /// A home with the session of a capture, and a folder for files.
    private func withSession(_ body: (_ home: [String: String], _ folder: URL) throws -> Void) throws {
        try inTemporaryDirectory { folder in
            let home = ["STEADY_HOME": folder.appending(path: "home").path]
            expectSuccess(try Program.run("import", "--age", "40", Captures.path("both"), "--json", environment: home))
            try body(home, folder)
        }
    }

    private func export(_ format: String, to file: URL, _ options: String..., home: [String: String]) throws {
        let outcome = try Program.run(
            ["export", Self.both, "--format", format, "-o", file.path] + options,
            environment: home
        )
        expectSuccess(outcome)
        #expect(outcome.lines == ["\(Self.both): \(file.path)"])
    }

    private func lines(_ file: URL) throws -> [[Substring]] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\r\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    @Test("what is exported is private, and stands for what show tells")
    func formats() throws {
        try withSession { home, folder in
            let csv = folder.appending(path: "run.csv")
            try export("csv", to: csv, home: home)
            let rights = try FileManager.default.attributesOfItem(atPath: csv.path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            let json = folder.appending(path: "run.json")
            try export("json", to: json, home: home)
            let shown = try Program.run("show", "--json", "--samples", environment: home)
            #expect(try Places.bytes(json) == shown.output)
            let samples = try Parsed.object(shown.output).list("samples")
            let rows = try lines(csv).dropFirst()
            #expect(rows.count == samples.count)
            for (row, sample) in zip(rows, samples) {
                #expect(Int(row[0]) == sample.whole("t_ms") && Int(row[2]) == sample.whole("heart_rate_bpm"))
                #expect(Double(row[8]) == (sample["distance_m"] as? NSNumber)?.doubleValue)
            }
            let standard = try Program.run("export", "last", "--format", "csv", "-o", "-", environment: home)
            #expect(standard.output == (try Places.bytes(csv)))
        }
    }

    @Test("a file that is there is never overwritten")
    func overwriting() throws {
        try withSession { home, folder in
            let path = try folder.making("mine", [1, 2, 3])
            let outcome = try Program.run("export", "last", "-o", path, environment: home)
            expectFailure(outcome, 73, says: "is there already")
            #expect(try Places.bytes(URL(filePath: path)) == [1, 2, 3])
            expectFailure(try Program.run("export", "last", "-o", folder.path, environment: home), 73)
            expectFailure(try Program.run("export", "last", "-o", "/nowhere/run.fit", environment: home), 73)
        }
    }

    @Test("what cannot be exported says why")
    func refusals() throws {
        try withSession { home, _ in
            expectFailure(try Program.run("export", "1999", environment: home), 66)
            expectFailure(try Program.run("export", "last", "--format", "gpx", environment: home), 64)
            expectFailure(
                try Program.run("export", "last", "--format", "btsnoop", environment: home),
                66,
                says: "it was imported from both.btsnoop"
            )
        }
    }

    @Test("a recording comes out as it is")
    func recording() throws {
        try withSession { home, folder in
            let recordings = folder.appending(path: "home/recordings")
            try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
            let bytes = try Places.bytes(URL(filePath: Captures.path("both")))
            _ = try recordings.making("\(Self.both).btsnoop", bytes)
            let copy = folder.appending(path: "copy")
            try export("btsnoop", to: copy, home: home)
            #expect(try Places.bytes(copy) == bytes)
        }
    }

    @Test("a scrubbed file tells no day, no sensor and no file", arguments: ["fit", "tcx", "csv", "json"])
    func scrubbing(format: String) throws {
        try withSession { home, folder in
            let (plain, clean) = (folder.appending(path: "plain"), folder.appending(path: "clean"))
            try export(format, to: plain, home: home)
            try export(format, to: clean, "--scrub", home: home)
            let text = String(decoding: try Places.bytes(clean), as: UTF8.self)
            for trace in ["Bench", "both.btsnoop", "2026", "20261123", "E1:57"] {
                #expect(!text.contains(trace), "\(trace) in \(format)")
            }
            if format != "fit" { #expect(text.contains("2000-01-01T00:00:0")) }
            if format == "csv" {
                let times = { (rows: [[Substring]]) in rows.map { [$0[0]] + $0[2...] } }
                #expect(times(try lines(plain)) == times(try lines(clean)))
            }
        }
    }

    @Test("a run exported and imported elsewhere is the same run", arguments: ["fit", "tcx"])
    func elsewhere(format: String) throws {
        try withSession { home, folder in
            let file = folder.appending(path: "run")
            try export(format, to: file, home: home)
            let other = ["STEADY_HOME": folder.appending(path: "other").path]
            let imported = try Program.run("import", "--age", "40", file.path, "--json", environment: other)
            expectSuccess(imported)
            let before = try Parsed.object(try Program.run("show", "--json", environment: home).output)
            let after = try Parsed.object(try Program.run("show", "--json", environment: other).output)
            #expect(after.text("source") == "replay" && after.text("imported_from") == "run")
            try expectPartitions(of: after, format)
            let figures = { (run: [String: Any]) throws -> (elapsed: Int, paused: Int, unknown: Int) in
                (
                    try #require(run.whole("elapsed_ms")), try #require(run.whole("paused_ms")),
                    try #require(run.whole("unknown_ms"))
                )
            }
            let (old, new) = (try figures(before), try figures(after))
            #expect(abs(old.unknown - new.unknown) <= 1000)
            #expect(abs((old.elapsed - old.paused) - (new.elapsed - new.paused)) <= 2000)
            // TCX has no pauses: one at the end is left out.
            if format == "fit" { #expect(abs(old.elapsed - new.elapsed) <= 1000) }
            let mean = { (run: [String: Any]) in run.whole("heart_rate", "average_bpm") ?? 0 }
            #expect(abs(mean(before) - mean(after)) <= 2)
        }
    }

    @Test("a run that the log has is not kept twice, whatever its file")
    func duplicates() throws {
        try withSession { home, folder in
            let (fit, tcx) = (folder.appending(path: "run.fit"), folder.appending(path: "run.tcx"))
            try export("fit", to: fit, home: home)
            try export("tcx", to: tcx, home: home)
            let outcome = try Program.run("import", "--age", "40", "--json", fit.path, tcx.path, environment: home)
            expectSuccess(outcome)
            #expect(
                outcome.text
                    == [fit, tcx].map {
                        "{\"file\":\"\($0.path)\",\"id\":\"\(Self.both)\",\"already_there\":true}\n"
                    }.joined()
            )
            let list = try Parsed.object(try Program.run("list", "--json", environment: home).output)
            #expect(list.list("sessions").count == 1)
            // Half an hour away lies another run.
            let clean = folder.appending(path: "clean.fit")
            try export("fit", to: clean, "--scrub", home: home)
            let other = try Program.run("import", "--age", "40", clean.path, environment: home)
            #expect(other.lines.first?.contains(": session 20000101-0000") == true)
        }
    }

    @Test("a FIT file is known by its octets, also from standard input")
    func standardInput() throws {
        try withSession { home, folder in
            let file = folder.appending(path: "no-fit-by-name")
            try export("fit", to: file, home: home)
            let other = ["STEADY_HOME": folder.appending(path: "other").path]
            let outcome = try Program.run("import", "--age", "40", "-", input: file, environment: other)
            #expect(outcome.lines.first?.hasPrefix("-: session 20261123-0605") == true)
        }
    }

    @Test("bad files have one or two lines each and leave the log as it was")
    func badFiles() throws {
        try withSession { home, folder in
            let file = folder.appending(path: "run.fit")
            try export("fit", to: file, home: home)
            let fit = try Places.bytes(file)
            var changed = fit
            changed[700] ^= 1
            let bad: [(name: String, bytes: [UInt8], says: String)] = [
                ("empty.fit", [], "is empty"), ("cut.fit", Array(fit.dropLast(5)), "is cut off"),
                ("short.fit", Array(fit.prefix(20)), "is cut off"), ("changed.fit", changed, "is damaged"),
                ("archive.fit", Array("PK\u{3}\u{4}".utf8) + fit, "is a zip archive"),
                ("packed.tcx.gz", [0x1F, 0x8B, 8, 0], "gunzip"),
                ("track.gpx", Array("<gpx></gpx>".utf8), "no TCX file"),
                ("cut.tcx", Array("<TrainingCenterDatabase><Activities>".utf8), "is cut off"),
                ("notes.txt", Array("hello".utf8), "imports FIT and TCX files"),
            ]
            for (name, bytes, words) in bad {
                let path = try folder.making(name, bytes)
                expectFailure(try Program.run("import", "--age", "40", path, environment: home), 65, says: words)
            }
            expectFailure(try Program.run("import", "--age", "40", "none.fit", environment: home), 66)
            let list = try Parsed.object(try Program.run("list", "--json", environment: home).output)
            #expect(list.list("sessions").count == 1)
        }
    }
}
