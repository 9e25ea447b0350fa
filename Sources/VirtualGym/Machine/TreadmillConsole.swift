import SensorCodec

/// What a treadmill counts and tells. It counts only while somebody is on its belt, as machines do that notice it.
struct TreadmillConsole: Sendable {
    /// For the energy: the weight that consoles assume, in kg.
    private static let assumedKilograms = 70.0
    /// What a litre of oxygen gives, in kcal.
    private static let kilocaloriesPerLitre = 5.0

    /// In 1/720 m.
    private var way = 0
    private var movingSeconds = 0
    private var kilocalories = 0.0
    private var kilocaloriesPerMinute = 0.0

    /// Counts a second: the way of the belt in 1/720 m, and whether it carried somebody.
    mutating func count(_ belt: BeltModel, way step: Int, isOccupied: Bool) {
        guard isOccupied, belt.speedCentiKmH > 0 || step > 0 else { return kilocaloriesPerMinute = 0 }
        way += step
        if belt.speedCentiKmH > 0 { movingSeconds += 1 }
        let uptake = OxygenCost.uptake(
            speedKmH: Double(belt.speedCentiKmH) / 100.0,
            gradePercent: Double(belt.inclineDeciPercent) / 10.0
        )
        kilocaloriesPerMinute = uptake * Self.assumedKilograms / 1000.0 * Self.kilocaloriesPerLitre
        kilocalories += kilocaloriesPerMinute / 60.0
    }

    /// Treadmill Data: all that the console shows, in 20 octets.
    func data(_ belt: BeltModel) -> TreadmillData {
        let metres = way / 720
        var data = TreadmillData()
        data.instantaneousSpeedCentiKmH = UInt16(belt.speedCentiKmH)
        data.averageSpeedCentiKmH = UInt16(movingSeconds > 0 ? metres * 360 / movingSeconds : 0)
        data.totalDistanceMetres = UInt32(metres)
        // The ramp angle goes without saying: it is sent as "not available".
        data.inclinationDeciPercent = Int16(belt.inclineDeciPercent)
        data.totalEnergyKilocalories = UInt16(kilocalories)
        data.energyPerHourKilocalories = UInt16(kilocaloriesPerMinute * 60.0)
        data.energyPerMinuteKilocalories = UInt8(kilocaloriesPerMinute)
        data.elapsedTimeSeconds = UInt16(truncatingIfNeeded: movingSeconds)
        return data
    }

    // MARK: - What it says when asked

    /// What it measures, and which targets it takes.
    static var feature: FitnessMachineFeature {
        var feature = FitnessMachineFeature()
        // Average speed, total distance, inclination, expended energy, elapsed time.
        feature.features = FitnessMachineFeature.Features(rawValue: 1 << 0 | 1 << 2 | 1 << 3 | 1 << 9 | 1 << 12)
        feature.targetSettings = [.speed, .inclination]
        return feature
    }

    static func speedRange(_ limits: BeltModel.Limits) -> SupportedSpeedRange {
        var range = SupportedSpeedRange()
        range.minimumCentiKmH = UInt16(limits.speed.lowerBound)
        range.maximumCentiKmH = UInt16(limits.speed.upperBound)
        range.incrementCentiKmH = UInt16(limits.speedStep)
        return range
    }

    static func inclinationRange(_ limits: BeltModel.Limits) -> SupportedInclinationRange {
        var range = SupportedInclinationRange()
        range.minimumDeciPercent = Int16(limits.incline.lowerBound)
        range.maximumDeciPercent = Int16(limits.incline.upperBound)
        range.incrementDeciPercent = UInt16(limits.inclineStep)
        return range
    }
}
