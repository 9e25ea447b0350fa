import CSystemd

/// What a service tells systemd. Where there is none, nothing is told.
public enum ServiceManager {
    /// The service is up.
    public static func ready() { unsafe _ = sd_notify(0, "READY=1") }

    /// What the service is doing, in a line.
    public static func status(_ text: String) { unsafe _ = sd_notify(0, "STATUS=\(text)") }

    /// The service is alive.
    public static func ping() { unsafe _ = sd_notify(0, "WATCHDOG=1") }

    /// The service is ending.
    public static func stopping() { unsafe _ = sd_notify(0, "STOPPING=1") }

    /// How often systemd wants to hear that the service is alive, in microseconds; `nil` when it does not.
    public static var watchdogMicroseconds: Int64? {
        var interval: UInt64 = 0
        let isWanted = unsafe sd_watchdog_enabled(0, &interval) > 0
        return isWanted ? Int64(clamping: interval) : nil
    }
}
