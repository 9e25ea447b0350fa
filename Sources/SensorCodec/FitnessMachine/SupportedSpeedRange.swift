/// Supported Speed Range (0x2AD4): which targets the machine takes.
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1, 2 | Minimum, Maximum | u16, u16 | 0.01 km/h |
/// | 3 | Minimum Increment | u16 | 0.01 km/h |
///
/// Source: Fitness Machine Service 1.0.1, 4.11.
public struct SupportedSpeedRange: FieldLayout {
    /// In 0.01 km/h.
    public var minimumCentiKmH: UInt16?
    /// In 0.01 km/h.
    public var maximumCentiKmH: UInt16?
    /// In 0.01 km/h.
    public var incrementCentiKmH: UInt16?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.u16(.always, .minimumSpeed, &minimumCentiKmH)
        fields.u16(.always, .maximumSpeed, &maximumCentiKmH)
        fields.u16(.always, .speedIncrement, &incrementCentiKmH)
    }
}
