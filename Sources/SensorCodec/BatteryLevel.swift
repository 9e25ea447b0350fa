/// Battery Level (0x2A19): one octet, 0 to 100 %.
///
/// Source: Battery Service 1.1, 3.1.
public struct BatteryLevel: Equatable, Sendable {
    /// The level in %; `nil` for the reserved 101 to 255.
    public var levelPercent: UInt8?
    /// What was odd about the bytes.
    public internal(set) var issues = DecodingIssues()

    /// Decodes a value of at least one octet.
    public init(decoding bytes: Span<UInt8>) throws(DecodingFailure) {
        if bytes.isEmpty { throw .empty }
        levelPercent = bytes[0] <= 100 ? bytes[0] : nil
        issues.trailingByteCount = UInt16(clamping: bytes.count - 1)
    }
}
