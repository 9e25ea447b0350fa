public import SensorCodec

/// The unit in which a console shows its speed, by the runner's word.
public enum ConsoleUnit: Sendable {
    case kilometresPerHour
    case milesPerHour
}

/// Miles per hour in a field that should hold km/h.
public enum MilesPerHour {
    /// The speed in 0.01 km/h of a number in 0.01 mph, to the nearest; `nil` when the field cannot hold it (407 mph).
    ///
    /// A mile is 1.609344 km exactly.
    public static func centiKmH(ofCentiMilesPerHour speed: UInt16) -> UInt16? {
        UInt16(exactly: (UInt64(speed) * 1_609_344 + 500_000) / 1_000_000)
    }
}

extension TreadmillData {
    /// The data with its speeds taken as miles per hour and converted: what the runner's word asks for.
    public var convertedFromMilesPerHour: TreadmillData {
        var data = self
        data.instantaneousSpeedCentiKmH = instantaneousSpeedCentiKmH.flatMap(MilesPerHour.centiKmH)
        data.averageSpeedCentiKmH = averageSpeedCentiKmH.flatMap(MilesPerHour.centiKmH)
        return data
    }
}
