/// Training Status (0x2AD3): what kind of training the machine is in.
///
/// | order | field | type | present when |
/// |---|---|---|---|
/// | 1 | Flags | u8: bit 0 text present, bit 1 text longer than fits | always |
/// | 2 | Training Status | u8 code | always |
/// | 3 | Training Status String | UTF-8, to the end | flag bit 0 |
///
/// Source: Fitness Machine Service 1.0.1, 4.10.
public struct TrainingStatus: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 1, defined: 0b11) }
    public var flags: UInt32 = 0
    /// Which kind; `nil` when it did not fit.
    public var status: Status?
    /// The machine's own words, without control characters.
    public var text: String?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.code(.always, .trainingStatus, &status)
        fields.text(.bit(0), .trainingStatusText, &text)
    }

    /// The kinds; 16 to 255 are reserved (a UREVO sends 16 while it slows down and 17 while it pauses).
    public struct Status: WireCode {
        public var rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let names: CodeNames = [
            0: "other", 1: "idle", 2: "warming_up", 3: "low_intensity_interval", 4: "high_intensity_interval",
            5: "recovery_interval", 6: "isometric", 7: "heart_rate_control", 8: "fitness_test",
            9: "speed_below_control_region", 10: "speed_above_control_region", 11: "cool_down", 12: "watt_control",
            13: "manual", 14: "pre_workout", 15: "post_workout",
        ]
    }
}
