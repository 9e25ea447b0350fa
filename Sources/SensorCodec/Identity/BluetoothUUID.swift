/// A Bluetooth UUID as attributes carry it: 16-bit (assigned numbers) or 128-bit.
///
/// A 128-bit value that lies on the Bluetooth Base UUID is the same UUID as its 16-bit form and is kept as such,
/// so that two devices that spell one characteristic differently compare equal.
/// Source: Core Specification, Vol 3, Part B, 2.5.1 (UUID).
public struct BluetoothUUID: Hashable, Sendable {
    /// The upper 64 bits of the 128-bit form.
    public let high: UInt64
    /// The lower 64 bits of the 128-bit form.
    public let low: UInt64

    private static let baseHigh: UInt64 = 0x0000_0000_0000_1000
    private static let baseLow: UInt64 = 0x8000_0080_5F9B_34FB

    /// The UUID of an assigned number, e.g. `0x2A37`.
    public init(_ short: UInt16) {
        high = UInt64(short) << 32 | Self.baseHigh
        low = Self.baseLow
    }

    /// The UUID of the two halves of its 128-bit form.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads the UUID as it stands on the wire, least significant octet first: 2 or 16 octets, else `nil`.
    public init?(littleEndian bytes: Span<UInt8>) {
        switch bytes.count {
        case 2:
            self.init(UInt16(bytes[0]) | UInt16(bytes[1]) << 8)
        case 16:
            var high: UInt64 = 0
            var low: UInt64 = 0
            for at in 0..<8 {
                low |= UInt64(bytes[at]) << (8 * UInt64(at))
                high |= UInt64(bytes[at + 8]) << (8 * UInt64(at))
            }
            self.init(high: high, low: low)
        default:
            return nil
        }
    }

    /// The assigned number, or `nil` for a UUID that has none.
    public var short: UInt16? {
        guard low == Self.baseLow, high & 0xFFFF_FFFF == Self.baseHigh, high >> 48 == 0 else { return nil }
        return UInt16(truncatingIfNeeded: high >> 32)
    }
}

extension BluetoothUUID: LosslessStringConvertible {
    /// Reads `2a37`, `0x2A37` or the full form with hyphens, in any case.
    public init?(_ text: String) {
        var digits = text.lowercased()
        if digits.hasPrefix("0x") { digits.removeFirst(2) }
        if digits.utf8.count == 4 {
            guard let short = UInt16(hexDigits: digits) else { return nil }
            self.init(short)
            return
        }
        let groups = digits.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return nil }
        guard let high = UInt64(hexDigits: groups[0...2].joined()), let low = UInt64(hexDigits: groups[3...4].joined())
        else { return nil }
        self.init(high: high, low: low)
    }

    /// Four lower-case hex digits for an assigned number, else the full lower-case form.
    public var description: String {
        if let short { return Self.hex(UInt64(short), digits: 4) }
        return [
            Self.hex(high >> 32, digits: 8), Self.hex(high >> 16 & 0xFFFF, digits: 4),
            Self.hex(high & 0xFFFF, digits: 4),
            Self.hex(low >> 48, digits: 4), Self.hex(low & 0xFFFF_FFFF_FFFF, digits: 12),
        ].joined(separator: "-")
    }

    private static func hex(_ value: UInt64, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}

extension FixedWidthInteger {
    /// An integer of hex digits only: no sign, no prefix (the standard library's own initialiser takes `+1`).
    fileprivate init?(hexDigits text: some StringProtocol) {
        guard text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }) else { return nil }
        self.init(text, radix: 16)
    }
}
