/// Sensor Location (0x2A5D): where a foot pod is worn.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Sensor Location | u8 code |
///
/// Source: Running Speed and Cadence Service 1.0, 3.3.
public struct SensorLocation: FieldLayout {
    /// Where; `nil` only before decoding.
    public var location: Location?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .sensorLocation, &location)
    }

    /// The places; 17 to 255 are reserved.
    public struct Location: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let names: CodeNames = [
            0: "other", 1: "top_of_shoe", 2: "in_shoe", 3: "hip", 4: "front_wheel", 5: "left_crank", 6: "right_crank",
            7: "left_pedal", 8: "right_pedal", 9: "front_hub", 10: "rear_dropout", 11: "chainstay", 12: "rear_wheel",
            13: "rear_hub", 14: "chest", 15: "spider", 16: "chain_ring",
        ]
    }
}
