public import SensorCodec

/// Values put right.
extension DeviceProfile {
    /// Treadmill Data of this device as it is meant; what is not known to be wrong stays as it came.
    ///
    /// `consoleUnit` is what the runner says of the console: without it no speed is converted that may follow the
    /// console's unit.
    public func corrected(_ data: TreadmillData, consoleUnit: ConsoleUnit? = nil) -> TreadmillData {
        var data = data
        for known in quirks { known.quirk.apply(to: &data, consoleUnit: consoleUnit) }
        return data
    }

    /// A Heart Rate Measurement of this device as it is meant; what is not known to be wrong stays as it came.
    public func corrected(_ measurement: HeartRateMeasurement) -> HeartRateMeasurement {
        var measurement = measurement
        for known in quirks { known.quirk.apply(to: &measurement) }
        return measurement
    }

    /// The quirks for which values are changed: what a screen or a log says beside such values.
    public func changes(consoleUnit: ConsoleUnit? = nil) -> [KnownQuirk] {
        quirks.filter { $0.quirk.changesValues(consoleUnit: consoleUnit) }
    }
}

extension Quirk {
    /// Is a value changed for this quirk, given what the runner says of the console?
    public func changesValues(consoleUnit: ConsoleUnit? = nil) -> Bool {
        switch self {
        case .speedInMilesPerHour, .inclinationMeaningless, .inclinationIsCode, .inclinationFixed, .inclinationWithin,
            .negativeElevationGainUnusable, .rrIntervalIsCode:
            true
        case .speedFollowsConsoleUnit: consoleUnit == .milesPerHour
        default: false
        }
    }

    fileprivate func apply(to data: inout TreadmillData, consoleUnit: ConsoleUnit?) {
        guard changesValues(consoleUnit: consoleUnit) else { return }
        switch self {
        case .speedInMilesPerHour, .speedFollowsConsoleUnit:
            data = data.convertedFromMilesPerHour
        case .inclinationMeaningless:
            data.inclinationDeciPercent = nil
        case .inclinationIsCode(let code):
            data.inclinationDeciPercent = data.inclinationDeciPercent.flatMap(code.deciPercent)
        case .inclinationFixed(let fixed):
            // Some of its records have no inclination; a part without a speed is left to the one that has it.
            if data.instantaneousSpeedCentiKmH == nil, data.inclinationDeciPercent == nil { return }
            data.inclinationDeciPercent = fixed.deciPercent
            data.rampAngleDeciDegrees = fixed.deciDegrees
        case .inclinationWithin(let bounds):
            data = data.withoutInclination(outside: bounds)
        case .negativeElevationGainUnusable:
            if data.negativeElevationGainDecimetres == 0x7FFF { data.negativeElevationGainDecimetres = nil }
        default: break
        }
    }

    fileprivate func apply(to measurement: inout HeartRateMeasurement) {
        guard self == .rrIntervalIsCode else { return }
        let intervals = (0..<measurement.rrIntervals.count).map { measurement.rrIntervals[$0] }
        measurement.rrIntervals = RRIntervals(intervals.filter { UInt32($0) * 1000 >= 200 * 1024 })
    }
}
