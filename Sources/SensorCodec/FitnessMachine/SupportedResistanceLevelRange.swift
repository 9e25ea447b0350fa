/// Supported Resistance Level Range (0x2AD6): which targets the machine takes.
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1, 2 | Minimum, Maximum | s16, s16 | 0.1 |
/// | 3 | Minimum Increment | u16 | 0.1 |
///
/// The Supplement has u8 for all three; the length tells.
/// Source: Fitness Machine Service 1.0.1, 4.13.
public struct SupportedResistanceLevelRange: FieldLayout {
    /// In 0.1.
    public var minimumTenths: Int16?
    /// In 0.1.
    public var maximumTenths: Int16?
    /// In 0.1.
    public var incrementTenths: UInt16?
    /// Octets of each: 2, or 1 in the later edition.
    public var octets = 2
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.number(
            .always,
            .minimumResistanceLevel,
            &minimumTenths,
            octets: octets,
            isSigned: octets == 2,
            notAvailable: nil
        )
        fields.number(
            .always,
            .maximumResistanceLevel,
            &maximumTenths,
            octets: octets,
            isSigned: octets == 2,
            notAvailable: nil
        )
        fields.number(
            .always,
            .resistanceLevelIncrement,
            &incrementTenths,
            octets: octets,
            isSigned: false,
            notAvailable: nil
        )
    }

    @inlinable
    public mutating func settle(valueLength: Int) { octets = valueLength <= 3 ? 1 : 2 }
}
