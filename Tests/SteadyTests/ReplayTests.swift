import Foundation
import TestSupport
import Testing

@Suite("steady replay")
struct ReplayTests {
    @Test("a run is told from the session to the summary, and time never goes back", arguments: Captures.names)
    func stream(_ name: String) throws {
        let outcome = try Program.run("replay", Captures.path(name), "--age", "40", "--json", "--speed", "max")
        expectSuccess(outcome)
        let events = try Parsed.lines(outcome.output)
        let names = events.compactMap { $0.text("event") }
        #expect(names.count == events.count)
        #expect(names.first == "session" && names.count { $0 == "session" } == 1)
        #expect(names.last == "summary" && names.count { $0 == "summary" } == 1)
        let known: Set = [
            "session", "sensor", "sample", "transition", "cue", "source", "milestone", "lap", "notice", "summary",
        ]
        #expect(Set(names).isSubset(of: known))

        let times = events.compactMap { $0.whole("t_ms") }
        #expect(times.count == events.count)
        #expect(times.first == 0 && times == times.sorted())

        let samples = events.filter { $0.text("event") == "sample" }.compactMap { $0.whole("t_ms") }
        let summary = try #require(events.last)
        let elapsed = try #require(summary.whole("elapsed_ms"))
        #expect(samples == Array(stride(from: 0, through: elapsed, by: 1000)))
        #expect(summary.whole("t_ms") == elapsed)
        try expectPartitions(of: summary, name)
    }

    @Test("every event has the keys of the contract and no others", arguments: Captures.names)
    func keys(_ name: String) throws {
        let always: [String: Set<String>] = [
            "session": ["schema", "id", "started_at", "source", "zone_model", "zones", "band", "zone_basis"],
            "sensor": ["sensor", "kind", "state"], "sample": ["band", "link", "phase", "session"],
            "transition": ["region", "from", "to"], "cue": ["cue"], "source": ["quantity", "sensor", "kind"],
            "notice": ["name", "sensor"],
            "summary": [
                "elapsed_ms", "paused_ms", "unknown_ms", "flagged_ms", "zones", "bands", "phases", "rr_intervals",
                "packets",
                "issues",
            ],
        ]
        let sometimes: [String: Set<String>] = [
            "sensor": ["name", "battery_percent"],
            "sample": [
                "heart_rate_bpm", "heart_rate_source", "zone", "speed_km_h", "inclination_percent", "distance_m",
                "total_energy_kcal", "heart_rate_doubts", "heading_bpm", "cadence_per_min", "belt_unattended",
            ],
            "source": ["quality"],
            "notice": [
                "speed_distance_m", "counter_distance_m", "inclination_percent", "lower_percent", "upper_percent",
                "field",
            ],
            "summary": [
                "distance_m", "distance_by_speed_m", "distance_by_counter_m", "heart_rate", "metrics", "weak_metrics",
            ],
        ]
        let outcome = try Program.run("replay", Captures.path(name), "--age", "40", "--json", "--speed", "max")
        for event in try Parsed.lines(outcome.output) {
            let kind = try #require(event.text("event"))
            let needed = try #require(always[kind], "\(kind)")
            let keys = Set(event.keys).subtracting(["event", "t_ms"])
            #expect(needed.isSubset(of: keys), "\(kind): \(keys.sorted())")
            #expect(keys.isSubset(of: needed.union(sometimes[kind] ?? [])), "\(kind): \(keys.sorted())")
        }
    }

    @Test("nothing odd is noticed in the captures, but of one that beats are lost", arguments: Captures.names)
    func noNotice(_ name: String) throws {
        let outcome = try Program.run("replay", Captures.path(name), "--age", "40", "--json", "--speed", "max")
        let events = try Parsed.lines(outcome.output)
        let notices = events.filter { $0.text("event") == "notice" }.compactMap { $0.text("name") }
        #expect(!events.isEmpty && notices == (name == "odd" ? ["intervals_missing"] : []))
    }

    @Test("a run begins with the first value that holds anything, not with a machine that has just woken")
    func nullValues() throws {
        let outcome = try Program.run("replay", Captures.path("treadmill"), "--age", "40", "--json", "--speed", "max")
        let events = try Parsed.lines(outcome.output)
        // Five values of nothing but noughts come before, in 2.5 s.
        #expect(events.first?.text("started_at") == "2026-11-23T06:03:22.550382Z")
        let sample = try #require(events.first { $0.text("event") == "sample" })
        #expect(sample.text("session") == "running")
    }

