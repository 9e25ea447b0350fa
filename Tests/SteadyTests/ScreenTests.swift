import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The screen of steady replay", .enabled(if: Window.launcher != nil, Window.noLauncher))
struct ScreenTests {
    static let sizes: [(columns: UInt16, rows: UInt16)] = [(80, 24), (40, 10), (10, 3)]

    /// How a run on the screen ends.
    enum End: CaseIterable {
        case key, interrupt, termination, nature
    }

    @Test("the terminal is as it was before, however a run ends, at every size", arguments: sizes, End.allCases)
    func restores(_ size: (columns: UInt16, rows: UInt16), _ end: End) throws {
        let speed = end == .nature ? "max" : "1"
        let (window, directory) = try play(["--speed", speed], columns: size.columns, rows: size.rows)
        defer { try? FileManager.default.removeItem(at: directory) }
        if end != .nature {
            try window.wait(for: "the run") { $0.shows("replay") || $0.lines[0].hasPrefix("120") }
            #expect(window.screen.isAlternate && !window.screen.isCursorShown)
            #expect(!window.isCooked)
        }
        switch end {
        case .key: window.type("q")
        case .interrupt: window.type("\u{3}")
        case .termination: window.signal(SIGTERM)
        case .nature: break
        }
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.hasEnteredAlternate && !window.screen.isAlternate)
        #expect(window.screen.isCursorShown)
        #expect(window.isCooked)
        #expect(window.screen.trouble.isEmpty)
        #expect(window.screen.printed.hasPrefix("Done: "), "\(window.screen.printed)")
        #expect(window.screen.printed.hasSuffix("\n"))
    }

    @Test("space pauses and goes on, the arrows seek and change the speed, q ends")
    func keys() throws {
        let (window, directory) = try play()
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "the header") {
            $0.lines[0].contains("Steady  run.btsnoop") && $0.lines[0].contains("replay · 1x")
        }
        try window.wait(for: "the keys") {
            $0.lines[23].contains("space pause   q end   left right seek   up down speed   ? help")
        }
        window.type(" ")
        try window.wait(for: "the pause") { $0.lines[0].contains("· paused ·") }
        window.type("\u{1B}[C")
        try window.wait(for: "30 s on") { $0.shows("0:00:3") && $0.lines[0].contains("paused") }
        // Some terminals spell the arrows so.
        window.type("\u{1B}OC")
        try window.wait(for: "another 30 s on") { $0.shows("0:01:0") }
        window.type("\u{1B}[D")
        try window.wait(for: "30 s back") { $0.shows("0:00:3") }
        window.type("\u{1B}[A")
        try window.wait(for: "twice the speed") { $0.lines[0].contains("replay · 2x") }
        window.type("\u{1B}[B\u{1B}[B")
        try window.wait(for: "half the speed") { $0.lines[0].contains("replay · 0.5x") }
        window.type(" ")
        try window.wait(for: "the end of the pause") { !$0.lines[0].contains("paused") }
        window.type("\u{1B}[H")
        window.type(" \u{1B}[5~")
        try window.wait(for: "the beginning") { $0.lines[0].contains("0:00:00 of 0:01:30") }
        window.type("\u{1B}[F")
        try window.wait(for: "the end, which is stayed at") {
            $0.lines[0].contains("0:01:30 of 0:01:30") && $0.lines[0].contains("paused")
        }
        window.type("\u{1B}[5~")
        try window.wait(for: "the beginning again") { $0.lines[0].contains("0:00:00 of 0:01:30") }
        window.type("v")
        try window.wait(for: "the quiet view") { !$0.shows("bpm") }
        window.type("v")
        try window.wait(for: "the numbers") { $0.shows("bpm") }
        window.type("?")
        try window.wait(for: "the help") { $0.shows("the ends") }
        window.type("?")
        try window.wait(for: "the screen without it") { !$0.shows("the ends") }
        window.type("q")
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.trouble.isEmpty)
    }

    @Test("from a quarter of the speed to 64 times it, and beyond as fast as it goes")
    func speeds() throws {
        let (window, directory) = try play(["--speed", "0.5"])
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "half the speed") { $0.lines[0].contains("replay · 0.5x") }
        window.type(" \u{1B}[B\u{1B}[B\u{1B}[B")
        try window.wait(for: "the slowest") { $0.lines[0].contains("replay · 0.25x") }
        window.type(String(repeating: "\u{1B}[A", count: 8))
        try window.wait(for: "64 times the speed") { $0.lines[0].contains("replay · 64x") }
        window.type("\u{1B}[A\u{1B}[A")
        try window.wait(for: "as fast as it goes") { $0.lines[0].contains("replay · max") }
        window.type("\u{1B}[B")
        try window.wait(for: "64 times the speed again") { $0.lines[0].contains("replay · 64x") }
        window.type("q")
        #expect(try window.waitForEnd() == 0)
    }

    @Test("keys that come together are each obeyed, those that nobody knows are not")
    func typedAhead() throws {
        let (window, directory) = try play()
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "the header") { $0.lines[0].contains("replay") }
        // Page up, control and an arrow, a letter; then twice 30 s on, and the end.
        window.type(" \u{1B}[5~\u{1B}[1;2Fx\u{1B}[C\u{1B}[Cq")
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.printed.hasPrefix("Done: 1 min. That counts."), "\(window.screen.printed)")
    }

    @Test("what comes before the first value of a sensor is not waited for")
    func beforeTheFirstValue() throws {
        try inTemporaryDirectory { directory in
            var capture = SmallCapture.twoSensors
            // Connected and named an hour before the strap is worn.
            capture.unixMicroseconds += 3_600_000_000
            capture.notify([0, 90], on: 1)
            let file = try directory.making("late", capture.bytes)
            let window = try Window(["replay", file, "--age", "40"], columns: 80, rows: 24)
            #expect(try window.waitForEnd() == 0)
            #expect(window.screen.printed.hasPrefix("Done: less than a minute."), "\(window.screen.printed)")
        }
    }

    @Test("seeking beyond the end ends the run where the capture ends")
    func seekBeyondTheEnd() throws {
        let (window, directory) = try play(seconds: 50)
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "the header") { $0.lines[0].contains("replay") }
        window.type(" \u{1B}[C\u{1B}[C")
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.printed.hasPrefix("Done: less than a minute."), "\(window.screen.printed)")
    }

    @Test("the screen is drawn anew at every size that the window is pulled to")
    func resize() throws {
        let (window, directory) = try play()
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "the wide screen") {
            $0.lines[0].contains("replay") && $0.lines[23].contains("space pause")
        }
        window.type(" \u{1B}[C")
        try window.wait(for: "the pause 30 s on") { $0.lines[0].contains("paused") && $0.shows("0:00:3") }
        window.resize(columns: 40, rows: 10)
        try window.wait(for: "the small screen") { $0.shows("replay") && $0.shows("paused") && !$0.shows("Steady") }
        window.resize(columns: 10, rows: 3)
        try window.wait(for: "the tiny screen") { $0.lines[0].hasPrefix("120") }
        window.resize(columns: 1, rows: 1)
        try window.wait(for: "the sign alone") { !$0.lines[0].isEmpty }
        window.resize(columns: 132, rows: 43)
        try window.wait(for: "the largest screen") { $0.lines[0].contains("Steady") && $0.lines[42].contains("q end") }
        window.type("q")
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.trouble.isEmpty)
    }

    @Test("with NO_COLOR the screen has no colour, without it has", arguments: [true, false])
    func noColour(_ isWanted: Bool) throws {
        let environment = isWanted ? ["NO_COLOR": "1"] : [:]
        let (window, directory) = try play(environment: environment)
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "the screen") { $0.lines[0].contains("replay") && $0.shows("bpm") }
        window.type("q")
        #expect(try window.waitForEnd() == 0)
        #expect(window.screen.styles.contains { (30...49).contains($0) || $0 >= 90 } != isWanted)
    }

    @Test(
        "a terminal that cannot be drawn on, JSON and standard input get lines",
        arguments: [
            (["--speed", "max"], "dumb"), (["--speed", "max", "--json"], "xterm"), (["--speed", "max"], ""),
        ]
    )
    func lines(_ options: [String], _ terminal: String) throws {
        let (window, directory) = try play(options, environment: ["TERM": terminal])
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(try window.waitForEnd() == 0)
        #expect(!window.screen.hasEnteredAlternate && window.screen.trouble.isEmpty && window.screen.styles.isEmpty)
        let piped = try Program.run(["replay", directory.appending(path: "run.btsnoop").path, "--age", "40"] + options)
        #expect(window.screen.printed == piped.text)
    }

    @Test("a file that cannot be played is told before the screen is touched")
    func noScreen() throws {
        let window = try Window(["replay", "missing", "--age", "40"], columns: 80, rows: 24)
        #expect(try window.waitForEnd() == 66)
        #expect(!window.screen.hasEnteredAlternate)
        #expect(window.screen.printed == "steady: cannot open missing: No such file or directory\n")
    }

    @Test("the program goes when its window is closed")
    func closedWindow() throws {
        let (window, directory) = try play()
        defer { try? FileManager.default.removeItem(at: directory) }
        try window.wait(for: "the screen") { $0.lines[0].contains("replay") }
        window.shut()
        #expect(try window.waitForEnd() != nil)
    }

    /// A run of 90 seconds, played in a window; its file lies in the directory.
    private func play(
        _ options: [String] = [],
        seconds: Int = 90,
        columns: UInt16 = 80,
        rows: UInt16 = 24,
        environment: [String: String] = [:]
    ) throws -> (Window, URL) {
        let directory = FileManager.default.temporaryDirectory.appending(path: "steady-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        let file = try directory.making("run.btsnoop", Captures.run(seconds: seconds))
        let command = ["replay", file, "--age", "40"] + options
        return (try Window(command, columns: columns, rows: rows, environment: environment), directory)
    }
}
