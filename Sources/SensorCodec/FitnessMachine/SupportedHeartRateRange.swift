/// Supported Heart Rate Range (0x2AD7): which targets the machine takes.
///
/// | order | field | type | unit |
/// |---|---|---|---|
/// | 1, 2 | Minimum, Maximum | u8, u8 | bpm |
/// | 3 | Minimum Increment | u8 | bpm |
///
/// Source: Fitness Machine Service 1.0.1, 4.15.
public struct SupportedHeartRateRange: FieldLayout {
    /// In bpm.
    public var minimumBPM: UInt8?
    /// In bpm.
    public var maximumBPM: UInt8?
    /// In bpm.
    public var incrementBPM: UInt8?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.u8(.always, .minimumHeartRate, &minimumBPM)
        fields.u8(.always, .maximumHeartRate, &maximumBPM)
        fields.u8(.always, .heartRateIncrement, &incrementBPM)
    }
}
