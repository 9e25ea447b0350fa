import Capture
import Foundation
import SensorCodec
import TestSupport
import Testing

@Suite("A recording to be shared", .ownThreads)
struct ScrubTests {
    /// What a replay tells, without what may differ: who the sensors are, and what is said of them.
    private func run(of recording: URL) throws -> [String] {
        let outcome = try Program.run("replay", "--json", "--speed", "max", "--age", "40", recording.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.lines.filter { line in
            ["sample", "transition", "cue", "lap", "summary"].contains { line.hasPrefix("{\"event\":\"\($0)\"") }
        }
    }

    /// Makes a recording out of a demo, and scrubs it.
    private func scrub(_ body: (_ home: URL, _ recording: URL, _ clean: URL) throws -> Void) throws {
        try inTemporaryDirectory { home in
            let demo = try Program.run([
                "record", "--demo", "--keep", "--demo-speed", "max", "--demo-script", "dropout", "--age", "40",
                "--home",
                home.path,
            ])
            #expect(demo.status == 0, "\(demo.errors)")
            let folder = home.appending(path: "recordings")
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
            let clean = home.appending(path: "clean.btsnoop")
            expectSuccess(
                try Program.run("export", "--format", "btsnoop", "--scrub", "-o", clean.path, "--home", home.path)
            )
            try body(home, folder.appending(path: name), clean)
        }
    }

    @Test("is the same run, second by second")
    func sameRun() throws {
        try scrub { _, recording, clean in
            let lines = try run(of: recording)
            #expect(lines.count > 600)
            // The scrubbed one has fewer packets where it is not known what they hold.
            #expect(try run(of: clean) == lines)
        }
    }

    @Test("tells no address, no name, no serial number, no words and no day")
    func nothingOfTheRunner() throws {
        let told = Self.telling()
        let secrets: [(String, [UInt8])] = [
            ("name", Array("Alice's strap".utf8)), ("serial number", Array("SN-99887766".utf8)),
            ("words", Array("knee".utf8)), ("address", [0x01, 0x00, 0xD1, 0xEA, 0x57, 0xE1]),
            ("vendor's value", Array("mail@example".utf8)),
        ]
        try inTemporaryDirectory { home in
            let folder = home.appending(path: "recordings")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            let listed = try Program.run(
                "import",
                "--age",
                "40",
                "--json",
                home.making("a", told),
                environment: ["STEADY_HOME": home.path]
            )
            let id = try #require(try Parsed.object(listed.output).text("id"))
            _ = try folder.making("\(id).btsnoop", told)
            let clean = home.appending(path: "clean.btsnoop")
            expectSuccess(
                try Program.run("export", "--format", "btsnoop", "--scrub", "-o", clean.path, "--home", home.path)
            )
            let bytes = try Places.bytes(clean)
            for (what, secret) in secrets {
                #expect(contains(told, secret), "the test itself: \(what)")
                #expect(!contains(bytes, secret), "\(what)")
            }
            let inspected = try Program.run("inspect", "--json", clean.path)
            #expect(inspected.text.contains("\"characteristic\":\"2a37\""))
            #expect(inspected.text.contains("\"time\":\"2000-01-01T00:00:0"))
            #expect(!inspected.text.contains("\"time\":\"2027"))
            let replay = try Program.run("replay", "--json", "--speed", "max", "--age", "40", clean.path)
            #expect(replay.lines.count { $0.contains("\"event\":\"mark\"") } == 1)
            #expect(replay.text.contains("\"sensor\":\"C0:00:00:00:00:01\""))
        }
    }

    /// A recording that is full of what tells whose it is.
    private static func telling() -> [UInt8] {
        var strap = Recorder.strap
        strap.name = "Alice's strap"
        for (handle, uuid) in [(0x31, BluetoothUUID(0x2A25)), (0x41, Recorder.vendorValue)] as [(UInt16, BluetoothUUID)]
        {
            strap.characteristics.append(
                RecordedCharacteristic(handle: handle, valueHandle: handle + 1, properties: 0x02, uuid: uuid)
            )
        }
        var recorder = Recorder()
        recorder.note("session bluez 3600")
        recorder.connect(strap)
        recorder.tell(.read, Array("SN-99887766".utf8), handle: 0x32, strap.address)
        recorder.tell(.read, Array("mail@example".utf8), handle: 0x42, strap.address)
        for beat in 0..<20 as Range<UInt8> {
            recorder.tell(.notify, [0x10, 120 + beat, 0x00, 0x02], handle: 0x12, strap.address)
            if beat == 9 { recorder.note("mark knee hurts, at Alice's") }
        }
        return recorder.bytes
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(part)) != nil
    }
}
