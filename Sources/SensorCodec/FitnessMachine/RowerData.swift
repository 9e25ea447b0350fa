/// Rower Data (0x2AD1): one notification of a rowing machine, a whole record or a part of one.
///
/// | flag bit | field | type | unit | not available |
/// |---|---|---|---|---|
/// | 0 clear | Stroke Rate, Stroke Count | u8, u16 | 0.5/min, 1 | |
/// | 1 | Average Stroke Rate | u8 | 0.5/min | |
/// | 2 | Total Distance | u24 | 1 m | |
/// | 3, 4 | Instantaneous, Average Pace | u16 | 1 s per 500 m | |
/// | 5, 6 | Instantaneous, Average Power | s16 | 1 W | |
/// | 7 | Resistance Level | s16 or u8 | 1 | |
/// | 8 | Total Energy, Energy per Hour, per Minute | u16, u16, u8 | kcal | 0xFFFF, 0xFFFF, 0xFF |
/// | 9 | Heart Rate | u8 | bpm | 0 (in the field) |
/// | 10 | Metabolic Equivalent | u8 | 0.1 MET | |
/// | 11, 12 | Elapsed, Remaining Time | u16 | 1 s | |
///
/// The editions give the resistance level one octet or two; the length of the value tells them apart, and two it is
/// where neither comes out even.
/// Source: Fitness Machine Service 1.0.1, 4.8; layout in the GATT Specification Supplement.
public struct RowerData: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 2, defined: 0x1FFF, inverted: 1) }
    public var flags: UInt32 = 0
    /// In 0.5 strokes per minute.
    public var strokesPerMinuteHalves: UInt8?
    public var strokeCount: UInt16?
    /// In 0.5 strokes per minute.
    public var averageStrokesPerMinuteHalves: UInt8?
    public var totalDistanceMetres: UInt32?
    public var instantaneousPaceSecondsPer500Metres: UInt16?
    public var averagePaceSecondsPer500Metres: UInt16?
    public var instantaneousPowerWatts: Int16?
    public var averagePowerWatts: Int16?
    public var resistanceLevel: Int16?
    /// Octets of the resistance level: 2 as machines send it, 1 as the Supplement has it.
    public var resistanceLevelOctets = 2
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
        fields.u8(.bit(0), .strokeRate, &strokesPerMinuteHalves)
        fields.u16(.bit(0), .strokeCount, &strokeCount)
        fields.u8(.bit(1), .averageStrokeRate, &averageStrokesPerMinuteHalves)
        fields.u24(.bit(2), .totalDistance, &totalDistanceMetres)
        fields.u16(.bit(3), .instantaneousPace, &instantaneousPaceSecondsPer500Metres)
        fields.u16(.bit(4), .averagePace, &averagePaceSecondsPer500Metres)
        fields.s16(.bit(5), .instantaneousPower, &instantaneousPowerWatts)
        fields.s16(.bit(6), .averagePower, &averagePowerWatts)
        fields.level(.bit(7), .resistanceLevel, &resistanceLevel, octets: resistanceLevelOctets)
        fields.u16(.bit(8), .totalEnergy, &totalEnergyKilocalories, notAvailable: 0xFFFF)
        fields.u16(.bit(8), .energyPerHour, &energyPerHourKilocalories, notAvailable: 0xFFFF)
        fields.u8(.bit(8), .energyPerMinute, &energyPerMinuteKilocalories, notAvailable: 0xFF)
        fields.u8(.bit(9), .heartRate, &heartRateBPM, notAvailable: 0)
        fields.u8(.bit(10), .metabolicEquivalent, &metabolicEquivalentTenths)
        fields.u16(.bit(11), .elapsedTime, &elapsedTimeSeconds)
        fields.u16(.bit(12), .remainingTime, &remainingTimeSeconds)
    }

    @inlinable
    public mutating func settle(valueLength: Int) {
        if flags >> 7 & 1 == 0 { return }
        resistanceLevelOctets = 1
        if measuredLength() != valueLength { resistanceLevelOctets = 2 }
    }
}
