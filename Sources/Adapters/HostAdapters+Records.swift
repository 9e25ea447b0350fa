import Doctor

/// Records of devices -> adapters, without any input or output.
extension HostAdapters {
    /// An adapter, and what it hangs on.
    struct Host: Equatable {
        var record: DeviceRecord
        /// The stick, when it hangs on USB.
        var usb: DeviceRecord?
        /// Its next parent.
        var parent: DeviceRecord?
    }

    /// Puts together adapters, the switches of radios, and all devices on USB that are wireless controllers.
    init(hosts: [Host], switches: [DeviceRecord], controllers: [DeviceRecord]) {
        let switches = switches.filter { $0.values["RFKILL_TYPE"] == "bluetooth" }
        let list = hosts.map { host in
            HostAdapter(host, switches.filter { $0.belongs(to: host.record) }.map(\.block))
        }
        let others = switches.filter { entry in !hosts.contains { entry.belongs(to: $0.record) } }
        let used = hosts.compactMap { $0.usb?.path }
        self.init(
            list: list.sorted { ($0.name.count, $0.name) < ($1.name.count, $1.name) },
            switches: others.map { RadioSwitch(name: $0.values["RFKILL_NAME"] ?? $0.name, block: $0.block) },
            withoutDriver: controllers.filter { $0.isBluetooth && !used.contains($0.path) }.map(USBDevice.init)
        )
    }
}

extension HostAdapter {
    fileprivate init(_ host: HostAdapters.Host, _ blocks: [RadioBlock]) {
        self.init(name: host.record.name)
        if let usb = host.usb {
            attachment = .usb(USBDevice(usb))
            maySleep = usb.values["power/control"].map { $0 == "auto" }
        } else {
            attachment = .builtIn(bus: host.parent?.subsystem)
        }
        path = host.record.values["ID_PATH"] ?? host.usb?.values["ID_PATH"] ?? host.usb?.name ?? host.parent?.name
        block = blocks.contains(.hard) ? .hard : blocks.contains(.soft) ? .soft : .none
    }
}

extension USBDevice {
    fileprivate init(_ record: DeviceRecord) {
        let values = record.values
        self.init(
            vendor: values["idVendor"] ?? "0000",
            product: values["idProduct"] ?? "0000",
            name: values["ID_MODEL_FROM_DATABASE"] ?? values["product"] ?? values["ID_VENDOR_FROM_DATABASE"],
            port: record.name
        )
    }
}

extension DeviceRecord {
    /// A switch of an adapter is its child, or bears its name.
    fileprivate func belongs(to adapter: DeviceRecord) -> Bool {
        path.hasPrefix(adapter.path + "/") || values["RFKILL_NAME"] == adapter.name
    }

    /// What a switch says: its two attributes, which are always new; else the state that udev passed on, which is 0 for
    /// soft, 1 for none, 2 for hard.
    fileprivate var block: RadioBlock {
        if values["hard"] == "1" { return .hard }
        if values["soft"] == "1" { return .soft }
        if values["hard"] != nil || values["soft"] != nil { return .none }
        switch values["RFKILL_STATE"] {
        case "0": return .soft
        case "2": return .hard
        default: return .none
        }
    }

    /// Of the wireless controllers, those of subclass 1 (radio) and protocol 1 are Bluetooth.
    fileprivate var isBluetooth: Bool {
        type == "usb_device" && values["bDeviceSubClass"] == "01" && values["bDeviceProtocol"] == "01"
    }
}
