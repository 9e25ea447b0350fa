import SensorCodec

extension TreadmillData {
    /// True when nothing in it says that anybody uses the machine: every field is absent or 0. Machines send such values
    /// when they wake and before they sleep.
    ///
    /// A parked deck can be inclined, and a programme that has not begun has time left: neither counts.
    var isNull: Bool {
        isEmpty(instantaneousSpeedCentiKmH) && isEmpty(averageSpeedCentiKmH) && isEmpty(totalDistanceMetres)
            && isEmpty(positiveElevationGainDecimetres) && isEmpty(negativeElevationGainDecimetres)
            && isEmpty(instantaneousPaceRaw) && isEmpty(averagePaceRaw) && isEmpty(totalEnergyKilocalories)
            && isEmpty(energyPerHourKilocalories) && isEmpty(energyPerMinuteKilocalories) && isEmpty(heartRateBPM)
            && isEmpty(metabolicEquivalentRaw) && isEmpty(elapsedTimeSeconds) && isEmpty(forceOnBeltNewtons)
            && isEmpty(powerOutputWatts)
    }
}

extension HeartRateMeasurement {
    /// True when it holds neither a heart rate nor a beat: a strap that nobody wears.
    var isNull: Bool { isEmpty(heartRateBPM) && rrIntervals.isEmpty }
}

private func isEmpty(_ field: (some BinaryInteger)?) -> Bool { (field ?? 0) == 0 }
