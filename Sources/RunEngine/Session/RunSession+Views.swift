extension RunSession {
    /// The state at the instant reached, for who cannot wait for the next whole second; `nil` before the session.
    public var currentSample: RunSample? { hasBegun ? sample : nil }

    /// The state at the instant that the zone engine has reached.
    var sample: RunSample {
        let time = engine.now
        let hold = engine.configuration.hold
        let bpm = engine.isHeartRateTrusted ? engine.lastHeartRateBPM : nil
        return RunSample(
            timeMilliseconds: time,
            heartRateBPM: bpm,
            heartRateSource: bpm == nil ? nil : sources[.heartRate]?.kind,
            heartRateDoubts: heartRateDoubts,
            headingBPM: bpm == nil ? nil : metrics.headingBPM,
            alpha1Hundredths: variability.reading.map { Int(($0.alpha1 * 100).rounded()) },
            isAlpha1Rough: variability.reading?.isRough ?? false,
            rrIntervals: intervals.next,
            zone: bpm.map { plan.zones.zone(ofBPM: $0) },
            band: engine.band,
            link: engine.link,
            phase: engine.phase,
            session: engine.session,
            speedCentiKmH: speedCentiKmH(at: time),
            cadencePerMinute: cadencePerMinute,
            inclinationDeciPercent: treadmill.inclinationDeciPercent.value(at: time, hold: hold),
            isBeltUnattended: treadmill.isUnattended && engine.belt == .moving,
            distanceMillimetres: motion.distanceMillimetres.value(at: time, hold: hold),
            totalEnergyKilocalories: treadmill.totalEnergyKilocalories.value(at: time, hold: hold)
        )
    }

    /// The totals up to the instant reached.
    public var summary: RunSummary {
        let account = engine.account
        var summary = RunSummary()
        summary.elapsedMilliseconds = account.elapsedMilliseconds
        summary.pausedMilliseconds = account.pausedMilliseconds
        summary.unknownMilliseconds = account.unknownMilliseconds
        summary.zoneMilliseconds = account.zoneMilliseconds
        summary.belowMilliseconds = account.belowMilliseconds
        summary.insideMilliseconds = account.insideMilliseconds
        summary.aboveMilliseconds = account.aboveMilliseconds
        summary.warmUpMilliseconds = account.warmUpMilliseconds
        summary.mainMilliseconds = account.mainMilliseconds
        summary.coolDownMilliseconds = account.coolDownMilliseconds
        if motion.isMeasured {
            summary.distanceMillimetres = motion.distance.millimetres
            summary.speedDistanceMillimetres = engine.distanceMillimetres
        }
        summary.counterDistanceMillimetres = motion.distance.countedMillimetres
        var totals = metrics.totals(for: plan.body, plan: plan)
        if !plan.optionalFigures.contains(.energy) { totals.energyKilocalories = nil }
        summary.flaggedMilliseconds = totals.flaggedMilliseconds
        summary.metrics = totals.metrics + (variability.summary()?.metrics ?? [])
        summary.heartRate = heartRateSummary(of: account)
        summary.rrIntervalCount = tally.rrIntervals
        summary.packetCount = tally.packets
        summary.issueCounts = tally.issues
        return summary
    }

    /// The mean weighs each reading by the time it was held; a lone reading at the last instant stands for itself.
    private func heartRateSummary(of account: TimeAccount) -> RunSummary.HeartRate? {
        guard let minimum = account.minimumBPM, let maximum = account.maximumBPM else { return nil }
        let time = account.knownMilliseconds
        let average = time == 0 ? Int64(maximum) : (2 * account.bpmMilliseconds + time) / (2 * time)
        return RunSummary.HeartRate(averageBPM: Int(average), minimumBPM: minimum, maximumBPM: maximum)
    }
}
