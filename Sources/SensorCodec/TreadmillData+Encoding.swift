extension TreadmillData {
    /// Appends the value as a machine would send it.
    ///
    /// A field that has a value is sent, and so is one that only ``flags`` names, with its "not available" number
    /// (0 where the specification has none). The speed is left out only with the flag ``Flags/moreData``.
    public func encode(into bytes: inout [UInt8]) {
        let sent = flags.union(flagsOfValues)
        bytes.append(littleEndian: sent.rawValue)
        if !sent.contains(.moreData) { bytes.append(littleEndian: instantaneousSpeedCentiKmH ?? 0) }
        if sent.contains(.averageSpeed) { bytes.append(littleEndian: averageSpeedCentiKmH ?? 0) }
        if sent.contains(.totalDistance) { bytes.append(littleEndian24: totalDistanceMetres ?? 0) }
        if sent.contains(.inclination) {
            bytes.append(littleEndian: inclinationDeciPercent ?? 0x7FFF)
            bytes.append(littleEndian: rampAngleDeciDegrees ?? 0x7FFF)
        }
        if sent.contains(.elevationGain) {
            bytes.append(littleEndian: positiveElevationGainDecimetres ?? 0xFFFF)
            bytes.append(littleEndian: negativeElevationGainDecimetres ?? 0xFFFF)
        }
        if sent.contains(.instantaneousPace) { encode(pace: instantaneousPaceRaw, into: &bytes) }
        if sent.contains(.averagePace) { encode(pace: averagePaceRaw, into: &bytes) }
        if sent.contains(.expendedEnergy) {
            bytes.append(littleEndian: totalEnergyKilocalories ?? 0xFFFF)
            bytes.append(littleEndian: energyPerHourKilocalories ?? 0xFFFF)
            bytes.append(energyPerMinuteKilocalories ?? 0xFF)
        }
        if sent.contains(.heartRate) { bytes.append(heartRateBPM ?? 0) }
        if sent.contains(.metabolicEquivalent) { bytes.append(metabolicEquivalentRaw ?? 0) }
        if sent.contains(.elapsedTime) { bytes.append(littleEndian: elapsedTimeSeconds ?? 0) }
        if sent.contains(.remainingTime) { bytes.append(littleEndian: remainingTimeSeconds ?? 0) }
        if sent.contains(.forceOnBeltAndPower) {
            bytes.append(littleEndian: forceOnBeltNewtons ?? 0x7FFF)
            bytes.append(littleEndian: powerOutputWatts ?? 0x7FFF)
        }
        if let stepCount {
            if stepCount.octets == 2 {
                bytes.append(littleEndian: UInt16(truncatingIfNeeded: stepCount.steps))
            } else {
                bytes.append(littleEndian24: stepCount.steps)
            }
        }
    }

    private func encode(pace: UInt16?, into bytes: inout [UInt8]) {
        if paceForm == .oneOctet {
            bytes.append(UInt8(clamping: pace ?? 0))
        } else {
            bytes.append(littleEndian: pace ?? 0)
        }
    }

    /// The flags that the fields with a value call for.
    private var flagsOfValues: Flags {
        var flags: Flags = []
        if averageSpeedCentiKmH != nil { flags.insert(.averageSpeed) }
        if totalDistanceMetres != nil { flags.insert(.totalDistance) }
        if inclinationDeciPercent != nil || rampAngleDeciDegrees != nil { flags.insert(.inclination) }
        if positiveElevationGainDecimetres != nil || negativeElevationGainDecimetres != nil {
            flags.insert(.elevationGain)
        }
        if instantaneousPaceRaw != nil { flags.insert(.instantaneousPace) }
        if averagePaceRaw != nil { flags.insert(.averagePace) }
        if totalEnergyKilocalories != nil || energyPerHourKilocalories != nil || energyPerMinuteKilocalories != nil {
            flags.insert(.expendedEnergy)
        }
        if heartRateBPM != nil { flags.insert(.heartRate) }
        if metabolicEquivalentRaw != nil { flags.insert(.metabolicEquivalent) }
        if elapsedTimeSeconds != nil { flags.insert(.elapsedTime) }
        if remainingTimeSeconds != nil { flags.insert(.remainingTime) }
        if forceOnBeltNewtons != nil || powerOutputWatts != nil { flags.insert(.forceOnBeltAndPower) }
        if stepCount != nil { flags.insert(.vendorStepCount) }
        return flags
    }
}
