import Foundation
import TestSupport
import Testing

@Suite("The demo")
struct DemoTests {
    /// A whole run of forty minutes in a second or two.
    private static let fast = ["--age", "40", "--demo", "--demo-speed", "max"]

    /// Runs a demo with a home of its own.
    private func play(_ arguments: [String], _ home: URL) throws -> Program.Outcome {
        try Program.run(arguments, environment: ["STEADY_HOME": home.path])
    }

    /// Lines without what tells when they were made, and where they came from: that stands in the first.
    private func timeless(_ outcome: Program.Outcome) -> [String] {
        let lines = outcome.lines
        return lines.prefix(1).map { $0.replacing(/"(id|started_at|source)":"[^"]*",/, with: "") } + lines.dropFirst()
    }

    @Test("forty minutes of a virtual runner are twenty-nine in the band, and nothing is written")
    func easy() throws {
        try inTemporaryDirectory { folder in
            let home = folder.appending(path: "home")
            let outcome = try play(["live", "--json"] + Self.fast, home)
            expectSuccess(outcome)
            let events = try Parsed.lines(outcome.output)
            #expect(events.first?.text("source") == "demo")
            let summary = try #require(events.last)
            try expectPartitions(of: summary, "the demo")
            #expect((28 * 60_000...31 * 60_000).contains(summary.whole("bands", "in_ms") ?? 0))
            #expect((2_410_000...2_420_000).contains(summary.whole("elapsed_ms") ?? 0))
            #expect(summary.whole("unknown_ms") == 0 && summary.whole("bands", "above_ms") ?? .max < 60_000)
            #expect(!FileManager.default.fileExists(atPath: home.path))
        }
    }

    @Test("the same seed gives the same octets at every speed, and another seed another run")
    func sameAtEverySpeed() throws {
        try inTemporaryDirectory { folder in
            func lines(_ arguments: String...) throws -> [String] {
                timeless(try play(["live", "--json", "--age", "40", "--demo"] + arguments, folder))
            }
            let first = try lines("--demo-speed", "max")
            #expect(first.count > 2400)
            #expect(try lines("--demo-speed", "2000") == first)
            #expect(try lines("--demo-speed", "900") == first)
            #expect(try lines("--demo-speed", "max", "--demo-seed", "2") != first)
        }
    }

    @Test(
        "a demo that is kept is in the log as one, and its recording replays to the same session",
        arguments: [
            ("live", "easy40"), ("record", "easy40"), ("live", "walkrun"), ("live", "dropout"),
            ("live", "cadence-lock"), ("record", "stepped-off"),
        ]
    )
    func kept(_ command: String, _ script: String) throws {
        try inTemporaryDirectory { home in
            let demo = ["--demo-script", script, "--demo-faults", "--keep"]
            let outcome = try play([command, "--json"] + Self.fast + demo, home)
            #expect(outcome.status == 0 && !outcome.wasKilled, "\(outcome.errors)")
            let id = try outcome.sessionID()
            let file = home.appending(path: "recordings/\(id).btsnoop").path
            let replay = try Program.run("replay", file, "--json", "--speed", "max", "--age", "40")
            expectSuccess(replay)
            #expect(timeless(replay) == timeless(outcome))
            #expect(try replay.sessionID() == id)

            let list = try Parsed.object(try play(["list", "--json"], home).output).list("sessions")
            #expect(list.count == 1 && list.first?.text("id") == id && list.first?.text("source") == "demo")
            let show = try Parsed.object(try play(["show", "last", "--json"], home).output)
            let summary = try #require(try outcome.objects().last)
            #expect(show.whole("bands", "in_ms") == summary.whole("bands", "in_ms"))
            #expect(show.whole("packets") == summary.whole("packets"))
            #expect(try play(["list"], home).text.contains("demo"))
            #expect(try play(["show", "last"], home).lines.first?.contains("demo") ?? false)
        }
    }

    @Test("a kept demo says nothing of the runner: its heart rates are not proposed as a maximum")
    func noMaximum() throws {
        try inTemporaryDirectory { home in
            expectSuccess(try play(["zones", "--max-hr", "120", "--set"], home))
            let before = try play(["zones"], home)
            _ = try play(["record", "--keep", "--max-hr", "180"] + Self.fast, home)
            let show = try Parsed.object(try play(["show", "last", "--json"], home).output)
            #expect(show.whole("metrics", "observed_maximum_bpm") ?? 0 > 120)
            #expect(try play(["zones"], home).output == before.output)
        }
    }

    @Test("lines say that it is a demo, at the beginning and at the end", arguments: [false, true])
    func lines(_ isKept: Bool) throws {
        try inTemporaryDirectory { home in
            // `steady --demo` is `steady live --demo`.
            let outcome = try play(Self.fast + (isKept ? ["--keep"] : []), home)
            expectSuccess(outcome)
            #expect(outcome.lines.first?.hasPrefix("Steady, demo with a virtual runner: ") ?? false, "\(outcome.text)")
            let end = isKept ? "the log has it as one." : "nothing of it is kept."
            #expect(outcome.lines.last == "This was a demo with a virtual runner" + (isKept ? "; " : ": ") + end)
            #expect(outcome.lines.contains { $0.hasPrefix("Kept as ") } == isKept)
            #expect(outcome.lines.contains { $0.contains("Demo strap live, battery 87 %") })
            #expect(outcome.lines.contains { $0.contains("Demo treadmill live") })
        }
    }

    @Test("record --demo keeps nothing without --keep, and says so on standard error alone")
    func record() throws {
        try inTemporaryDirectory { folder in
            let home = folder.appending(path: "home")
            let outcome = try play(["record", "--json"] + Self.fast, home)
            #expect(outcome.status == 0)
            #expect(try outcome.objects().last?.text("event") == "summary")
            #expect(outcome.errorLines == ["steady: This was a demo with a virtual runner: nothing of it is kept."])
            #expect(!FileManager.default.fileExists(atPath: home.path))
        }
    }

    @Test("what goes wrong in a demo is told as it is of real sensors")
    func faults() throws {
        try inTemporaryDirectory { home in
            func events(_ script: String) throws -> [[String: Any]] {
                try play(["live", "--json"] + Self.fast + ["--demo-script", script], home).objects()
            }
            let dropout = try events("dropout")
            let states = dropout.filter { $0.text("event") == "sensor" }.compactMap { $0.text("state") }
            #expect(Set(["lost", "searching", "connecting", "live"]).isSubset(of: states))
            #expect(dropout.contains { $0.text("to") == "contact_lost" })
            #expect(dropout.contains { $0.whole("battery_percent") == 6 })
            let notices = try events("cadence-lock").filter { $0.text("event") == "notice" }.compactMap {
                $0.text("name")
            }
            #expect(notices == ["heart_rate_oddly_steady"])
            let steppedOff = try events("stepped-off")
            #expect(steppedOff.contains { $0.text("name") == "belt_unattended" })
            #expect(steppedOff.last?.whole("paused_ms") ?? 0 > 150_000)
        }
    }

    @Test("no Bluetooth, no bus and no remembered sensor is touched: the home stays as it was")
    func untouched() throws {
        try inTemporaryDirectory { home in
            let settings = "[sensor C0:FF:EE:00:00:01]\nkind = heart_rate\nname = My strap\n"
            _ = try home.making("steady.conf", Array(settings.utf8))
            let outcome = try Program.run(
                ["live", "--json"] + Self.fast + ["--stats"],
                environment: [
                    "STEADY_HOME": home.path, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(home.path)/none",
                ]
            )
            #expect(outcome.status == 0)
            #expect(outcome.errors.contains("steady: demo: "), "\(outcome.errors)")
            #expect(!outcome.text.contains("C0:FF:EE"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["steady.conf"])
            #expect(try String(contentsOf: home.appending(path: "steady.conf"), encoding: .utf8) == settings)
        }
    }

    @Test(
        "what does not go together is refused",
        arguments: [
            ["live", "--keep"], ["live", "--demo-seed", "3"], ["record", "--demo-faults"],
            ["live", "--demo", "--transport", "monitor"], ["live", "--demo", "--strap", "C0:FF:EE:00:00:01"],
            ["live", "--demo", "--demo-script", "marathon"], ["live", "--demo", "--demo-speed", "0"],
        ]
    )
    func refusals(_ arguments: [String]) throws {
        expectFailure(try Program.run(arguments), 64)
    }
}

@Suite("The screen of the demo", .enabled(if: Window.launcher != nil, Window.noLauncher))
struct DemoScreenTests {
    private func open(_ arguments: [String], _ home: URL, columns: UInt16 = 80, rows: UInt16 = 24) throws -> Window {
        try Window(
            ["--demo", "--age", "40"] + arguments,
            columns: columns,
            rows: rows,
            environment: ["STEADY_HOME": home.path]
        )
    }

