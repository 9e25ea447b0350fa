import Foundation
import TestSupport
import Testing

extension AdaptersTests {
    /// Units of systemd, judged by systemd itself.
    @Suite(
        "Units of systemd",
        .enabled(if: Places.program("systemd-analyze") != nil, "systemd is not installed here")
    )
    struct UnitFiles {
        private func unit(_ name: String) throws -> String {
            try String(contentsOf: file(name), encoding: .utf8)
        }

        private func file(_ name: String) -> URL { Places.root.appending(path: "Hardware/systemd/\(name).service") }

        @Test("a unit is exposed as little as its work allows", arguments: [("steady", 1.0), ("steady-monitor", 1.5)])
        func exposure(_ name: String, _ limit: Double) throws {
            let run = try MockMachine.run("systemd-analyze", ["security", "--offline=true", file(name).path])
            try #require(run.status == 0)
            let level = run.text.firstMatch(of: /exposure level for [\w.-]+: ([\d.]+)/)?.1
            let exposure = try #require(level.flatMap { Double($0) })
            #expect(exposure < limit)
        }

        /// What systemd has to say against a unit.
        private func complaints(about text: String, _ name: String) throws -> String {
            let folder = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(at: folder) }
            let copy = folder.appending(path: name + ".service")
            try text.write(to: copy, atomically: true, encoding: .utf8)
            let verify = "systemd-analyze verify --man=no --recursive-errors=no '\(copy.path)' 2>&1"
            return try MockMachine.run("sh", ["-c", verify]).text
        }

        @Test("systemd reads every line of a unit without a complaint", arguments: ["steady", "steady-monitor"])
        func verify(_ name: String) throws {
            // systemd looks whether the program is there.
            let text = try unit(name).replacing("/usr/bin/steady", with: "/bin/true")
            #expect(try complaints(about: text, name) == "")
            #expect(try complaints(about: text + "ProtectEverything=yes\n", name).contains("ProtectEverything"))
        }

        @Test("a run's service does not die with BlueZ, and hears udev")
        func lines() throws {
            let text = try unit("steady")
            let lines = text.split(separator: "\n").map(String.init)
            for line in ["Type=notify", "WatchdogSec=30", "Wants=bluetooth.service", "WantedBy=bluetooth.target"] {
                #expect(lines.contains(line), "\(line)")
            }
            #expect(!lines.contains { $0.hasPrefix("Requires=") || $0.hasPrefix("BindsTo=") })
            #expect(!lines.contains("PrivateNetwork=yes"))
            #expect(lines.contains { $0.hasPrefix("RestrictAddressFamilies=") && $0.contains("AF_NETLINK") })
        }

        @Test("only the recorder of traffic has a capability, and just one")
        func capabilities() throws {
            #expect(try unit("steady").contains("\nCapabilityBoundingSet=\n"))
            #expect(try unit("steady-monitor").contains("\nCapabilityBoundingSet=CAP_NET_RAW\n"))
            #expect(try !unit("steady-monitor").contains("\n[Install]"))
        }
    }
}
