/// Supported Power Range (0x2AD8): which targets the machine takes.
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1, 2 | Minimum, Maximum | s16, s16 | W |
/// | 3 | Minimum Increment | u16 | W |
///
/// Source: Fitness Machine Service 1.0.1, 4.14.
public struct SupportedPowerRange: FieldLayout {
    /// In W.
    public var minimumWatts: Int16?
    /// In W.
    public var maximumWatts: Int16?
    /// In W.
    public var incrementWatts: UInt16?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.s16(.always, .minimumPower, &minimumWatts)
        fields.s16(.always, .maximumPower, &maximumWatts)
        fields.u16(.always, .powerIncrement, &incrementWatts)
    }
}
