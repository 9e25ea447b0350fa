/// A Bluetooth device address (48 bits).
///
/// Source: Core Specification, Vol 2, Part B, 1.2 (device addressing); on the wire least significant octet first.
public struct BluetoothAddress: Hashable, Sendable {
    /// The address as a number; the first printed octet is the most significant one. The upper 16 bits are zero.
    public let rawValue: UInt64

    /// An address of its 48-bit number; higher bits are ignored.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue & 0xFFFF_FFFF_FFFF
    }

    /// Reads six octets as they stand on the wire, least significant first; `nil` for another count.
    public init?(littleEndian bytes: Span<UInt8>) {
        guard bytes.count == 6 else { return nil }
        var value: UInt64 = 0
        for at in 0..<6 { value |= UInt64(bytes[at]) << (8 * UInt64(at)) }
        self.init(rawValue: value)
    }
}

extension BluetoothAddress: LosslessStringConvertible {
    /// Reads `AA:BB:CC:DD:EE:FF`, in any case.
    public init?(_ text: String) {
        let octets = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard octets.count == 6 else { return nil }
        var value: UInt64 = 0
        for octet in octets {
            guard octet.count == 2, let byte = UInt8(String(Substring(octet)), radix: 16),
                octet.first != UInt8(ascii: "+")
            else { return nil }
            value = value << 8 | UInt64(byte)
        }
        self.init(rawValue: value)
    }

    /// `AA:BB:CC:DD:EE:FF`.
    public var description: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(17)
        for octet in 0..<6 {
            let byte = Int(rawValue >> (8 * UInt64(5 - octet)) & 0xFF)
            if octet > 0 { text.append(UInt8(ascii: ":")) }
            text.append(digits[byte >> 4])
            text.append(digits[byte & 0xF])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
