/// Treadmill Data (0x2ACD): one notification of a treadmill, a whole record or a part of one.
///
/// | flag bit | field | type | unit | not available |
/// |---|---|---|---|---|
/// | 0 clear | Instantaneous Speed | u16 | 0.01 km/h | |
/// | 1 | Average Speed | u16 | 0.01 km/h | |
/// | 2 | Total Distance | u24 | 1 m | |
/// | 3 | Inclination, Ramp Angle Setting | s16, s16 | 0.1 %, 0.1 degree | 0x7FFF |
/// | 4 | Positive, Negative Elevation Gain | u16, u16 | 0.1 m | 0xFFFF (in the field) |
/// | 5, 6 | Instantaneous, Average Pace | u8 or u16 | see ``paceOctets`` | |
/// | 7 | Total Energy, Energy per Hour, per Minute | u16, u16, u8 | kcal | 0xFFFF, 0xFFFF, 0xFF |
/// | 8 | Heart Rate | u8 | bpm | 0 (in the field) |
/// | 9 | Metabolic Equivalent | u8 | 0.1 or 1 MET, left raw | |
/// | 10, 11 | Elapsed, Remaining Time | u16 | 1 s | |
/// | 12 | Force on Belt, Power Output | s16, s16 | 1 N, 1 W | 0x7FFF |
/// | 13 | reserved; some consoles append a step count | u24 or u16 | steps | |
///
/// Source: Fitness Machine Service 1.0.1, 4.4; layout in the GATT Specification Supplement, Treadmill Data.
public struct TreadmillData: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 2, defined: 0x1FFF, inverted: 1) }
    public var flags: UInt32 = 0
    /// In 0.01 km/h.
    public var instantaneousSpeedCentiKmH: UInt16?
    /// In 0.01 km/h, since the start of the machine's training session.
    public var averageSpeedCentiKmH: UInt16?
    /// Since the start of the machine's training session.
    public var totalDistanceMetres: UInt32?
    /// In 0.1 %; uphill is positive.
    public var inclinationDeciPercent: Int16?
    /// In 0.1 degrees.
    public var rampAngleDeciDegrees: Int16?
    /// In 0.1 m.
    public var positiveElevationGainDecimetres: UInt16?
    /// In 0.1 m.
    public var negativeElevationGainDecimetres: UInt16?
    /// In the unit that ``paceOctets`` tells.
    public var instantaneousPaceRaw: UInt16?
    /// In the unit that ``paceOctets`` tells.
    public var averagePaceRaw: UInt16?
    /// Since the start of the machine's training session.
    public var totalEnergyKilocalories: UInt16?
    /// An average.
    public var energyPerHourKilocalories: UInt16?
    /// An average.
    public var energyPerMinuteKilocalories: UInt8?
    /// Heart rate in bpm that the machine knows of; `nil` also for 0 ("no reading").
    public var heartRateBPM: UInt8?
    /// Whole METs on some machines, tenths on others: the sources disagree, so the number is passed on as it is.
    public var metabolicEquivalentRaw: UInt8?
    /// Since the start of the machine's training session.
    public var elapsedTimeSeconds: UInt16?
    /// Of the machine's training session.
    public var remainingTimeSeconds: UInt16?
    /// Positive when the runner drives the belt.
    public var forceOnBeltNewtons: Int16?
    /// Positive when the runner drives the belt.
    public var powerOutputWatts: Int16?
    /// Steps since the start of the machine's training session: a vendor extension behind reserved flag bit 13 (FitShow
    /// and KingSmith consoles).
    public var stepCount: UInt32?
    /// Octets of the pace fields: 1 is 0.1 km/min (the XML of 2017), 2 is seconds per 500 m (the Supplement).
    public var paceOctets = 2
    /// Octets of the step count: 3 or 2; 0 when the console set the bit and appended none.
    public var stepCountOctets = 3
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable @inline(__always)
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.mark(.moreData, isMoreDataToFollow)
        fields.u16(.bit(0), .instantaneousSpeed, &instantaneousSpeedCentiKmH)
        fields.u16(.bit(1), .averageSpeed, &averageSpeedCentiKmH)
        fields.u24(.bit(2), .totalDistance, &totalDistanceMetres)
        fields.s16(.bit(3), .inclination, &inclinationDeciPercent, notAvailable: 0x7FFF)
        fields.s16(.bit(3), .rampAngle, &rampAngleDeciDegrees, notAvailable: 0x7FFF)
        fields.u16(.bit(4), .positiveElevationGain, &positiveElevationGainDecimetres, notAvailable: 0xFFFF)
        fields.u16(.bit(4), .negativeElevationGain, &negativeElevationGainDecimetres, notAvailable: 0xFFFF)
        fields.narrowable(.bit(5), .instantaneousPaceRaw, &instantaneousPaceRaw, octets: paceOctets)
        fields.narrowable(.bit(6), .averagePaceRaw, &averagePaceRaw, octets: paceOctets)
        fields.count(.paceOctets, flags >> 5 & 0b11 == 0 ? nil : paceOctets)
        fields.u16(.bit(7), .totalEnergy, &totalEnergyKilocalories, notAvailable: 0xFFFF)
        fields.u16(.bit(7), .energyPerHour, &energyPerHourKilocalories, notAvailable: 0xFFFF)
        fields.u8(.bit(7), .energyPerMinute, &energyPerMinuteKilocalories, notAvailable: 0xFF)
        fields.u8(.bit(8), .heartRate, &heartRateBPM, notAvailable: 0)
        fields.u8(.bit(9), .metabolicEquivalentRaw, &metabolicEquivalentRaw)
        fields.u16(.bit(10), .elapsedTime, &elapsedTimeSeconds)
        fields.u16(.bit(11), .remainingTime, &remainingTimeSeconds)
        fields.s16(.bit(12), .forceOnBelt, &forceOnBeltNewtons, notAvailable: 0x7FFF)
        fields.s16(.bit(12), .powerOutput, &powerOutputWatts, notAvailable: 0x7FFF)
        if stepCountOctets > 0 { fields.steps(.bit(13), .stepCount, &stepCount, octets: stepCountOctets) }
    }
}