    @Test("the arrows move the belt and its incline, the keys are named, and the header says what this is")
    func keys() throws {
        try inTemporaryDirectory { folder in
            let home = folder.appending(path: "home")
            let window = try open(["--demo-speed", "20"], home)
            try window.wait(for: "a walk") { $0.shows("5.0 km/h") }
            #expect(window.screen.lines[0].contains("demo: a virtual runner"))
            let keys = "space pause   q end   up down speed   left right incline"
            #expect(window.screen.lines[23].contains(keys), "\(window.screen.lines[23])")
            window.type("\u{1B}[A")
            try window.wait(for: "a faster belt") { $0.shows("5.5 km/h") }
            window.type("\u{1B}[C\u{1B}[C+")
            try window.wait(for: "a steeper belt") { $0.shows("1.5 %") }
            window.type("\u{1B}[D-")
            try window.wait(for: "a flatter belt") { $0.shows("0.5 %") }
            window.type("\u{1B}[B\u{1B}[B")
            try window.wait(for: "a slower belt") { $0.shows("4.5 km/h") }
            window.type("qq")
            #expect(try window.waitForEnd() == 0)
            let screen = window.screen
            #expect(screen.hasEnteredAlternate && !screen.isAlternate && screen.isCursorShown && window.isCooked)
            #expect(screen.printed.hasSuffix("nothing of it is kept.\n"), "\(screen.printed)")
            #expect(!FileManager.default.fileExists(atPath: home.path))
        }
    }

