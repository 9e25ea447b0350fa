public import SensorCodec

/// Rules for any treadmill, with or without a profile.
extension TreadmillData {
    /// The data without an inclination that lies outside the range the machine itself gives (Supported Inclination
    /// Range, 2AD5) or its profile does; both bounds in 0.1 %.
    ///
    /// Such a number is a misread field, as the constant 82 % of a Trinfit T15 Pro was.
    public func withoutInclination(outside bounds: ClosedRange<Int16>) -> TreadmillData {
        guard let inclinationDeciPercent, !bounds.contains(inclinationDeciPercent) else { return self }
        var data = self
        data.inclinationDeciPercent = nil
        return data
    }

    /// True when speed, distance, inclination, energy, heart rate and time are all zero or missing: machines send such
    /// records while they wake and before they sleep, so one is a true standstill within a run, and no reason to begin
    /// one.
    public var saysNothing: Bool {
        (instantaneousSpeedCentiKmH ?? 0) == 0 && (averageSpeedCentiKmH ?? 0) == 0 && (totalDistanceMetres ?? 0) == 0
            && (inclinationDeciPercent ?? 0) == 0 && (totalEnergyKilocalories ?? 0) == 0
            && (heartRateBPM ?? 0) == 0 && (elapsedTimeSeconds ?? 0) == 0
    }
}
