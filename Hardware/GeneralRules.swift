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
}
