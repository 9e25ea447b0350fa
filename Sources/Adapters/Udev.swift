import CUdev
import Glibc
import UnixIO

/// A handle of libudev (`udev_new`), which is not thread-safe: it stays on the thread that made it.
@safe
final class Udev {
    private let handle: OpaquePointer

    init() throws(SystemFailure) {
        guard let handle = unsafe udev_new() else {
            throw SystemFailure(action: "open", subject: "udev", code: errno)
        }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe udev_unref(handle) }

    /// All devices of a subsystem, in the order of their paths (`udev_enumerate_scan_devices`); none where `/sys` has no
    /// such subsystem.
    func devices(of subsystem: String, attribute: (name: String, value: String)? = nil) -> [UdevDevice] {
        guard let enumeration = unsafe udev_enumerate_new(handle) else { return [] }
        defer { unsafe udev_enumerate_unref(enumeration) }
        unsafe udev_enumerate_add_match_subsystem(enumeration, subsystem)
        if let attribute { unsafe udev_enumerate_add_match_sysattr(enumeration, attribute.name, attribute.value) }
        guard unsafe udev_enumerate_scan_devices(enumeration) >= 0 else { return [] }
        var devices: [UdevDevice] = []
        var entry = unsafe udev_enumerate_get_list_entry(enumeration)
        while let current = unsafe entry {
            // A device that went away since is left out.
            if let path = unsafe udev_list_entry_get_name(current),
                let device = unsafe udev_device_new_from_syspath(handle, path)
            {
                devices.append(unsafe UdevDevice(owning: device))
            }
            unsafe entry = unsafe udev_list_entry_get_next(current)
        }
        return devices
    }

    /// A monitor of this handle; see ``UdevMonitor``.
    func monitor() throws(SystemFailure) -> UdevMonitor { try unsafe UdevMonitor(handle) }
}

/// A device (`udev_device`), as it was when it was read.
@safe
final class UdevDevice {
    private let device: OpaquePointer

    /// Takes over a reference.
    @unsafe
    fileprivate init(owning device: OpaquePointer) { unsafe self.device = unsafe device }

    deinit { unsafe udev_device_unref(device) }

    /// What there is to know of it.
    var record: DeviceRecord {
        DeviceRecord(
            path: unsafe text(udev_device_get_devpath(device)) ?? "",
            name: unsafe text(udev_device_get_sysname(device)) ?? "",
            subsystem: unsafe text(udev_device_get_subsystem(device)),
            type: unsafe text(udev_device_get_devtype(device))
        ) { name in
            unsafe text(udev_device_get_property_value(device, name))
                ?? text(udev_device_get_sysattr_value(device, name))
        }
    }

    /// The device that this one hangs on (`udev_device_get_parent`).
    var parent: UdevDevice? { unsafe reference(udev_device_get_parent(device)) }

    /// The next one of this kind on the way to the root (`udev_device_get_parent_with_subsystem_devtype`).
    func ancestor(_ subsystem: String, _ type: String) -> UdevDevice? {
        unsafe reference(udev_device_get_parent_with_subsystem_devtype(device, subsystem, type))
    }

    /// Parents belong to their children: whoever keeps one needs a reference of its own.
    @unsafe
    private func reference(_ borrowed: OpaquePointer?) -> UdevDevice? {
        guard let borrowed = unsafe borrowed else { return nil }
        return unsafe UdevDevice(owning: udev_device_ref(borrowed))
    }

    @unsafe
    private func text(_ text: UnsafePointer<CChar>?) -> String? {
        unsafe text.map { unsafe String(cString: $0) }
    }
}