    @Test("the session tells when and by which zones, and its name is that of its first packet")
    func session() throws {
        let outcome = try Program.run("replay", Captures.path("both"), "--age", "40", "--json", "--speed", "max")
        #expect(
            outcome.lines.first == """
                {"event":"session","t_ms":0,"schema":1,"id":"20261123-060526-4969","started_at":"2026-11-23T06:05:26.483845Z",\
                "source":"replay","zone_model":"acsm_max","band":{"lower_bpm":116,"upper_bpm":138},\
                "zone_basis":{"model_chosen":false,"band_origin":"maximum","maximum_bpm":180,\
                "maximum_origin":"estimated","age_years":40},\
                "zones":[{"zone":0,"lower_bpm":0},{"zone":1,"lower_bpm":103},{"zone":2,"lower_bpm":116},\
                {"zone":3,"lower_bpm":139},{"zone":4,"lower_bpm":173}]}
                """
        )
    }

    @Test("every speed, and standard input, give the same octets", arguments: Captures.names)
    func sameOctets(_ name: String) throws {
        func replay(_ speed: String) throws -> Program.Outcome {
            try Program.run("replay", Captures.path(name), "--age", "40", "--json", "--speed", speed)
        }
        let first = try replay("max")
        expectSuccess(first)
        for speed in ["max", "500", "20000"] { #expect(try replay(speed).output == first.output, "speed \(speed)") }
        let piped = try Program.run(
            ["replay", "-", "--age", "40", "--json", "--speed", "max"],
            input: URL(filePath: Captures.path(name))
        )
        #expect(piped.output == first.output)
    }

    @Test("a run ends at the second that --until names, at every speed")
    func until() throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("two", Captures.twoBeatsAMinuteApart)
            for speed in ["max", "40", "3000"] {
                let outcome = try Program.run(
                    "replay",
                    file,
                    "--age",
                    "40",
                    "--json",
                    "--until",
                    "10",
                    "--speed",
                    speed
                )
                expectSuccess(outcome)
                let events = try Parsed.lines(outcome.output)
                #expect(events.last?.whole("elapsed_ms") == 10_000, "speed \(speed)")
                #expect(events.count { $0.text("event") == "sample" } == 11, "speed \(speed)")
            }
            let whole = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max")
            let later = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max", "--until", "1000")
            #expect(later.output == whole.output)
            let nothing = try Program.run("replay", file, "--age", "40", "--json", "--speed", "max", "--until", "0")
            #expect(try Parsed.lines(nothing.output).last?.whole("elapsed_ms") == 0)
        }
    }

    @Test("--until counts session time: of a silence of eight hours six are the session's")
    func untilBehindSilence() throws {
        var capture = SmallCapture.twoSensors
        capture.notify([0x00, 90], on: 1)
        capture.unixMicroseconds += 8 * 3_600_000_000
        for _ in 0..<60 {
            capture.notify([0x00, 91], on: 1)
            capture.unixMicroseconds += 1_000_000
        }
        try inTemporaryDirectory { directory in
            let file = try directory.making("silence", capture.bytes)
            for seconds in [3600, 21_630] {
                let outcome = try Program.run(
                    ["replay", file, "--age", "40", "--json", "--speed", "max", "--until", "\(seconds)"]
                )
                expectSuccess(outcome)
                #expect(try Parsed.lines(outcome.output).last?.whole("elapsed_ms") == seconds * 1000)
            }
        }
    }

    @Test("without a terminal a run reads as plain lines, the totals at the end")
    func plainLines() throws {
        let outcome = try Program.run("replay", Captures.path("both"), "--age", "40", "--speed", "max")
        expectSuccess(outcome)
        #expect(
            outcome.lines.prefix(2) == [
                "Steady, replay: easy, conversational band 116 to 138 bpm; zones: ACSM by maximum",
                "The band: 64 to 77 % of the maximum; maximum 180 estimated, give or take 10.",
            ]
        )
        #expect(
            outcome.lines.suffix(4) == [
                "Done: 2 min, 1 of them paused. That counts.",
                "In the band (116 to 138 bpm: 64 to 77 % of the maximum): 1 min.",
                "Distance: 0.16 km, at 7.8 km/h on average.",
                "Heart rate: about 110 bpm on average, from 72 to 131.",
            ]
        )
        for line in outcome.lines.dropFirst(2).dropLast(4) {
            #expect(line.prefixMatch(of: /\d\d:\d\d:\d\d  \S|\d\d:\d\d:\d\d +\d+ bpm/) != nil, "\(line)")
        }
    }

    @Test("a picture is written instead of playing, and an old one is replaced")
    func picture() throws {
        try inTemporaryDirectory { directory in
            let file = try directory.making("run.svg", Array("old".utf8))
            let outcome = try Program.run(
                "replay",
                Captures.path("both"),
                "--age",
                "40",
                "--picture",
                file,
                "--until",
                "60"
            )
            expectSuccess(outcome)
            #expect(outcome.output.isEmpty)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("<svg ") && text.hasSuffix("</svg>\n"))
            #expect(text.contains("Steady plays both.btsnoop"))
        }
    }

    @Test("the pictures that ship beside the captures are those that are drawn of them", arguments: ["dark", "light"])
    func shippedPicture(theme: String) throws {
        try inTemporaryDirectory { directory in
            let name = theme == "dark" ? "both.svg" : "both-light.svg"
            let file = directory.appending(path: name).path
            expectSuccess(
                try Program.run(
                    "replay",
                    Captures.path("both"),
                    "--snapshot",
                    "80",
                    "--age",
                    "40",
                    "--svg",
                    file,
                    "--theme",
                    theme
                )
            )
            let shipped = Places.captures.appending(path: name)
            #expect(try Places.bytes(URL(filePath: file)) == Places.bytes(shipped))
        }
    }

    @Test("a picture is as large as it is asked to be, and a size that is none is refused")
    func pictureSize() throws {
        try inTemporaryDirectory { directory in
            let file = directory.appending(path: "small.svg").path
            func draw(_ size: String) throws -> Program.Outcome {
                try Program.run("replay", Captures.path("both"), "--age", "40", "--svg", file, "--size", size)
            }
            expectSuccess(try draw("40x12"))
            let text = try String(contentsOfFile: file, encoding: .utf8)
            // Ten by twenty to a cell, and a margin.
            #expect(text.contains("viewBox=\"0 0 432 272\""))
            for size in ["40", "x", "0x10", "40x12x3", "501x10", "9999999999999999999x1"] {
                expectFailure(try draw(size), 64, says: size)
            }
        }
    }

    @Test("a picture that cannot be made is told as such")
    func noPicture() throws {
        try inTemporaryDirectory { directory in
            for (place, status) in [
                (directory.path, 73), ("\(directory.path)/no/where.svg", 73), ("/dev/full", 74),
            ] as [(String, Int32)] {
                let outcome = try Program.run("replay", Captures.path("hr"), "--age", "40", "--picture", place)
                expectFailure(outcome, status, says: place)
            }
        }
    }
}
