import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("steady live, from bluetoothd to the log", .ownThreads, .serialized)
struct LiveTests {
    @Test(
        "strap and treadmill are found, followed and remembered; the run is kept, and a replay of it is the run again"
    )
    func wholeRun() throws {
        let stage = try LiveStage()
        let child = try stage.start(["live", "--json", "--age", "40"])
        try stage.wait(for: child, toSay: "\"speed_km_h\"", times: 3)
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0 && !outcome.wasKilled, "\(outcome.errors)")
        let lines = try outcome.objects()
        #expect(lines.first?.text("event") == "session" && lines.first?.text("source") == "bluez")
        #expect(lines.last?.text("event") == "summary")
        try expectPartitions(of: try #require(lines.last), "a live run")
        let names = Set(lines.filter { $0.text("event") == "sensor" }.compactMap { $0.text("name") })
        #expect(names == ["Strap", "Treadmill"])
        #expect(stage.bluez.record.violations.isEmpty, "\(stage.bluez.record.violations)")
        try expectSameInReplay(outcome, stage)

        #expect(stage.settingsText.contains("[sensor \(stage.strap.address)]\nkind = heart_rate\nname = Strap\n"))
        #expect(
            stage.settingsText.contains("[sensor \(stage.treadmill.address)]\nkind = treadmill\nname = Treadmill\n")
        )
        let id = try outcome.sessionID()
        let log = try Parsed.object(try stage.run("list", "--json").output).list("sessions")
        #expect(log.count == 1)
        #expect(log.first?.text("id") == id && log.first?.text("source") == "bluez")
        #expect(log.first?.whole("elapsed_ms") == lines.last?.whole("elapsed_ms"))
        for file in ["steady.conf", "steady.sqlite", "recordings/\(id).btsnoop"] {
            #expect(try mode(stage.home.appending(path: file)) == 0o600, "\(file)")
        }
        #expect(try mode(stage.home) == 0o700)
        #expect(try mode(stage.recordings) == 0o700)
    }

    @Test("remembered sensors are followed without a question, though others of their kind are in reach")
    func remembered() throws {
        let other = FakeSensor.strap(BluetoothAddress(rawValue: 0xC0FF_EE00_0009), name: "Neighbour")
        let stage = try LiveStage(others: [other])
        try FileManager.default.createDirectory(at: stage.home, withIntermediateDirectories: true)
        let text = "# mine\n[sensor \(stage.strap.address)]\nkind = heart_rate\nname = My strap\ncolour = red\n"
        try Data(text.utf8).write(to: stage.settings)
        let child = try stage.start(["live", "--json", "--age", "40"])
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 2)
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0)
        #expect(!outcome.errors.contains("several"), "\(outcome.errors)")
        #expect(!outcome.text.contains("Neighbour"))
        #expect(other.linkedTo == nil)
        // What the runner wrote stands as it did.
        #expect(stage.settingsText.hasPrefix(text), "\(stage.settingsText)")
    }

    private func mode(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }
}

/// That the recording of a run gives the very lines of the run, but for where they come from.
func expectSameInReplay(
    _ live: Program.Outcome,
    _ stage: LiveStage,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = stage.recordings.appending(path: try live.sessionID() + ".btsnoop")
    let replay = try Program.run(["replay", "--json", "--speed", "max", file.path, "--age", "40"])
    #expect(replay.status == 0, sourceLocation: sourceLocation)
    let expected = live.text.replacing("\"source\":\"bluez\"", with: "\"source\":\"replay\"", maxReplacements: 1)
    let pairs = zip(replay.lines, expected.split(separator: "\n")).enumerated()
    if let odd = pairs.first(where: { $0.element.0 != $0.element.1 }) {
        Issue.record(
            "line \(odd.offset + 1): live \(odd.element.1), replay \(odd.element.0)",
            sourceLocation: sourceLocation
        )
    }
    #expect(replay.lines.count == live.lines.count, sourceLocation: sourceLocation)
}
