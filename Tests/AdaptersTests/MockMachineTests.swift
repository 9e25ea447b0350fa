import Foundation
import TestSupport
import Testing

extension AdaptersTests {
    @Suite("steady doctor on made-up machines", .enabled(if: MockMachine.isThere, MockMachine.missing))
    struct OnMockMachines {
        private func report(_ machine: String) throws -> (status: Int32, report: MockMachine.Report) {
            let description = MockMachine.folder.appending(path: machine + ".umockdev").path
            let run = try MockMachine.run(
                "umockdev-run",
                ["-d", description, "--", MockMachine.steady.path, "doctor", "--json", "--home", "/tmp"]
            )
            return (run.status, try MockMachine.Report(run.text))
        }

        @Test("a stick is found, with its numbers and its place, and may sleep")
        func stick() throws {
            let (_, report) = try report("stick")
            #expect(report.causes.contains("adapter_sleeps"))
            let adapter = try #require(report.adapters.first)
            #expect(report.adapters.count == 1)
            #expect(adapter["adapter"] as? String == "hci0")
            #expect(adapter["usb"] as? String == "0a12:0001")
            #expect(adapter["product"] as? String == "CSR8510 A10 (0a12:0001)")
            #expect(adapter["path"] as? String == "1-3")
            #expect(adapter["blocked"] as? String == "none")
        }

        @Test("a Raspberry Pi's adapter is built in; its link is no second adapter; its switch blocks it")
        func raspberryPi() throws {
            let (status, report) = try report("raspberry-pi")
            #expect(status == 69)
            #expect(report.causes.first == "hard_blocked")
            #expect(report.adapters.map { $0["product"] as? String } == ["built in (serial)"])
        }

        @Test("a laptop's switch is named, a stick without a driver as well")
        func noAdapter() throws {
            let laptop = try report("laptop")
            #expect(laptop.status == 69)
            #expect(laptop.report.causes.first == "soft_blocked")
            let stick = try report("no-driver")
            #expect(stick.status == 69)
            #expect(stick.report.causes.first == "adapter_without_driver")
        }

        @Test(
            "an adapter that is blocked, let free, pulled out and plugged in is followed",
            .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs Debian's python3")
        )
        func hotplug() throws {
            let run = try MockMachine.run(
                "umockdev-wrapper",
                [
                    "/usr/bin/python3", MockMachine.folder.appending(path: "hotplug.py").path,
                    MockMachine.folder.appending(path: "stick.umockdev").path, MockMachine.steady.path, "doctor",
                    "--watch", "--json", "--home", "/tmp",
                ]
            )
            #expect(run.status == 0)
            var seen: [String] = []
            for line in run.text.split(separator: "\n") {
                let parts = line.split(separator: " ", maxSplits: 1)
                if parts[0] == "end" {
                    seen.append(String(line))
                } else {
                    let adapters = try MockMachine.Report(parts[1]).adapters
                    let states = adapters.map { "\($0["adapter"] ?? "") \($0["blocked"] ?? "")" }
                    seen.append("\(parts[0]): \(states.joined(separator: ", "))")
                }
            }
            #expect(
                seen == [
                    "begin: hci0 none", "block: hci0 soft", "free: hci0 none", "pull: ", "plug: hci0 none",
                    "connect: hci0 soft", "end 0",
                ]
            )
        }
    }

    @Suite("udev rules", .enabled(if: MockMachine.isThere, MockMachine.missing))
    struct Rules {
        /// In a mount namespace of its own the rules of the repository stand where the machine's own are, and /run, where
        /// udevadm keeps what it found, is empty: nothing of the machine is changed.
        private static let canMount = (try? MockMachine.run("unshare", ["-rm", "true"]).status) == 0

        /// Applies all rules to a device of the machine with a stick; answers what udev made of it, and then the device's
        /// power/control.
        private func applied(to device: String, action: String = "add") throws -> [String] {
            let script = """
                set -e
                mount -t tmpfs none /run
                mount --bind '\(Places.root.path)/udev-rules' /etc/udev/rules.d
                exec umockdev-run -d '\(MockMachine.folder.path)/stick.umockdev' -- sh -c '
                    /usr/bin/udevadm test --action=\(action) \(device)
                    cat /sys\(device)/power/control'
                """
            return try MockMachine.run("unshare", ["-rm", "sh", "-c", script]).text.split(separator: "\n")
                .map(String.init)
        }

        private let usb = "/devices/pci0000:00/0000:00:14.0/usb1"

        @Test(
            "Bluetooth on USB stays awake, a hub may sleep, and what goes is left alone",
            .enabled(if: canMount, "this machine allows no user namespaces")
        )
        func awake() throws {
            // The made-up file keeps the end of its longer word.
            #expect(try applied(to: usb + "/1-3").last == "onto")
            #expect(try applied(to: usb + "/1-4").last == "auto")
            #expect(try applied(to: usb + "/1-3", action: "remove").last == "auto")
        }

        @Test(
            "an adapter starts bluetooth.target by the rules of systemd, without one of ours",
            .enabled(if: canMount, "this machine allows no user namespaces")
        )
        func target() throws {
            let lines = try applied(to: usb + "/1-3/1-3:1.0/bluetooth/hci0")
            #expect(lines.contains { $0.hasPrefix("SYSTEMD_WANTS=") && $0.contains("bluetooth.target") })
        }
    }
}
