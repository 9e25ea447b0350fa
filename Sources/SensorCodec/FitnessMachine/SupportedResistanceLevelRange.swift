/// Supported Resistance Level Range (0x2AD6): which targets the machine takes.
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1, 2 | Minimum, Maximum | s16, s16 or u8, u8 | 0.1 or 1 |
/// | 3 | Minimum Increment | u16 or u8 | 0.1 or 1 |
///
/// The XML of 2017 has six octets in steps of 0.1, the Supplement three in whole numbers; the length tells.
/// Source: Fitness Machine Service 1.0.1, 4.13.
public struct SupportedResistanceLevelRange: FieldLayout {
    /// In 0.1 with two octets, in 1 with one, as the next two.
    public var minimumRaw: Int16?
    public var maximumRaw: Int16?
    public var incrementRaw: UInt16?
    /// Octets of each: 2, or 1 in the later edition.
    public var octets = 2
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        if octets == 2 {
            fields.s16(.always, .minimumResistanceLevelTenths, &minimumRaw)
            fields.s16(.always, .maximumResistanceLevelTenths, &maximumRaw)
            fields.u16(.always, .resistanceLevelIncrementTenths, &incrementRaw)
        } else {
            fields.level(.always, .minimumResistanceLevel, &minimumRaw, octets: 1)
            fields.level(.always, .maximumResistanceLevel, &maximumRaw, octets: 1)
            fields.narrowable(.always, .resistanceLevelIncrement, &incrementRaw, octets: 1)
        }
    }

    @inlinable
    public mutating func settle(valueLength: Int) { octets = valueLength == 3 ? 1 : 2 }
}
