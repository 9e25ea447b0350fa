import CUdev
import Glibc
import UnixIO

/// What udev tells about devices that come, go and change (`udev_monitor`), after its rules have been applied: adapters
/// and the switches of radios.
@safe
final class UdevMonitor {
    private let monitor: OpaquePointer

    /// Hears from now on. Takes a reference of the handle.
    @unsafe
    init(_ udev: OpaquePointer) throws(SystemFailure) {
        guard let monitor = unsafe udev_monitor_new_from_netlink(udev, "udev") else {
            throw SystemFailure(action: "watch", subject: "devices", code: errno)
        }
        unsafe self.monitor = unsafe monitor
        // Links come as children hciN:HANDLE of the type "link": they are not asked for.
        unsafe udev_monitor_filter_add_match_subsystem_devtype(monitor, "bluetooth", "host")
        unsafe udev_monitor_filter_add_match_subsystem_devtype(monitor, "rfkill", nil)
        let code = unsafe udev_monitor_enable_receiving(monitor)
        if code < 0 { throw SystemFailure(action: "watch", subject: "devices", code: -code) }
    }

    deinit { unsafe udev_monitor_unref(monitor) }

    /// Readable when there is news; it belongs to this, and does not block.
    var descriptor: CInt { unsafe udev_monitor_get_fd(monitor) }

    /// Takes all news that came (`udev_monitor_receive_device`); whether there was any. Too many at once (ENOBUFS) are
    /// news as well: some were lost.
    func takeNews() -> Bool {
        var isNews = false
        while true {
            errno = 0
            if let device = unsafe udev_monitor_receive_device(monitor) {
                unsafe udev_device_unref(device)
                isNews = true
            } else if errno == ENOBUFS {
                isNews = true
            } else {
                return isNews
            }
        }
    }
}
