public import SensorCodec

extension ZoneEngine {
    /// A reading of the heart rate, in bpm, with what the sensor says of its skin contact. `time` in ms.
    ///
    /// In this order: without contact it is refused; outside the plausible range it is refused and nothing else
    /// changes; a jump that no heart makes is suspect until enough of them agree; the rest is accepted.
    public mutating func heartRateSample(
        _ bpm: UInt16,
        contact: HeartRateMeasurement.SensorContact = .unsupported,
        at time: Int64
    ) {
        if contact == .notDetected { return contactMissing(at: time) }
        enter(time)
        let reading = Reading(time: now, bpm: Int(bpm))
        guard configuration.plausibleBPM.contains(reading.bpm) else {
            counts.rejected += 1
            return
        }
        if isJump(reading) { doubt(reading) } else { accept(reading) }
    }

    /// The sensor says that it has no skin contact, whatever rate came with that. `time` in ms.
    public mutating func contactMissing(at time: Int64) {
        enter(time)
        counts.rejected += 1
        guard link != .contactLost else { return }
        change(link: .contactLost)
        forgetReadings()
        loseBand()
    }

    /// The sensor's link is gone. `time` in ms.
    public mutating func sensorGone(at time: Int64) {
        enter(time)
        guard link != .none, link != .lost else { return }
        change(link: .lost)
        forgetReadings()
        loseBand()
    }

    /// The last accepted reading counts no longer.
    mutating func expireReading() {
        change(link: .stale)
        loseBand()
        suspects.removeAll()
    }

    /// The heart rate has been missing for too long.
    mutating func loseSignal() {
        change(link: .lost)
        forgetReadings()
    }

    private mutating func forgetReadings() {
        window.removeAll()
        suspects.removeAll()
        medianBPM = nil
    }

    /// True for a reading that is further from the held one than a heart gets in that time.
    @inline(__always)
    private func isJump(_ reading: Reading) -> Bool {
        guard isHeartRateTrusted, let held else { return false }
        let limit = configuration.slewBase * 1000 + configuration.slewPerSecond * (reading.time - held.time)
        return Int64(abs(reading.bpm - held.bpm)) * 1000 > limit
    }

    /// Takes note of a jump; believes it once enough agree over enough time, for then the level has truly changed.
    private mutating func doubt(_ reading: Reading) {
        counts.suspect += 1
        suspects.append(reading)
        suspects.keep(last: configuration.relockCount)
        let agree =
            suspects.count == configuration.relockCount && suspects.spreadBPM <= configuration.relockSpread
            && suspects.span >= configuration.relockSpan
        guard agree else { return change(link: .suspect) }
        counts.relocked += 1
        window = suspects
        believe(reading)
    }

    private mutating func accept(_ reading: Reading) {
        window.append(reading)
        believe(reading)
    }

    private mutating func believe(_ reading: Reading) {
        counts.accepted += 1
        suspects.removeAll()
        change(link: .good)
        held = reading
        if session == .running { account.note(bpm: reading.bpm) }
        window.keep(after: reading.time - configuration.medianSpan)
        if let median = window.medianBPM {
            medianBPM = median
            judge(medianBPM: median)
        }
    }
}
