/// Supported Inclination Range (0x2AD5): which targets the machine takes.
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1, 2 | Minimum, Maximum | s16, s16 | 0.1 % |
/// | 3 | Minimum Increment | u16 | 0.1 % |
///
/// Source: Fitness Machine Service 1.0.1, 4.12.
public struct SupportedInclinationRange: FieldLayout {
    /// In 0.1 %.
    public var minimumDeciPercent: Int16?
    /// In 0.1 %.
    public var maximumDeciPercent: Int16?
    /// In 0.1 %.
    public var incrementDeciPercent: UInt16?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.s16(.always, .minimumInclination, &minimumDeciPercent)
        fields.s16(.always, .maximumInclination, &maximumDeciPercent)
        fields.u16(.always, .inclinationIncrement, &incrementDeciPercent)
    }
}
