import SensorCodec

/// Where the heart rate of a session comes from.
struct HeartRateFeed: Sendable {
    /// The strap in use: the first that sends, until it is lost.
    var strap: SensorIdentity?
    /// When the strap in use last sent, in ms; before 0 for one that sent no reading yet when the session began.
    var strapHeardAt: Int64?
    /// When a strap last sent a null value before the session, in microseconds since 1970.
    var silentStrapAt: Int64?
    /// The sensor that was last listened to.
    var fedBy: SensorIdentity?
    /// What the last accepted reading came from.
    var acceptedFrom: SensorKind?

    /// A strap that is worn but has no reading yet is alive: it keeps the machine's heart rate out all the same.
    mutating func rememberSilentStrap(whenSessionBeginsAt time: Int64) {
        guard let silentStrapAt else { return }
        let (age, overflow) = time.subtractingReportingOverflow(silentStrapAt)
        if !overflow { strapHeardAt = -(max(0, age) / 1000) }
    }
}

extension RunSession {
    /// A value of the strap in use. No reading (0, or cut short) feeds nothing; missing contact is told either way.
    mutating func take(_ measurement: HeartRateMeasurement, from sensor: SensorIdentity) {
        heartRate.strapHeardAt = now
        heartRate.fedBy = sensor
        tally.rrIntervals += measurement.rrIntervals.count
        if measurement.sensorContact == .notDetected {
            engine.contactMissing(at: now)
        } else if let bpm = measurement.heartRateBPM {
            feed(bpm, contact: measurement.sensorContact, from: .heartRate)
        }
    }

    /// The heart rate that the machine knows of: listened to only while no strap has sent for as long as it takes to
    /// be lost, so that the two are never mixed while a strap is alive, be it without a reading.
    mutating func takeHeartRate(of data: TreadmillData, from sensor: SensorIdentity) {
        guard let bpm = data.heartRateBPM else { return }
        if let strapHeardAt = heartRate.strapHeardAt, now - strapHeardAt < engine.configuration.lost { return }
        heartRate.fedBy = sensor
        feed(UInt16(bpm), contact: .unsupported, from: .treadmill)
    }

    private mutating func feed(
        _ bpm: UInt16,
        contact: HeartRateMeasurement.SensorContact,
        from kind: SensorKind
    ) {
        let accepted = engine.counts.accepted
        engine.heartRateSample(bpm, contact: contact, at: now)
        if engine.counts.accepted > accepted { heartRate.acceptedFrom = kind }
    }
}
