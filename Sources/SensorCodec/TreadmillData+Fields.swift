/// The fields by their names, in the order of the specification.
extension TreadmillData {
    /// In 0.01 km/h.
    @inlinable
    public var instantaneousSpeedCentiKmH: UInt16? {
        get { self[.instantaneousSpeed] }
        set { self[.instantaneousSpeed] = newValue }
    }

    /// In 0.01 km/h, since the start of the machine's training session.
    @inlinable
    public var averageSpeedCentiKmH: UInt16? {
        get { self[.averageSpeed] }
        set { self[.averageSpeed] = newValue }
    }

    /// In 0.1 %; uphill is positive.
    @inlinable
    public var inclinationDeciPercent: Int16? {
        get { int16(.inclination) }
        set { self[.inclination] = newValue.map { UInt16(bitPattern: $0) } }
    }

    /// In 0.1 degrees.
    @inlinable
    public var rampAngleDeciDegrees: Int16? {
        get { int16(.rampAngle) }
        set { self[.rampAngle] = newValue.map { UInt16(bitPattern: $0) } }
    }

    /// In 0.1 m.
    @inlinable
    public var positiveElevationGainDecimetres: UInt16? {
        get { self[.positiveElevationGain] }
        set { self[.positiveElevationGain] = newValue }
    }

    /// In 0.1 m.
    @inlinable
    public var negativeElevationGainDecimetres: UInt16? {
        get { self[.negativeElevationGain] }
        set { self[.negativeElevationGain] = newValue }
    }

    /// In the unit of ``paceForm``.
    @inlinable
    public var instantaneousPaceRaw: UInt16? {
        get { self[.instantaneousPace] }
        set { self[.instantaneousPace] = newValue }
    }

    /// In the unit of ``paceForm``.
    @inlinable
    public var averagePaceRaw: UInt16? {
        get { self[.averagePace] }
        set { self[.averagePace] = newValue }
    }

    /// Since the start of the machine's training session.
    @inlinable
    public var totalEnergyKilocalories: UInt16? {
        get { self[.totalEnergy] }
        set { self[.totalEnergy] = newValue }
    }

    /// An average.
    @inlinable
    public var energyPerHourKilocalories: UInt16? {
        get { self[.energyPerHour] }
        set { self[.energyPerHour] = newValue }
    }

    /// An average.
    @inlinable
    public var energyPerMinuteKilocalories: UInt8? {
        get { uint8(.energyPerMinute) }
        set { self[.energyPerMinute] = newValue.map { UInt16($0) } }
    }

    /// Heart rate in bpm that the machine knows of; `nil` for 0 ("no reading").
    @inlinable
    public var heartRateBPM: UInt8? {
        get { uint8(.heartRate) }
        set { self[.heartRate] = newValue.map { UInt16($0) } }
    }

    /// Whole METs on some machines, tenths on others: the sources disagree, so the number is passed on as it is.
    @inlinable
    public var metabolicEquivalentRaw: UInt8? {
        get { uint8(.metabolicEquivalent) }
        set { self[.metabolicEquivalent] = newValue.map { UInt16($0) } }
    }

    /// Since the start of the machine's training session.
    @inlinable
    public var elapsedTimeSeconds: UInt16? {
        get { self[.elapsedTime] }
        set { self[.elapsedTime] = newValue }
    }

    /// Of the machine's training session.
    @inlinable
    public var remainingTimeSeconds: UInt16? {
        get { self[.remainingTime] }
        set { self[.remainingTime] = newValue }
    }

    /// Positive when the runner drives the belt.
    @inlinable
    public var forceOnBeltNewtons: Int16? {
        get { int16(.forceOnBelt) }
        set { self[.forceOnBelt] = newValue.map { UInt16(bitPattern: $0) } }
    }

    /// Positive when the runner drives the belt.
    @inlinable
    public var powerOutputWatts: Int16? {
        get { int16(.powerOutput) }
        set { self[.powerOutput] = newValue.map { UInt16(bitPattern: $0) } }
    }

    @inlinable
    func uint8(_ field: DecodingIssues.Field) -> UInt8? { self[field].map { UInt8(truncatingIfNeeded: $0) } }

    @inlinable
    func int16(_ field: DecodingIssues.Field) -> Int16? { self[field].map { Int16(bitPattern: $0) } }
}
