import FakeBlueZ
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("Choosing, finding and remembering sensors", .ownThreads, .serialized)
struct LiveToolTests {
    private let second = FakeSensor.strap(BluetoothAddress(rawValue: 0xC0FF_EE00_0003), name: "Other strap")

    @Test("several straps are told on standard error with their addresses, and none is taken")
    func severalStraps() throws {
        let stage = try LiveStage(others: [second])
        let child = try stage.start(["live", "--json", "--age", "40"])
        try stage.wait(for: child, toSay: second.address.description)
        let outcome = try stage.interrupt(child)
        #expect(outcome.errors.contains("several sensors of a kind; say which with --strap"), "\(outcome.errors)")
        #expect(outcome.errors.contains("heart_rate  \(stage.strap.address)  Strap"), "\(outcome.errors)")
        #expect(outcome.errors.contains("heart_rate  \(second.address)  Other strap"), "\(outcome.errors)")
        #expect(second.linkedTo == nil && stage.strap.linkedTo == nil)
    }

    @Test("of several straps the named one is followed")
    func namedStrap() throws {
        let stage = try LiveStage(others: [second])
        let child = try stage.start([
            "live", "--json", "--age", "40", "--strap", second.address.description, "--treadmill",
            stage.treadmill.address.description,
        ])
        try stage.wait(for: child, toSay: "\"heart_rate_bpm\"", times: 2)
        let outcome = try stage.interrupt(child)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Other strap") && !outcome.text.contains("\"Strap\""))
        #expect(stage.strap.sentCount == 0)
    }

    @Test("scan shows every sensor once, with what it is, its address and its name")
    func scan() throws {
        let stage = try LiveStage(others: [second])
        second.name = "\u{1B}[31mRed\u{7}"
        let outcome = try stage.end(of: try stage.start(["scan", "--seconds", "1"]))
        expectSuccess(outcome)
        #expect(outcome.lines.count { $0.contains("C0:FF:EE") } == 3, "\(outcome.text)")
        for (word, sensor) in [("strap", stage.strap), ("treadmill", stage.treadmill), ("strap", second)] {
            let line = outcome.lines.first { $0.contains(sensor.address.description) } ?? ""
            #expect(line.hasPrefix(word) && line.contains("dBm"), "\(outcome.text)")
        }
        #expect(!stage.bluez.isDiscovering)
        #expect(stage.bluez.record.count("Connect") == 0)
        #expect(!FileManager.default.fileExists(atPath: stage.home.path))
    }

    @Test("scan --json is a line for each sensor")
    func scanJSON() throws {
        let stage = try LiveStage()
        let outcome = try stage.end(of: try stage.start(["scan", "--json", "--seconds", "1"]))
        expectSuccess(outcome)
        let lines = try outcome.objects()
        #expect(lines.count == 2)
        let strap = lines.first { $0.text("device") == stage.strap.address.description }
        #expect(strap?.text("kind") == "heart_rate" && strap?.text("name") == "Strap")
        #expect((strap?.whole("rssi_dbm") ?? 0) < 0)
        #expect((strap?["services"] as? [String])?.contains("180d") ?? false)
    }

    @Test("where no sensor is, scan says so, and --json says nothing")
    func scanNothing() throws {
        let stage = try LiveStage()
        stage.strap.isOn = false
        stage.treadmill.isOn = false
        let words = try stage.run("scan", "--seconds", "1")
        expectSuccess(words)
        #expect(words.text.hasPrefix("No sensor was heard."))
        let json = try stage.run("scan", "--seconds", "1", "--json")
        expectSuccess(json)
        #expect(json.output.isEmpty)
    }

    @Test("devices shows what is remembered, tells of odd lines, and forgets")
    func devices() throws {
        try inTemporaryDirectory { folder in
            let home = ["STEADY_HOME": folder.path]
            let none = try Program.run("devices", environment: home)
            expectSuccess(none)
            #expect(none.text == "No sensor is remembered yet. `steady` looks for them.\n")
            let text = """
                # mine
                [sensor C0:FF:EE:00:00:01]
                kind = heart_rate
                name = Polar H10 12345678

                [sensor C0:FF:EE:00:00:02]
                kind = treadmill
                speed = high

                """
            let file = folder.appending(path: "steady.conf")
            try Data(text.utf8).write(to: file)
            let words = try Program.run("devices", environment: home)
            #expect(words.status == 0)
            #expect(words.errorLines.count == 1 && words.errors.contains("line 8, means nothing: speed = high"))
            #expect(words.lines.first?.contains("C0:FF:EE:00:00:01") ?? false, "\(words.text)")
            let json = try Parsed.object(try Program.run("devices", "--json", environment: home).output)
            #expect(json.list("devices").map { $0.text("kind") } == ["heart_rate", "treadmill"])
            #expect(json.list("devices").first?.text("profile") != nil)

            let forgotten = try Program.run("devices", "--forget", "c0:ff:ee:00:00:01", "--json", environment: home)
            #expect(forgotten.status == 0)
            #expect(try Parsed.object(forgotten.output).list("devices").count == 1)
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("# mine\n"))
            let again = try Program.run("devices", "--forget", "C0:FF:EE:00:00:01", environment: home)
            #expect(again.status == 66)
            #expect(again.output.isEmpty && again.errors.contains("no sensor C0:FF:EE:00:00:01 is remembered"))
            expectFailure(try Program.run("devices", "--forget", "strap", environment: home), 64)
        }
    }

    @Test("what is written to a control point reaches the machine, and its answer is shown")
    func controlPoint() throws {
        let stage = try LiveStage()
        let address = stage.treadmill.address.description
        let words = try stage.run("control-point", address, "00")
        expectSuccess(words)
        #expect(words.lines.last?.contains("success") ?? false, "\(words.text)")
        let json = try stage.run("control-point", address, "07", "--json")
        expectSuccess(json)
        let answer = try Parsed.object(json.output)
        #expect(answer.text("characteristic") == "2ad9" && answer.text("hex") == "800701")
        let control = stage.treadmill.characteristics.first { $0.uuid == 0x2AD9 }
        #expect(control?.written == [[0], [7]])
        #expect(!stage.bluez.isConnected(stage.treadmill))
        expectFailure(try Program.run("control-point", address, "0"), 64, says: "octets in hex")
    }

    @Test("a machine that cannot be reached is told in time")
    func controlPointOfNobody() throws {
        let stage = try LiveStage()
        stage.treadmill.isOn = false
        let outcome = try stage.run("control-point", stage.treadmill.address.description, "00", "--seconds", "1")
        expectFailure(outcome, 74, says: "could not be reached")
    }
}
