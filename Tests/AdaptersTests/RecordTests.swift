import Doctor
import Testing

@testable import Adapters

@Suite("Adapters of the machine")
struct AdaptersTests {
    private let bus = "/devices/pci0000:00/0000:00:14.0/usb1/1-3"

    private func record(
        _ path: String,
        _ subsystem: String,
        _ type: String? = nil,
        _ values: [String: String] = [:]
    ) -> DeviceRecord {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        return DeviceRecord(path: path, name: name, subsystem: subsystem, type: type) { values[$0] }
    }

    private var stick: DeviceRecord {
        record(
            bus,
            "usb",
            "usb_device",
            [
                "idVendor": "0a12", "idProduct": "0001", "power/control": "auto", "product": "CSR8510 A10   ",
                "bDeviceSubClass": "01", "bDeviceProtocol": "01",
            ]
        )
    }

    private var host: HostAdapters.Host {
        HostAdapters.Host(record: record(bus + "/1-3:1.0/bluetooth/hci0", "bluetooth", "host"), usb: stick)
    }

    private func rfkill(_ path: String, _ values: [String: String]) -> DeviceRecord {
        record(path, "rfkill", nil, values.merging(["RFKILL_TYPE": "bluetooth"]) { $1 })
    }

    @Test("a stick has its numbers, its name and its place")
    func usb() {
        let adapters = HostAdapters(hosts: [host], switches: [], controllers: [stick])
        let device = USBDevice(vendor: "0a12", product: "0001", name: "CSR8510 A10", port: "1-3")
        #expect(adapters.list == [HostAdapter(name: "hci0", attachment: .usb(device), path: "1-3", maySleep: true)])
        #expect(adapters.list[0].product == "CSR8510 A10 (0a12:0001)")
        #expect(adapters.withoutDriver.isEmpty)
    }

    @Test("the name that udev's database has counts more than the stick's own, and so does its place")
    func database() {
        var host = host
        host.usb?.values["ID_MODEL_FROM_DATABASE"] = "Bluetooth Dongle (HCI mode)"
        host.usb?.values["ID_PATH"] = "pci-0000:00:14.0-usb-0:3"
        let adapter = HostAdapters(hosts: [host], switches: [], controllers: []).list[0]
        #expect(adapter.product == "Bluetooth Dongle (HCI mode) (0a12:0001)")
        #expect(adapter.path == "pci-0000:00:14.0-usb-0:3")
    }

    @Test("an adapter without USB is built in")
    func builtIn() {
        let path = "/devices/platform/soc/fe201000.serial/serial0/serial0-0"
        let host = HostAdapters.Host(
            record: record(path + "/bluetooth/hci0", "bluetooth", "host"),
            parent: record(path, "serial")
        )
        let adapter = HostAdapters(hosts: [host], switches: [], controllers: []).list[0]
        #expect(adapter.product == "built in (serial)")
        #expect(adapter.path == "serial0-0")
        #expect(adapter.maySleep == nil)
    }

    @Test(
        "a switch says its state by its attributes, else by udev's number",
        arguments: [
            (["soft": "0", "hard": "0"], RadioBlock.none), (["soft": "1", "hard": "0"], .soft),
            (["soft": "1", "hard": "1"], .hard), (["soft": "0", "hard": "0", "RFKILL_STATE": "0"], .none),
            (["RFKILL_STATE": "0"], .soft), (["RFKILL_STATE": "1"], .none), (["RFKILL_STATE": "2"], .hard),
            ([:], .none),
        ]
    )
    func states(_ values: [String: String], _ block: RadioBlock) {
        let own = rfkill(host.record.path + "/rfkill7", values)
        #expect(HostAdapters(hosts: [host], switches: [own], controllers: []).list[0].block == block)
    }

    @Test("a switch of the machine belongs to no adapter, and other radios' switches to nobody")
    func switches() {
        let laptop = rfkill(
            "/devices/platform/thinkpad_acpi/rfkill/rfkill0",
            ["RFKILL_NAME": "tpacpi_bluetooth_sw", "soft": "1"]
        )
        let wifi = record("/devices/pci/ieee80211/phy0/rfkill1", "rfkill", nil, ["RFKILL_TYPE": "wlan", "soft": "1"])
        let adapters = HostAdapters(hosts: [host], switches: [laptop, wifi], controllers: [])
        #expect(adapters.list[0].block == .none)
        #expect(adapters.switches == [RadioSwitch(name: "tpacpi_bluetooth_sw", block: .soft)])
    }

    @Test("a stick that no adapter hangs on has no driver; a wireless controller of another kind is none of ours")
    func driver() {
        var other = stick
        other.path += "1"
        other.values["bDeviceProtocol"] = "02"
        let adapters = HostAdapters(hosts: [], switches: [], controllers: [stick, other])
        #expect(adapters.withoutDriver.map(\.product) == ["0001"])
    }

    @Test("adapters come in the order of their numbers")
    func order() {
        let hosts = ["hci10", "hci2", "hci0"].map {
            HostAdapters.Host(record: record("/devices/virtual/bluetooth/\($0)", "bluetooth", "host"))
        }
        #expect(
            HostAdapters(hosts: hosts, switches: [], controllers: []).list.map(\.name) == ["hci0", "hci2", "hci10"]
        )
    }
}
