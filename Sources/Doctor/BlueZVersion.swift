/// A version of BlueZ, such as 5.66.
public struct BlueZVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number before the dot.
    public var major: Int
    /// The number behind it: 5.9 is older than 5.66.
    public var minor: Int

    /// A version.
    public init(_ major: Int, _ minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads what `bluetoothd --version` prints; `nil` when that is no version.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let major = Self.number(parts[0]), let minor = Self.number(parts[1]) else { return nil }
        self.init(major, minor)
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        let digits = Substring(text).trimmed
        return digits.allSatisfy { ("0"..."9").contains($0) } ? Int(digits) : nil
    }

    /// As BlueZ writes it.
    public var description: String { "\(major).\(minor)" }

    /// The older one first.
    public static func < (left: Self, right: Self) -> Bool { (left.major, left.minor) < (right.major, right.minor) }

    /// What is known to go wrong with this version, as the rest of a sentence; `nil` when nothing is.
    ///
    /// From the release notes and threads of bluez/bluez: the first release with a fault, and the number.
    public var trouble: String? {
        if self < Self(5, 62) { return "does not yet say why a connection failed, so Steady can only guess" }
        switch (major, minor) {
        case (5, 71): return "often does not connect again by itself (bluez issue 686)"
        case (5, 78): return "finds no device at all with some sticks (bluez issue 967)"
        case (5, 87): return "crashes while any program looks for devices by their services (bluez issue 2282)"
        default: return nil
        }
    }
}
