/// Cross Trainer Data (0x2ACE): one notification of an elliptical, a whole record or a part of one.
///
/// | flag bit | field | type | unit | not available |
/// |---|---|---|---|---|
/// | 0 clear | Instantaneous Speed | u16 | 0.01 km/h | |
/// | 1 | Average Speed | u16 | 0.01 km/h | |
/// | 2 | Total Distance | u24 | 1 m | |
/// | 3 | Step per Minute, Average Step Rate | u16, u16 | 1/min | 0xFFFF |
/// | 4 | Stride Count | u16 | 0.1 | |
/// | 5 | Positive, Negative Elevation Gain | u16, u16 | 1 m | 0xFFFF (in the field) |
/// | 6 | Inclination, Ramp Angle Setting | s16, s16 | 0.1 %, 0.1 degree | 0x7FFF |
/// | 7 | Resistance Level | s16 or u8 | 0.1 | |
/// | 8, 9 | Instantaneous, Average Power | s16 | 1 W | |
/// | 10 | Total Energy, Energy per Hour, per Minute | u16, u16, u8 | kcal | 0xFFFF, 0xFFFF, 0xFF |
/// | 11 | Heart Rate | u8 | bpm | 0 (in the field) |
/// | 12 | Metabolic Equivalent | u8 | 0.1 MET | |
/// | 13, 14 | Elapsed, Remaining Time | u16 | 1 s | |
/// | 15 | Movement Direction: set = backward | | | |
///
/// The editions give the resistance level one octet or two; the length of the value tells them apart, and two it is
/// where neither comes out even.
/// Source: Fitness Machine Service 1.0.1, 4.5; layout in the GATT Specification Supplement.
public struct CrossTrainerData: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 3, defined: 0xFFFF, inverted: 1) }
    public var flags: UInt32 = 0
    /// In 0.01 km/h.
    public var instantaneousSpeedCentiKmH: UInt16?
    /// In 0.01 km/h.
    public var averageSpeedCentiKmH: UInt16?
    public var totalDistanceMetres: UInt32?
    public var stepsPerMinute: UInt16?
    public var averageStepsPerMinute: UInt16?
    /// In 0.1 strides.
    public var strideCountTenths: UInt16?
    public var positiveElevationGainMetres: UInt16?
    public var negativeElevationGainMetres: UInt16?
    /// In 0.1 %; uphill is positive.
    public var inclinationDeciPercent: Int16?
    /// In 0.1 degrees.
    public var rampAngleDeciDegrees: Int16?
    /// In 0.1.
    public var resistanceLevelTenths: Int16?
    /// Octets of the resistance level: 2 as machines send it, 1 as the Supplement has it.
    public var resistanceLevelOctets = 2
    public var instantaneousPowerWatts: Int16?
    public var averagePowerWatts: Int16?
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
        fields.u16(.bit(0), .instantaneousSpeed, &instantaneousSpeedCentiKmH)
        fields.u16(.bit(1), .averageSpeed, &averageSpeedCentiKmH)
        fields.u24(.bit(2), .totalDistance, &totalDistanceMetres)
        fields.u16(.bit(3), .stepRate, &stepsPerMinute, notAvailable: 0xFFFF)
        fields.u16(.bit(3), .averageStepRate, &averageStepsPerMinute, notAvailable: 0xFFFF)
        fields.u16(.bit(4), .strideCountTenths, &strideCountTenths)
        fields.u16(.bit(5), .positiveElevationGainMetres, &positiveElevationGainMetres, notAvailable: 0xFFFF)
        fields.u16(.bit(5), .negativeElevationGainMetres, &negativeElevationGainMetres, notAvailable: 0xFFFF)
        fields.s16(.bit(6), .inclination, &inclinationDeciPercent, notAvailable: 0x7FFF)
        fields.s16(.bit(6), .rampAngle, &rampAngleDeciDegrees, notAvailable: 0x7FFF)
        fields.level(.bit(7), .resistanceLevelTenths, &resistanceLevelTenths, octets: resistanceLevelOctets)
        fields.s16(.bit(8), .instantaneousPower, &instantaneousPowerWatts)
        fields.s16(.bit(9), .averagePower, &averagePowerWatts)
        fields.u16(.bit(10), .totalEnergy, &totalEnergyKilocalories, notAvailable: 0xFFFF)
        fields.u16(.bit(10), .energyPerHour, &energyPerHourKilocalories, notAvailable: 0xFFFF)
        fields.u8(.bit(10), .energyPerMinute, &energyPerMinuteKilocalories, notAvailable: 0xFF)
        fields.u8(.bit(11), .heartRate, &heartRateBPM, notAvailable: 0)
        fields.u8(.bit(12), .metabolicEquivalent, &metabolicEquivalentTenths)
        fields.u16(.bit(13), .elapsedTime, &elapsedTimeSeconds)
        fields.u16(.bit(14), .remainingTime, &remainingTimeSeconds)
        fields.word(.movementDirection, flags >> 15 & 1 == 1 ? "backward" : "forward")
    }

    @inlinable
    public mutating func settle(valueLength: Int) {
        if flags >> 7 & 1 == 0 { return }
        resistanceLevelOctets = 1
        if measuredLength() != valueLength { resistanceLevelOctets = 2 }
    }
}
