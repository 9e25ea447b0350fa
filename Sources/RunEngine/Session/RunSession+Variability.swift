import SensorCodec

/// The variability of the heart rate, for runners who asked for it. The time is read before the monitor is changed: both
/// are of the session.
extension RunSession {
    /// A value of the sensor in use, worn or not.
    mutating func followVariability(_ measurement: HeartRateMeasurement, isWorn: Bool) {
        if !followsVariability { return }
        let now = now
        if isWorn {
            variability.take(
                measurement.rrIntervals,
                heartRateBPM: measurement.heartRateBPM,
                atMilliseconds: now
            )
        } else {
            variability.interrupt(atMilliseconds: now)
        }
    }

    /// Another sensor is in use from now on.
    mutating func changeVariabilitySensor(isOptical: Bool) {
        if !followsVariability { return }
        let now = now
        variability.changeSensor(isOptical: isOptical, atMilliseconds: now)
    }

    /// The belt stands, or moves: at its first step the rest before the run is over, and after its last another begins.
    mutating func noteBeltForVariability(stands: Bool) {
        if !followsVariability { return }
        let now = now
        if stands {
            beltStandsSince = beltStandsSince ?? now
        } else {
            if !hasBeltMoved {
                variability.keepRest(.beforeRun, overLast: now, atMilliseconds: now)
                hasBeltMoved = true
            }
            beltStandsSince = nil
        }
    }

    /// The session ends: what rest there was after the belt's last step is kept.
    mutating func keepRestAfterRun() {
        guard followsVariability, hasBeltMoved, let beltStandsSince else { return }
        let now = now
        variability.keepRest(.afterRun, overLast: now - beltStandsSince, atMilliseconds: now)
    }
}

extension HeartRateVariabilitySummary {
    /// All that is known, in the order of the names.
    var metrics: [Metric] {
        var list: [Metric] = []
        func add(_ name: Metric.Name, _ value: Double?) {
            if let value { list.append(Metric(name, value)) }
        }
        add(.alpha1Mean, meanAlpha1)
        add(.alpha1Lowest, alpha1Range?.lowerBound)
        add(.alpha1Highest, alpha1Range?.upperBound)
        add(.intervalArtefactPercent, artefactPercent)
        add(.restBeforeRMSSDMilliseconds, restBefore?.timeDomain.rmssd)
        add(.restBeforeSDNNMilliseconds, restBefore?.timeDomain.sdnn)
        add(.restBeforePNN50Percent, restBefore?.timeDomain.pnn50)
        add(.restBeforeSD1Milliseconds, restBefore?.timeDomain.sd1)
        add(.restBeforeSD2Milliseconds, restBefore?.timeDomain.sd2)
        add(.restAfterRMSSDMilliseconds, restAfter?.timeDomain.rmssd)
        add(.restAfterSDNNMilliseconds, restAfter?.timeDomain.sdnn)
        add(.restAfterPNN50Percent, restAfter?.timeDomain.pnn50)
        add(.restAfterSD1Milliseconds, restAfter?.timeDomain.sd1)
        add(.restAfterSD2Milliseconds, restAfter?.timeDomain.sd2)
        return list
    }
}
