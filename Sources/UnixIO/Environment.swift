import Glibc

/// The variables that the program was started with.
public enum Environment {
    /// The value of a variable; `nil` when it is not set or empty.
    public static func value(of name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
    /// Sets a variable for the programs that are started from now on.
    public static func set(_ name: String, to value: String) {
        unsafe setenv(name, value, 1)
    }
}
