/// Body Sensor Location (0x2A38): where a heart-rate sensor is worn.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Body Sensor Location | u8 code |
///
/// Source: Heart Rate Service 1.0, 3.2.
public struct BodySensorLocation: FieldLayout {
    /// Where; `nil` only before decoding.
    public var location: Location?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .bodySensorLocation, &location)
    }

    /// The places; 7 to 255 are reserved.
    public struct Location: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let names: CodeNames = [
            0: "other", 1: "chest", 2: "wrist", 3: "finger", 4: "hand", 5: "ear_lobe", 6: "foot",
        ]
    }
}
