import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("The screen of steady live", .ownThreads, .serialized, .enabled(if: Window.launcher != nil, Window.noLauncher))
struct LiveScreenTests {
    @Test(
        "two straps are listed with keys, a key chooses, the run is shown, q keeps it",
        arguments: [(80, 24), (40, 12)] as [(UInt16, UInt16)]
    )
    func choice(_ size: (columns: UInt16, rows: UInt16)) throws {
        let other = FakeSensor.strap(
            BluetoothAddress(rawValue: 0xC0FF_EE00_0003),
            name: "\u{1B}[2J\u{1B}]0;x\u{7}Evil\u{9B}"
        )
        let stage = try LiveStage(others: [other])
        let window = try stage.open(["live", "--age", "40"], columns: size.columns, rows: size.rows)
        try window.wait(for: "the straps") { $0.shows("Strap") && $0.shows("Evil") && $0.shows("Treadmill") }
        #expect(window.screen.isAlternate && !window.isCooked)
        #expect(window.screen.shows("Which are yours? Press a number."))
        let line = try #require(window.screen.lines.first { $0.contains("Evil") })
        window.type(String(line.drop { $0 == " " }.prefix(1)))
        try window.wait(for: "the run") { $0.shows("live") && !$0.shows("Which are yours?") }
        try window.wait(for: "samples") { _ in other.sentCount > 40 }
        #expect(stage.strap.linkedTo == nil && other.linkedTo != nil)
        window.type("qq")
        #expect(try window.waitForEnd() == 0)
        let screen = window.screen
        #expect(screen.hasEnteredAlternate && !screen.isAlternate && screen.isCursorShown && window.isCooked)
        #expect(screen.trouble.isEmpty, "\(screen.trouble)")
        #expect(screen.printed.hasPrefix("Done: "), "\(screen.printed)")
        let id = try #require(
            screen.printed.firstMatch(of: /Kept as ([-0-9a-f]+)\.\nStop and get help/)?.1,
            "\(screen.printed)"
        )
        #expect(FileManager.default.fileExists(atPath: stage.recordings.appending(path: "\(id).btsnoop").path))
        #expect(stage.settingsText.contains("[sensor \(other.address)]"))
    }

    @Test("a pause by key is shown, is kept, and is in the replay")
    func pause() throws {
        let stage = try LiveStage()
        let window = try stage.open(["live"] + stage.named, columns: 80, rows: 24)
        try window.wait(for: "the run") { $0.shows("bpm") }
        window.type(" ")
        try window.wait(for: "the pause") { $0.shows("paused") }
        let count = stage.strap.sentCount
        try window.wait(for: "a second of pause") { _ in stage.strap.sentCount > count + 30 }
        window.type(" ")
        try window.wait(for: "the end of the pause") { !$0.shows("paused") }
        window.type("qq")
        #expect(try window.waitForEnd() == 0)
        let id = try #require(window.screen.printed.firstMatch(of: /Kept as ([-0-9a-f]+)\./)?.1)
        let show = try Parsed.object(try stage.run("show", String(id), "--json").output)
        #expect((show.whole("paused_ms") ?? 0) > 1000)
        let file = stage.recordings.appending(path: "\(id).btsnoop").path
        let replay = try Program.run("replay", "--json", "--speed", "max", "--age", "40", file).objects()
        #expect(replay.contains { $0.text("to") == "paused_user" })
        #expect(replay.last?.whole("paused_ms") == show.whole("paused_ms"))
        #expect(replay.last?.whole("elapsed_ms") == show.whole("elapsed_ms"))
        try expectPartitions(of: try #require(replay.last), "a run with a pause")
    }

    @Test("an interrupt during the search keeps nothing and restores the terminal", arguments: ["\u{3}", "q"])
    func nothingYet(_ key: String) throws {
        let stage = try LiveStage()
        stage.strap.isOn = false
        stage.treadmill.isOn = false
        let window = try stage.open(["live"], columns: 80, rows: 24)
        try window.wait(for: "the search") { $0.shows("Looking for your sensors.") }
        window.type(key)
        #expect(try window.waitForEnd() == (key == "q" ? 0 : 130))
        #expect(!window.screen.isAlternate && window.isCooked)
        #expect(!FileManager.default.fileExists(atPath: stage.recordings.path))
    }

    @Test("a window that is closed in mid-run leaves the run kept")
    func closedWindow() throws {
        let stage = try LiveStage()
        let window = try stage.open(["live"] + stage.named, columns: 80, rows: 24)
        try window.wait(for: "the run") { $0.shows("bpm") }
        window.shut()
        _ = try window.waitForEnd()
        let sessions = try Parsed.object(try stage.run("list", "--json").output).list("sessions")
        #expect(sessions.count == 1)
        #expect(!stage.bluez.isConnected(stage.strap) && !stage.bluez.isConnected(stage.treadmill))
    }
}
