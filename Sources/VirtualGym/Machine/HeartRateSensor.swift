import SensorCodec

/// What a heart-rate sensor makes of a heart: a chest strap by its beats, an optical one by its pulse.
struct HeartRateSensor: Sendable {
    private static let fullBatteryPercent = 87
    private static let emptyBatteryPercent = 6
    /// One percent of the battery lasts so long, in s.
    private static let secondsPerPercent = 3600
    /// An optical sensor averages over about so many seconds.
    private static let opticalSeconds = 4

    let sensor: GymSensor
    private var chance: SplitMix64
    private var lastBPM = 0
    /// The optical average, in 1/16 bpm; 0 before the first beat.
    private var average = 0
    /// The level last told, in percent.
    private var toldBatteryPercent: Int

    init(_ sensor: GymSensor, seed: UInt64) {
        self.sensor = sensor
        chance = SplitMix64(seed: seed)
        toldBatteryPercent = Self.fullBatteryPercent
    }

    private var isOptical: Bool { sensor == .armband }

    /// What it measures in a second. `cadencePerMinute`: the runner's steps.
    mutating func measure(
        _ runner: RunnerModel,
        intervals: [UInt16],
        cadencePerMinute: Int,
        faults: FaultClock,
        atSecond second: Int
    ) -> HeartRateMeasurement {
        let locked = isOptical && faults.has(.cadenceLocked, atSecond: second)
        if isOptical { follow(locked ? cadencePerMinute : runner.strapBPM, isLocked: locked) }
        var measurement = HeartRateMeasurement()
        if !isOptical { measurement.sensorContact = .detected }
        if faults.has(.contactLost, atSecond: second) {
            measurement.sensorContact = .notDetected
            return measurement
        }
        if faults.has(.heartRateFrozen, atSecond: second) {
            measurement.heartRateBPM = lastBPM > 0 ? UInt16(lastBPM) : nil
            return measurement
        }
        lastBPM = isOptical ? (average + 8) / 16 : runner.strapBPM
        measurement.heartRateBPM = lastBPM > 0 ? UInt16(lastBPM) : nil
        if !isOptical { for interval in intervals { measurement.rrIntervals.append(interval) } }
        return measurement
    }

    /// A pulse is followed slowly; steps, once taken for a pulse, at once.
    private mutating func follow(_ bpm: Int, isLocked: Bool) {
        let flicker = chance.below(3) - 1
        if average == 0 || bpm == 0 { return average = bpm * 16 }
        let gap = (bpm + (isLocked ? flicker : 0)) * 16 - average
        average += isLocked ? gap : gap / Self.opticalSeconds
    }

    // MARK: - Battery

    /// The battery in percent at a second.
    private func batteryPercent(_ faults: FaultClock, atSecond second: Int) -> Int {
        let level = max(1, Self.fullBatteryPercent - second / Self.secondsPerPercent)
        return faults.has(.batteryLow, atSecond: second) ? min(level, Self.emptyBatteryPercent) : level
    }

    /// The level, if it is another than was told last.
    mutating func batteryNews(_ faults: FaultClock, atSecond second: Int) -> BatteryLevel? {
        let percent = batteryPercent(faults, atSecond: second)
        if percent == toldBatteryPercent { return nil }
        return battery(faults, atSecond: second)
    }

    /// The level, for whoever asks.
    mutating func battery(_ faults: FaultClock, atSecond second: Int) -> BatteryLevel {
        toldBatteryPercent = batteryPercent(faults, atSecond: second)
        var level = BatteryLevel()
        level.levelPercent = UInt8(toldBatteryPercent)
        return level
    }

    /// Where it is worn.
    var location: BodySensorLocation {
        var location = BodySensorLocation()
        // The chest, or "other": the standard has no word for the arm.
        location.location = BodySensorLocation.Location(rawValue: isOptical ? 0 : 1)
        return location
    }
}
