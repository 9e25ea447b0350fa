/// Indoor Bike Data (0x2AD2): one notification of a bike, a whole record or a part of one.
///
/// | flag bit | field | type | unit | not available |
/// |---|---|---|---|---|
/// | 0 clear | Instantaneous Speed | u16 | 0.01 km/h | |
/// | 1 | Average Speed | u16 | 0.01 km/h | |
/// | 2, 3 | Instantaneous, Average Cadence | u16 | 0.5/min | |
/// | 4 | Total Distance | u24 | 1 m | |
/// | 5 | Resistance Level | s16 or u8 | 1 | |
/// | 6, 7 | Instantaneous, Average Power | s16 | 1 W | |
/// | 8 | Total Energy, Energy per Hour, per Minute | u16, u16, u8 | kcal | 0xFFFF, 0xFFFF, 0xFF |
/// | 9 | Heart Rate | u8 | bpm | 0 (in the field) |
/// | 10 | Metabolic Equivalent | u8 | 0.1 MET | |
/// | 11, 12 | Elapsed, Remaining Time | u16 | 1 s | |
///
/// The editions give the resistance level one octet or two; the length of the value tells them apart, and two it is
/// where neither comes out even.
/// Source: Fitness Machine Service 1.0.1, 4.9; layout in the GATT Specification Supplement.
public struct IndoorBikeData: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 2, defined: 0x1FFF, inverted: 1) }
    public var flags: UInt32 = 0
    /// In 0.01 km/h.
    public var instantaneousSpeedCentiKmH: UInt16?
    /// In 0.01 km/h.
    public var averageSpeedCentiKmH: UInt16?
    /// In 0.5 revolutions per minute.
    public var instantaneousCadenceHalves: UInt16?
    /// In 0.5 revolutions per minute.
    public var averageCadenceHalves: UInt16?
    public var totalDistanceMetres: UInt32?
    public var resistanceLevel: Int16?
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
        fields.u16(.bit(2), .instantaneousCadence, &instantaneousCadenceHalves)
        fields.u16(.bit(3), .averageCadence, &averageCadenceHalves)
        fields.u24(.bit(4), .totalDistance, &totalDistanceMetres)
        fields.level(.bit(5), .resistanceLevel, &resistanceLevel, octets: resistanceLevelOctets)
        fields.s16(.bit(6), .instantaneousPower, &instantaneousPowerWatts)
        fields.s16(.bit(7), .averagePower, &averagePowerWatts)
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
        if flags >> 5 & 1 == 0 { return }
        resistanceLevelOctets = 1
        if measuredLength() != valueLength { resistanceLevelOctets = 2 }
    }
}
