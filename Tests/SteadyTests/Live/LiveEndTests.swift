import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("How a live run begins and ends", .ownThreads, .serialized)
struct LiveEndTests {
    static let commands = [["live", "--json"], ["live"], ["record", "--json"]]

    @Test("Control-C before anything came keeps nothing, and says so by its status", arguments: commands)
    func nothingYet(_ command: [String]) throws {
        let stage = try LiveStage()
        stage.strap.isOn = false
        stage.treadmill.isOn = false
        let child = try stage.start(command + stage.named)
        try stage.wait(for: "the search") { stage.bluez.isDiscovering }
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 130 && !outcome.wasKilled, "\(outcome.errors)")
        #expect(outcome.output.isEmpty, "\(outcome.text)")
        #expect(!FileManager.default.fileExists(atPath: stage.recordings.path))
        #expect(!FileManager.default.fileExists(atPath: stage.home.appending(path: "steady.sqlite").path))
    }

    @Test("a termination ends a run as properly as Control-C", arguments: [SIGTERM, SIGHUP])
    func termination(_ signal: CInt) throws {
        let stage = try LiveStage()
        let child = try stage.start(["live"] + stage.named)
        try stage.wait(for: child, toSay: "bpm")
        child.signal(signal)
        let outcome = try stage.end(of: child)
        #expect(outcome.status == 0 && !outcome.wasKilled, "\(outcome.errors)")
        #expect(outcome.lines.last?.hasPrefix("Kept as ") ?? false, "\(outcome.text)")
        #expect(!outcome.output.contains(0x1B))
        let list = try FileManager.default.contentsOfDirectory(atPath: stage.recordings.path)
        #expect(list.count == 1)
        #expect(!stage.bluez.isConnected(stage.strap) && !stage.bluez.isConnected(stage.treadmill))
    }

    @Test("when nobody reads the lines any more, the run ends and is kept")
    func closedPipe() throws {
        let stage = try LiveStage()
        let child = try stage.start(["live", "--json"] + stage.named)
        try stage.wait(for: child, toSay: "\"event\":\"sample\"", times: 2)
        child.stopReading()
        let outcome = try stage.end(of: child)
        #expect(outcome.status == 0 && !outcome.wasKilled, "\(outcome.errors)")
        let sessions = try Parsed.object(try stage.run("list", "--json").output).list("sessions")
        #expect(try sessions.map { $0.text("id") } == [outcome.sessionID()])
        #expect((sessions.first?.whole("elapsed_ms") ?? 0) >= 1000)
    }

    @Test("a home that cannot be written to lets the run go on; that nothing is kept is told, and nothing else")
    func unwritableHome() throws {
        let stage = try LiveStage()
        // A file where the folder would be: that stops root, too.
        try Data().write(to: stage.home)
        let child = try stage.start(["live"] + stage.named)
        try stage.wait(for: child, toSay: "bpm")
        let outcome = try stage.interrupt(child)
        #expect(!outcome.wasKilled)
        #expect(outcome.errors.contains("nothing of this run is kept"), "\(outcome.errors)")
        #expect(!outcome.text.contains("Kept as"), "\(outcome.text)")
        #expect(outcome.status == 0)
    }

    @Test("recordings that cannot be made let the run go on; that nothing is kept is told")
    func unwritableRecordings() throws {
        let stage = try LiveStage()
        try FileManager.default.createDirectory(at: stage.home, withIntermediateDirectories: false)
        try Data().write(to: stage.recordings)
        let outcome = try stage.runFor(samples: 2)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("nothing of this run is kept"), "\(outcome.errors)")
        #expect(try outcome.objects().last?.text("event") == "summary")
    }

    @Test("record keeps a run, and says so on standard error alone")
    func record() throws {
        let stage = try LiveStage()
        let outcome = try stage.runFor(samples: 2, ["record", "--json"])
        #expect(outcome.status == 0)
        #expect(try outcome.objects().last?.text("event") == "summary")
        #expect(outcome.errors.contains("kept as \(try outcome.sessionID())"), "\(outcome.errors)")
        try expectSameInReplay(outcome, stage)
    }

    @Test("times of idleness that make no sense are refused", arguments: ["0", "1441", "x"])
    func idleEnd(_ minutes: String) throws {
        expectFailure(try Program.run("record", "--idle-end", minutes), 64, says: "idle-end")
    }
}

@Suite("Live commands without Bluetooth", .ownThreads)
struct LiveWithoutBusTests {
    @Test(
        "without a message bus they end within ten seconds, with a sentence",
        arguments: [["live", "--json"], ["scan", "--json"]]
    )
    func noBus(_ command: [String]) throws {
        try inTemporaryDirectory { folder in
            let began = Date()
            let outcome = try Program.run(
                command,
                environment: [
                    "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(folder.path)/none",
                    "STEADY_HOME": folder.appending(path: "home").path,
                ]
            )
            #expect(outcome.status == 69)
            #expect(outcome.output.isEmpty)
            let lines = outcome.errorLines.filter { !$0.hasPrefix("steady: age 40 is assumed") }
            #expect(lines.first?.contains("no message bus") ?? false, "\(outcome.errors)")
            #expect(lines.count <= 2 && Set(lines).count == lines.count, "\(outcome.errors)")
            #expect(Date().timeIntervalSince(began) < 15)
        }
    }
}
