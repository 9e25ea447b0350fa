import Doctor
import Foundation
import TestSupport
import Testing

extension DoctorTests {
    @Suite("Limits of connections, and versions")
    struct LimitsAndVersions {
        @Test("section [LE] of main.conf is read, and nothing else of it")
        func mainConf() {
            let text = """
                [General]
                MaxConnectionInterval=9
                [LE]
                #MinConnectionInterval=7
                 MaxConnectionInterval = 0x190
                ConnectionLatency=
                ConnectionSupervisionTimeout=600
                [GATT]
                ConnectionLatency=4
                """
            #expect(
                ConnectionLimits(mainConf: text) == ConnectionLimits(maximumInterval: 400, supervisionTimeout: 600)
            )
        }

        @Test(
            "what is no number of the specification is left to the kernel",
            arguments: [
                "", "[LE]", "[LE]\nMaxConnectionInterval=5", "[LE]\nConnectionLatency=many", "[LE]\n=\n==\n[", "\0",
            ]
        )
        func odd(_ text: String) {
            #expect(ConnectionLimits(mainConf: text) == ConnectionLimits())
        }

        @Test("a time-out has to be more than two intervals")
        func contradiction() {
            #expect(!ConnectionLimits().refusesEverything)
            #expect(ConnectionLimits(minimumInterval: 41).refusesEverything)
            #expect(ConnectionLimits(latency: 4).refusesEverything)
            #expect(!ConnectionLimits(latency: 3).refusesEverything)
            #expect(ConnectionLimits(maximumInterval: 168).refusesEverything)
            #expect(!ConnectionLimits(maximumInterval: 167).refusesEverything)
        }

        @Test("the commands that widen the limits do so, and may be given twice")
        func commands() throws {
            let sensors: [(UInt8, ConnectionLimits)] = [
                (0x3B, ConnectionLimits(maximumInterval: 400, supervisionTimeout: 600)),
                (0x08, ConnectionLimits(maximumInterval: 24, supervisionTimeout: 300)),
            ]
            for (reason, expected) in sensors {
                let facts = Machine.with {
                    $0.sensors = [SensorFacts(name: "strap", presence: .connected, disconnectReason: reason)]
                }
                let command = try #require(Diagnosis(facts).findings.first?.mend?.text)
                let conf = "[General]\n\n[LE]\n#MinConnectionInterval=\nMaxConnectionInterval=24\n\n[GATT]\n"
                let once = try edited(conf, by: command)
                #expect(ConnectionLimits(mainConf: once) == expected)
                #expect(try edited(once, by: command) == once)
            }
            let facts = Machine.with { $0.limits.maximumInterval = 400 }
            let command = try #require(Diagnosis(facts).findings.first?.mend?.text)
            let conf = "[LE]\nMaxConnectionInterval=400\n#ConnectionLatency=\n[GATT]\n"
            #expect(try edited(conf, by: command) == "[LE]\n#ConnectionLatency=\n[GATT]\n")
        }

        /// A text after the part of a command that edits a file, which a shell does here without `sudo` and elsewhere.
        private func edited(_ text: String, by command: String) throws -> String {
            let file = FileManager.default.temporaryDirectory.appending(path: "main-\(UUID().uuidString).conf")
            try text.write(to: file, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(at: file) }
            let parts = command.components(separatedBy: " && ")
            #expect(parts.last == "sudo systemctl restart bluetooth")
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            let edit = parts[0].replacing("sudo ", with: "").replacing("/etc/bluetooth/main.conf", with: file.path)
            shell.arguments = ["-c", edit]
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 0)
            return try String(contentsOf: file, encoding: .utf8)
        }

        @Test("versions are read and compared by their numbers")
        func versions() {
            #expect(BlueZVersion("5.66\n") == BlueZVersion(5, 66))
            #expect(BlueZVersion("5.9").map { $0 < BlueZVersion(5, 66) } == true)
            #expect(BlueZVersion(" 5.84.1 ") == BlueZVersion(5, 84))
            for text in ["", "5", "5.", ".66", "bluetoothd", "5.x", "-5.66"] {
                #expect(BlueZVersion(text) == nil, "\(text)")
            }
        }

        @Test("versions with a known fault are told apart from their neighbours")
        func faults() {
            let faulty = (40...90).filter { BlueZVersion(5, $0).trouble != nil }
            #expect(faulty == Array(40...61) + [71, 78, 87])
        }
    }
}
