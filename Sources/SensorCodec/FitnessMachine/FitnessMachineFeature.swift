/// Fitness Machine Feature (0x2ACC): what the machine measures, and which targets it takes.
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Fitness Machine Features | u32 bits |
/// | 2 | Target Setting Features | u32 bits |
///
/// Machines in the field leave out bits and set wrong ones: nothing is to depend on them.
/// Source: Fitness Machine Service 1.0.1, 4.3.
public struct FitnessMachineFeature: FieldLayout {
    /// What the machine measures.
    public var features: Features?
    /// Which targets it takes.
    public var targetSettings: TargetSettings?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.bits(.always, .features, &features)
        fields.bits(.always, .targetSettings, &targetSettings)
    }

    /// What a machine measures; bits 17 to 31 are reserved.
    public struct Features: WireBits {
        public var rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }
        public static let bitNames = [
            "average_speed", "cadence", "total_distance", "inclination", "elevation_gain", "pace", "step_count",
            "resistance_level", "stride_count", "expended_energy", "heart_rate", "metabolic_equivalent",
            "elapsed_time", "remaining_time", "power_measurement", "force_on_belt_and_power_output",
            "user_data_retention",
        ]
    }

    /// Which targets a machine takes; bits 17 to 31 are reserved.
    public struct TargetSettings: WireBits {
        public var rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }
        public static let speed = TargetSettings(rawValue: 1 << 0)
        public static let inclination = TargetSettings(rawValue: 1 << 1)
        public static let bitNames = [
            "speed", "inclination", "resistance_level", "power", "heart_rate", "expended_energy", "step_number",
            "stride_number", "distance", "training_time", "time_in_two_heart_rate_zones",
            "time_in_three_heart_rate_zones", "time_in_five_heart_rate_zones", "indoor_bike_simulation",
            "wheel_circumference", "spin_down", "cadence",
        ]
    }
}
