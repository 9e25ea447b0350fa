import Doctor
import Foundation
import Testing

@testable import Adapters

extension AdaptersTests {
    @Suite("Facts from files and programs")
    struct Probe {
        /// A machine made of files, and what its programs print.
        private func facts(
            _ files: [String: String],
            answers: [String: String] = [:],
            home: String? = nil
        ) throws -> HostFacts {
            let root = FileManager.default.temporaryDirectory.appending(path: "host-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: root) }
            for (path, text) in files {
                let file = root.appending(path: path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try text.write(to: file, atomically: true, encoding: .utf8)
                if text.hasPrefix("#!") {
                    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
                }
            }
            let probe = HostProbe(root: root.path) { program, _ in
                answers[String(program.split(separator: "/").last ?? "")]
            }
            let adapters = HostAdapters(list: [HostAdapter(name: "hci0")])
            return probe.facts(home: home, adapters: adapters, bluez: .unknown)
        }

        @Test("of a machine that tells nothing, nothing is known, but that BlueZ is not installed")
        func nothing() throws {
            var expected = HostFacts()
            expected.adapters = HostAdapters(list: [HostAdapter(name: "hci0")])
            expected.bluetoothd.isInstalled = false
            #expect(try facts([:]) == expected)
        }

        @Test("BlueZ, its version and its state")
        func bluez() throws {
            let facts = try facts(
                ["usr/libexec/bluetooth/bluetoothd": "#!"],
                answers: [
                    "bluetoothd": "5.66\n", "systemctl": "LoadState=loaded\nActiveState=failed\n",
                    "id": "ada bluetooth\n",
                ]
            )
            #expect(
                facts.bluetoothd
                    == BluetoothService(isInstalled: true, state: .failed, version: BlueZVersion(5, 66))
            )
            #expect(facts.groups == ["ada", "bluetooth"])
        }

        @Test(
            "the state of the service",
            arguments: [
                ("LoadState=loaded\nActiveState=active", BluetoothService.State.running),
                ("LoadState=loaded\nActiveState=inactive", .stopped),
                ("LoadState=masked\nActiveState=inactive", .masked), ("ActiveState=failed", .failed),
                ("ActiveState=activating", .unknown), ("", .unknown),
            ]
        )
        func states(_ text: String, _ state: BluetoothService.State) {
            #expect(BluetoothService.State(systemctl: text) == state)
        }

        @Test("what the kernel took counts more than what main.conf sets")
        func limits() throws {
            let conf = [
                "etc/bluetooth/main.conf": "[LE]\nMaxConnectionInterval=400\nConnectionSupervisionTimeout=600\n"
            ]
            #expect(
                try facts(conf).limits == ConnectionLimits(maximumInterval: 400, supervisionTimeout: 600)
            )
            let folder = "sys/kernel/debug/bluetooth/hci0/"
            let kernel = [folder + "conn_max_interval": "40\n", folder + "conn_latency": "0\n"]
            #expect(
                try facts(conf.merging(kernel) { $1 }).limits
                    == ConnectionLimits(maximumInterval: 40, latency: 0, supervisionTimeout: 600)
            )
        }

        @Test("a Raspberry Pi that is on its own Wi-Fi")
        func raspberryPi() throws {
            var files = [
                "proc/device-tree/model": "Raspberry Pi 4 Model B Rev 1.4\0",
                "sys/class/net/wlan0/device/uevent": "DRIVER=brcmfmac\nOF_NAME=wifi\n",
                "sys/class/net/wlan0/operstate": "up\n",
            ]
            let found = try facts(files)
            #expect(found.isRaspberryPi && found.usesOwnWiFi)
            files["sys/class/net/wlan0/operstate"] = "down\n"
            #expect(try !facts(files).usesOwnWiFi)
        }

        @Test(
            "the right to open the monitor",
            arguments: [
                ("Name:\tsteady\nCapEff:\t0000000000002000\n", true), ("CapEff:\t000001ffffffffff\n", true),
                ("CapInh:\t0000000000002000\nCapEff:\t0000000000000000\n", false), ("CapEff:\tx\n", nil), ("", nil),
            ] as [(String, Bool?)]
        )
        func capability(_ text: String, _ expected: Bool?) {
            #expect(ProcessStatus.mayOpenRawSockets(text) == expected)
        }

        @Test("a home that is not there yet can be made where its parent can be written")
        func home() throws {
            #expect(try facts(["home/ada/x": ""], home: "/home/ada/.local/share/steady").isHomeWritable == true)
            #expect(try facts(["home/ada": "a file"], home: "/home/steady").isHomeWritable == true)
            #expect(try facts(["home/ada": "a file"], home: "/home/ada").isHomeWritable == false)
            #expect(try facts(["home/ada": "a file"], home: "/home/ada/steady").isHomeWritable == false)
            #expect(try facts([:], home: "beside/me").isHomeWritable == true)
        }
    }
}
