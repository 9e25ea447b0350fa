import CSystemd
import Glibc

/// A D-Bus call that failed: the error's name on the bus and its text, or the C library's error number.
public struct BusError: Error, Equatable, Sendable {
    /// The error's name, such as `org.bluez.Error.Failed`.
    public let name: String
    /// What the other side says of it; often empty.
    public let message: String

    /// An error of the bus by its name.
    public init(name: String, message: String = "") {
        self.name = name
        self.message = message
    }

    /// A negative answer of sd-bus.
    init(code: CInt) {
        var error = unsafe sd_bus_error()
        defer { unsafe sd_bus_error_free(&error) }
        unsafe _ = sd_bus_error_set_errno(&error, code)
        unsafe self.init(copying: error)
    }

    init(copying error: sd_bus_error) {
        name = unsafe error.name.map { unsafe String(cString: $0) } ?? "org.freedesktop.DBus.Error.Failed"
        message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
    }

    /// Nobody answered in time.
    public static let noReply = "org.freedesktop.DBus.Error.NoReply"
    /// The connection to the bus is gone.
    public static let disconnected = "org.freedesktop.DBus.Error.Disconnected"
    /// The policy of the bus forbids it.
    public static let accessDenied = "org.freedesktop.DBus.Error.AccessDenied"
}

/// Turns a negative answer of sd-bus into an error.
@discardableResult
func check(_ result: CInt) throws(BusError) -> CInt {
    if result < 0 { throw BusError(code: result) }
    return result
}
