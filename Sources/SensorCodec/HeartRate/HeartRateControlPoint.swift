/// Heart Rate Control Point (0x2A39): what a collector writes to a sensor.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Heart Rate Control Point | u8 code: 1 starts Energy Expended again at 0 |
///
/// Source: Heart Rate Service 1.0, 3.3.
public struct HeartRateControlPoint: FieldLayout {
    /// What is asked for; `nil` only before decoding.
    public var command: Command?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .heartRateControl, &command)
    }

    /// The commands: one. A sensor answers any other with the ATT error 0x80.
    public struct Command: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let resetEnergyExpended = Command(rawValue: 1)
        public static let names: CodeNames = [1: "reset_energy_expended"]
    }
}
