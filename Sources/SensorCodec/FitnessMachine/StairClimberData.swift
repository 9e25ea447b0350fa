/// Stair Climber Data (0x2AD0): one notification of a stair climber, a whole record or a part of one.
///
/// | flag bit | field | type | unit | not available |
/// |---|---|---|---|---|
/// | 0 clear | Floors | u16 | 1 | |
/// | 1 | Step per Minute | u16 | 1/min | |
/// | 2 | Average Step Rate | u16 | 1/min | |
/// | 3 | Positive Elevation Gain | u16 | 1 m | |
/// | 4 | Stride Count | u16 | 1 | |
/// | 5 | Total Energy, Energy per Hour, per Minute | u16, u16, u8 | kcal | 0xFFFF, 0xFFFF, 0xFF |
/// | 6 | Heart Rate | u8 | bpm | 0 (in the field) |
/// | 7 | Metabolic Equivalent | u8 | 0.1 MET | |
/// | 8, 9 | Elapsed, Remaining Time | u16 | 1 s | |
///
/// Source: Fitness Machine Service 1.0.1, 4.7; layout in the GATT Specification Supplement.
public struct StairClimberData: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 2, defined: 0x03FF, inverted: 1) }
    public var flags: UInt32 = 0
    public var floors: UInt16?
    public var stepsPerMinute: UInt16?
    public var averageStepsPerMinute: UInt16?
    public var positiveElevationGainMetres: UInt16?
    public var strideCount: UInt16?
    /// Since the start of the training session, as the next five.
    public var totalEnergyKilocalories: UInt16?
    /// An average.
    public var energyPerHourKilocalories: UInt16?
    /// An average.
    public var energyPerMinuteKilocalories: UInt8?
    /// `nil` also for 0, "no reading".
    public var heartRateBPM: UInt8?
    /// In 0.1 MET.
    public var metabolicEquivalentTenths: UInt8?
    public var elapsedTimeSeconds: UInt16?
    public var remainingTimeSeconds: UInt16?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable @inline(__always)
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.mark(.moreData, flags & 1 == 1)
        fields.u16(.bit(0), .floors, &floors)
        fields.u16(.bit(1), .stepRate, &stepsPerMinute)
        fields.u16(.bit(2), .averageStepRate, &averageStepsPerMinute)
        fields.u16(.bit(3), .positiveElevationGainMetres, &positiveElevationGainMetres)
        fields.u16(.bit(4), .strideCount, &strideCount)
        fields.u16(.bit(5), .totalEnergy, &totalEnergyKilocalories, notAvailable: 0xFFFF)
        fields.u16(.bit(5), .energyPerHour, &energyPerHourKilocalories, notAvailable: 0xFFFF)
        fields.u8(.bit(5), .energyPerMinute, &energyPerMinuteKilocalories, notAvailable: 0xFF)
        fields.u8(.bit(6), .heartRate, &heartRateBPM, notAvailable: 0)
        fields.u8(.bit(7), .metabolicEquivalent, &metabolicEquivalentTenths)
        fields.u16(.bit(8), .elapsedTime, &elapsedTimeSeconds)
        fields.u16(.bit(9), .remainingTime, &remainingTimeSeconds)
    }
}
