extension RunMetrics {
    /// The metrics up to the time reached, as far as runner and plan allow.
    public func totals(for body: RunnerBody, plan: ZonePlan) -> MetricsSummary {
        var summary = MetricsSummary()
        summary.activeMilliseconds = belt.activeTime
        summary.heartRateMilliseconds = histogram.knownMilliseconds
        summary.flaggedMilliseconds = flaggedTime
        tellHeartRate(in: &summary)
        tellLoads(in: &summary, sex: body.sex, plan: plan)
        tellBelt(in: &summary)
        if let energy = energy(of: body) {
            summary.energyKilocalories = energy.figure
            summary.isEnergyFromBelt = energy.isFromBelt
        }
        return summary
    }

    private func tellHeartRate(in summary: inout MetricsSummary) {
        summary.meanBPM = ofHeartRate(histogram.meanBPM)
        summary.peakBPM = ofHeartRate(peak.bpm)
        summary.observedMaximumBPM = observedMaximum.bpm
        let (valid, main) = (decoupling.validTime, decoupling.mainTime)
        summary.metresPerBeat = Figure(decoupling.metresPerBeat, knownMilliseconds: valid, ofMilliseconds: main)
        summary.decouplingPercent = Figure(decoupling.percent, knownMilliseconds: valid, ofMilliseconds: main)
        summary.driftBPMPer10Min = drift.figure
        summary.recovery = recovery.recovery
        // Inside, times count from the first call.
        summary.recovery?.atMilliseconds += origin ?? 0
    }

    private func tellLoads(in summary: inout MetricsSummary, sex: Sex?, plan: ZonePlan) {
        guard histogram.knownMilliseconds > 0 else { return }
        summary.edwardsLoad = ofHeartRate(histogram.edwardsLoad(maximumBPM: plan.maximumBPM))
        if plan.zones.model == .three, plan.zones.lowerBoundsBPM.count == 2 {
            let bounds = plan.zones.lowerBoundsBPM
            summary.luciaLoad = ofHeartRate(
                histogram.luciaLoad(firstThresholdBPM: bounds[0], secondThresholdBPM: bounds[1])
            )
        }
        if let threshold = plan.thresholdBPM, threshold > 0 {
            summary.loadBySquares = ofHeartRate(histogram.loadBySquares(thresholdBPM: threshold))
        }
        guard let sex, let resting = plan.restingBPM else { return }
        summary.banisterTRIMP = ofHeartRate(
            histogram.banisterTRIMP(restingBPM: resting, maximumBPM: plan.maximumBPM, sex: sex)
        )
        guard let threshold = plan.thresholdBPM else { return }
        summary.heartRateLoad = ofHeartRate(
            histogram.heartRateLoad(
                restingBPM: resting,
                thresholdBPM: threshold,
                maximumBPM: plan.maximumBPM,
                sex: sex
            )
        )
    }

    private func tellBelt(in summary: inout MetricsSummary) {
        guard belt.knownTime > 0 else { return }
        summary.walkingMilliseconds = ofBelt(belt.walkTime)
        summary.runningMilliseconds = ofBelt(belt.runTime)
        summary.gradeAdjustedMillimetres = ofBelt(belt.adjustedWay / BeltTotals.millisecondsPerHour)
        if belt.slopeTime > 0 {
            summary.climbMillimetres = Figure(
                belt.ascent / BeltTotals.millisecondsPerHour,
                knownMilliseconds: belt.slopeTime,
                ofMilliseconds: belt.activeTime
            )
        }
        guard belt.movingTime > 0 else { return }
        summary.meanSpeedCentiKmH = ofBelt(Int((belt.way + belt.movingTime / 2) / belt.movingTime))
        let adjusted = belt.adjustedWay / belt.movingTime
        summary.gradeAdjustedSecondsPerKilometre = ofBelt(
            Pace.secondsPerKilometre(centiKmH: Int((adjusted + 5_000) / 10_000))
        )
    }

    /// From speed and incline where these were known for at least half of the time, else from the heart rates that
    /// Keytel's formula is for.
    private func energy(of body: RunnerBody) -> (figure: Figure<Double>, isFromBelt: Bool)? {
        guard let weight = body.weightHectograms, weight > 0 else { return nil }
        let uptake = Double(belt.oxygen) / BeltTotals.oxygenUnit
        let kilocalories = OxygenUptake.kilocaloriesPerMinute(uptake, weightHectograms: weight) / 60_000
        if belt.knownTime > 0, let figure = ofBelt(kilocalories) { return (figure, true) }
        guard let age = body.ageYears, let sex = body.sex else { return nil }
        let usable = HeartRateEnergy.usableBPM
        let sum = histogram.sum { bpm in
            guard usable.contains(bpm) else { return 0 }
            let perMinute = HeartRateEnergy.kilocaloriesPerMinute(
                bpm: bpm,
                weightHectograms: weight,
                ageYears: age,
                sex: sex
            )
            // The light and the young are given less than nothing at the lowest of these rates.
            return max(0, perMinute)
        }
        return Figure(
            sum / 60_000,
            knownMilliseconds: histogram.milliseconds(inBPM: usable),
            ofMilliseconds: belt.activeTime
        ).map { ($0, false) }
    }

    private func ofHeartRate<Value>(_ value: Value?) -> Figure<Value>? {
        Figure(value, knownMilliseconds: histogram.knownMilliseconds, ofMilliseconds: belt.activeTime)
    }

    private func ofBelt<Value>(_ value: Value?) -> Figure<Value>? {
        Figure(value, knownMilliseconds: belt.knownTime, ofMilliseconds: belt.activeTime)
    }
}
