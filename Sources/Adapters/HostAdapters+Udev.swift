public import Doctor
public import UnixIO

extension HostAdapters {
    /// What is plugged in now. Throws where libudev does not work at all; a machine without Bluetooth, or a container, has
    /// no adapters.
    public static func now() throws(SystemFailure) -> Self { Self(try Udev()) }

    init(_ udev: Udev) {
        let hosts = udev.devices(of: "bluetooth").filter { $0.record.type == "host" }
        self.init(
            hosts: hosts.map { device in
                Host(
                    record: device.record,
                    usb: device.ancestor("usb", "usb_device")?.record,
                    parent: device.parent?.record
                )
            },
            switches: udev.devices(of: "rfkill").map(\.record),
            controllers: udev.devices(of: "usb", attribute: ("bDeviceClass", "e0")).map(\.record)
        )
    }
}
