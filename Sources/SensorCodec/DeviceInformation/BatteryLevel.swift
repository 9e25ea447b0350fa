/// Battery Level (0x2A19).
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1 | Battery Level | u8: 0 to 100, the others are reserved | % |
///
/// Source: Battery Service 1.1, 3.1.
public struct BatteryLevel: FieldLayout {
    /// The level in %; `nil` for a reserved number.
    public var levelPercent: UInt8?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.u8(.always, .batteryLevel, &levelPercent)
    }

    @inlinable
    public mutating func check() {
        guard let level = levelPercent, level > 100 else { return }
        levelPercent = nil
        issues.reservedValue = .batteryLevel
    }
}
