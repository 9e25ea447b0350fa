import SensorCodec

/// Where the heart rate of a session comes from.
struct HeartRateFeed: Sendable {
    /// The sensors that are made for it, and the one in use.
    var sources = HeartRateSources()
    /// How far that one can be believed.
    var trust = HeartRateTrust()
    /// When the sensor in use last sent, in ms; before 0 for one that sent no reading yet when the session began.
    var sensorHeardAt: Int64?
    /// When a sensor last sent a null value before the session, in microseconds since 1970.
    var silentSensorAt: Int64?
    /// The sensor that was last listened to.
    var fedBy: SensorIdentity?

    /// A strap that is worn but has no reading yet is alive: it keeps the machine's heart rate out all the same.
    mutating func rememberSilentSensor(whenSessionBeginsAt time: Int64) {
        guard let silentSensorAt else { return }
        let (age, overflow) = time.subtractingReportingOverflow(silentSensorAt)
        if !overflow { sensorHeardAt = -(max(0, age) / 1000) }
    }
}

extension RunSession {
    /// A value of a sensor that is made for it. Only that of the sensor in use feeds the run; no reading (0, or cut short)
    /// feeds nothing; missing contact is told either way.
    mutating func take(_ measurement: HeartRateMeasurement, from sensor: SensorIdentity) {
        let (hold, lost) = (engine.configuration.hold, engine.configuration.lost)
        guard let verdict = heartRate.sources.take(measurement, from: sensor, at: now, hold: hold) else { return }
        if heartRate.sources.choose(at: now, hold: hold, lost: lost) != nil {
            heartRate.trust.forgetSensor(speedCentiKmH: speedCentiKmH(at: now), at: now)
            changeVariabilitySensor(isOptical: heartRate.sources.isOptical)
        }
        guard heartRate.sources.inUse == sensor else { return }
        heartRate.sensorHeardAt = now
        heartRate.fedBy = sensor
        tally.rrIntervals += measurement.rrIntervals.count
        if engine.session != .ended { intervals.add(measurement.rrIntervals) }
        let isStanding = heartRate.sources.isStanding(sensor, at: now)
        heartRate.trust.take(measurement, verdict, isStanding: isStanding, at: now, hold: hold)
        followVariability(measurement, isWorn: verdict != .noContact && verdict != .frozen)
        switch verdict {
        case .noContact: loseContact()
        case .frozen:
            loseContact()
            tell(.strapOffBody, about: sensor)
        case .noReading: break
        case .worn, .wornAgainstFlag:
            for index in 0..<measurement.rrIntervals.count {
                metrics.interval(Int(measurement.rrIntervals[index]), atMilliseconds: now)
            }
            if let bpm = measurement.heartRateBPM { feed(bpm, from: sensor, as: .heartRate) }
        }
        tellDoubts(about: sensor)
    }

    private mutating func loseContact() {
        engine.contactMissing(at: now)
        forwardOutputs()
        metrics.doubted(atMilliseconds: now)
    }

    /// The heart rate that the machine knows of: listened to only while no other sensor has sent for as long as it takes
    /// to be lost, so that the two are never mixed while a strap is alive, be it without a reading.
    mutating func takeHeartRate(of data: TreadmillData, from sensor: SensorIdentity) {
        guard let bpm = data.heartRateBPM else { return }
        if let heardAt = heartRate.sensorHeardAt, now - heardAt < engine.configuration.lost { return }
        heartRate.fedBy = sensor
        feed(UInt16(bpm), from: sensor, as: .treadmill)
    }

    private mutating func feed(_ bpm: UInt16, from sensor: SensorIdentity, as kind: SensorKind) {
        let before = engine.counts
        engine.heartRateSample(bpm, at: now)
        let isAccepted = engine.counts.accepted > before.accepted
        let quality =
            kind == .heartRate
            ? heartRate.sources.quality(of: sensor, at: now, hold: engine.configuration.lost) : .machine
        if kind == .heartRate {
            heartRate.trust.judged(
                Int(bpm),
                isAccepted: isAccepted,
                cadence: cadencePerMinute,
                tellsIntervals: quality == .strapWithRR,
                at: now
            )
        }
        if isAccepted {
            if engine.session == .running { laps.note(bpm: Int(bpm)) }
            noteSource(.heartRate, sensor, kind, quality)
        }
        measure(bpm, since: before)
    }

    /// Tells of a source when it is another than before.
    mutating func noteSource(
        _ quantity: SourceChange.Quantity,
        _ sensor: SensorIdentity,
        _ kind: SensorKind,
        _ quality: HeartRateQuality? = nil
    ) {
        if let known = sources[quantity], known.sensor == sensor, known.kind == kind, known.quality == quality {
            return
        }
        let change = SourceChange(
            timeMilliseconds: now,
            quantity: quantity,
            sensor: sensor,
            kind: kind,
            quality: quality
        )
        sources[quantity] = change
        forwardOutputs()
        events.append(.source(change))
    }

    /// What is in doubt about the heart rate, while it counts.
    var heartRateDoubts: HeartRateDoubts {
        engine.isHeartRateTrusted && sources[.heartRate]?.kind == .heartRate ? heartRate.trust.doubts : []
    }

    private mutating func tellDoubts(about sensor: SensorIdentity) {
        let doubts = heartRate.trust.doubts
        if doubts.isEmpty { return }
        for finding in HeartRateFinding.allCases {
            if let doubt = finding.doubt, doubts.contains(doubt) { tell(finding, about: sensor) }
        }
    }

    private mutating func tell(_ finding: HeartRateFinding, about sensor: SensorIdentity) {
        tellOnce(.heartRate(finding), about: sensor)
    }

    /// Tells a finding about a sensor, once a session.
    mutating func tellOnce(_ finding: RunNotice.Finding, about sensor: SensorIdentity) {
        guard engine.session != .ended, told.note(finding, about: sensor) else { return }
        forwardOutputs()
        events.append(.notice(RunNotice(timeMilliseconds: now, sensor: sensor, finding: finding)))
    }
}
