/// RSC Feature (0x2A54): what a foot pod tells.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | RSC Feature | u16 bits |
///
/// Source: Running Speed and Cadence Service 1.0, 3.2.
public struct RSCFeature: FieldLayout {
    /// What it tells.
    public var features: Features?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.bits(.always, .features, &features)
    }

    /// What a foot pod tells; bits 5 to 15 are reserved.
    public struct Features: WireBits {
        public var rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        public static let bitNames = [
            "stride_length", "total_distance", "walking_or_running", "calibration", "multiple_sensor_locations",
        ]
    }
}