// MARK: - What only the length tells

extension TreadmillData {
    /// Settles the widths of the paces and of a vendor's step count: those under which the value comes out even. Where
    /// none does, the paces have two octets if they fit; a step count is read only where its width is exactly what is
    /// left.
    @inlinable
    public mutating func settle(valueLength: Int) {
        let paces = (flags >> 5 & 1) + (flags >> 6 & 1)
        let hasStepCount = flags >> 13 & 1 == 1
        if paces == 0, !hasStepCount { return }
        stepCountOctets = 0
        paceOctets = 1
        let narrow = measuredLength()
        let wide = narrow + Int(paces)
        if paces > 0, Self.prefersWidePaces(over: valueLength - wide, or: valueLength - narrow, hasStepCount) {
            paceOctets = 2
        }
        let left = valueLength - (paceOctets == 2 ? wide : narrow)
        if hasStepCount, left == 2 || left == 3 { stepCountOctets = left }
    }

    /// Which pace fits a value that has so many octets left with wide paces, so many with narrow ones.
    @usableFromInline
    static func prefersWidePaces(over wideLeft: Int, or narrowLeft: Int, _ hasStepCount: Bool) -> Bool {
        if wideLeft == 0 { return true }
        if narrowLeft == 0 { return false }
        if hasStepCount {
            if wideLeft == 3 { return true }
            if narrowLeft == 3 { return false }
        }
        return wideLeft > 0
    }

    /// True when this is a part of a record, the rest of which (with the speed) follows in later notifications.
    @inlinable
    public var isMoreDataToFollow: Bool {
        get { flags & 1 == 1 }
        set { flags = flags & ~1 | (newValue ? 1 : 0) }
    }
}