    @Test("space pauses the run and goes on, and a kept demo has the pause")
    func pause() throws {
        try inTemporaryDirectory { home in
            let window = try open(["--demo-speed", "20", "--keep"], home)
            try window.wait(for: "a walk") { $0.shows("5.0 km/h") }
            window.type(" ")
            try window.wait(for: "the pause") { $0.shows("paused") }
            window.type(" ")
            try window.wait(for: "the end of the pause") { !$0.shows("paused") }
            window.type("qq")
            #expect(try window.waitForEnd() == 0)
            let id = try #require(window.screen.printed.firstMatch(of: /Kept as ([-0-9a-f]+)\./)?.1)
            let file = home.appending(path: "recordings/\(id).btsnoop").path
            let replay = try Program.run("replay", "--json", "--speed", "max", "--age", "40", file).objects()
            #expect(replay.contains { $0.text("to") == "paused_user" })
            try expectPartitions(of: try #require(replay.last), "a demo with a pause")
        }
    }

    @Test("Control-C and the end of the script end it properly", arguments: [false, true])
    func end(_ isInterrupted: Bool) throws {
        try inTemporaryDirectory { home in
            let window = try open(["--demo-speed", isInterrupted ? "20" : "max"], home, columns: 40, rows: 12)
            if isInterrupted {
                try window.wait(for: "a walk") { $0.shows("5.0") && $0.shows("demo") }
                window.type("\u{3}")
            }
            #expect(try window.waitForEnd() == 0)
            let screen = window.screen
            #expect(!screen.isAlternate && screen.isCursorShown && window.isCooked && screen.trouble.isEmpty)
            #expect(screen.printed.hasPrefix("Done: "), "\(screen.printed)")
        }
    }

    @Test("time passes faster, stands still, and goes on and back by keys; the screen says how, and where")
    func time() throws {
        try inTemporaryDirectory { folder in
            let window = try open([], folder.appending(path: "home"))
            try window.wait(for: "the run") { $0.shows("bpm") }
            #expect(!window.screen.lines[0].contains("1x"))
            window.type("\u{1B}[6~")
            try window.wait(for: "five minutes on") { $0.lines[0].contains("1x · 0:05:0") }
            #expect(window.screen.lines[1].contains("│──") && window.screen.lines[0].contains(" of 0:40:"))
            window.type("p")
            try window.wait(for: "held time") { $0.lines[0].contains("1x · paused · 0:05:0") }
            window.type("]")
            try window.wait(for: "half a minute on") { $0.lines[0].contains("paused · 0:05:3") }
            window.type("[[")
            try window.wait(for: "a minute back") { $0.lines[0].contains("paused · 0:04:3") }
            window.type("\u{1B}[5~")
            try window.wait(for: "the beginning") { $0.lines[0].contains("paused · 0:00:00") && $0.shows("0:00:00") }
            window.type(">.")
            try window.wait(for: "time that goes on") { $0.lines[0].contains("4x · 0:00:") }
            window.type("<,,")
            try window.wait(for: "slow time") { $0.lines[0].contains("0.5x · 0:") }
            window.type("?")
            try window.wait(for: "the help") { $0.shows("hold time") && $0.shows("slower, faster") && $0.shows("30 s") }
            window.type("?")
            for _ in 0..<9 { window.type("\u{1B}[6~") }
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.printed.hasPrefix("Done: 40 min. That counts."), "\(window.screen.printed)")
            #expect(window.screen.trouble.isEmpty)
        }
    }

    @Test("a demo that is kept does not go back, and says so until the next of these keys")
    func keptTime() throws {
        try inTemporaryDirectory { home in
            let window = try open(["--keep"], home)
            try window.wait(for: "the run") { $0.shows("bpm") }
            window.type("\u{1B}[6~")
            try window.wait(for: "five minutes on") { $0.lines[0].contains("0:05:0") }
            window.type("\u{1B}[5~")
            try window.wait(for: "the notice") { $0.shows("its recording cannot go back") }
            #expect(window.screen.lines[0].contains("0:05:"))
            window.type("]")
            try window.wait(for: "half a minute on") { !$0.shows("cannot go back") && $0.lines[0].contains("0:05:3") }
            window.type("qq")
            #expect(try window.waitForEnd() == 0)
            let id = try #require(window.screen.printed.firstMatch(of: /Kept as ([-0-9a-f]+)\./)?.1)
            let show = try Parsed.object(try play(["show", String(id), "--json"], home).output)
            #expect(show.whole("elapsed_ms") ?? 0 > 330_000)
        }
    }

    private func play(_ arguments: [String], _ home: URL) throws -> Program.Outcome {
        try Program.run(arguments, environment: ["STEADY_HOME": home.path])
    }
}
