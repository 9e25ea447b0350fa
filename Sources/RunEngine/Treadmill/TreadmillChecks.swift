import SensorCodec

/// What a treadmill's own values give away about it, without a profile of the machine: a value in at a time, findings
/// out.
///
/// Nothing is corrected, and nothing waits for the runner: a finding is told once for each machine. Its memory does not
/// grow with the run.
struct TreadmillChecks: Sendable {
    private var evidence = Evidence()
    private var told = ToldFindings()

    /// Another machine follows: what the last one showed is no evidence about it. What was told stays told.
    mutating func forgetMachine() {
        evidence = Evidence()
    }

    /// Takes a value, a whole record or a part, at a time in ms that never falls; answers what is news.
    ///
    /// A speed counts no longer than `hold`, in ms.
    mutating func take(
        _ data: TreadmillData,
        from sensor: SensorIdentity,
        range: InclinationRange?,
        at time: Int64,
        hold: Int64
    ) -> [RunNotice.Finding] {
        var findings = evidence.take(data, range: range, at: time, hold: hold)
        if !findings.isEmpty { findings.removeAll { !told.note($0, about: sensor) } }
        return findings
    }
}

/// The evidence about the machine in use.
private struct Evidence: Sendable {
    private var belt = BeltWay()
    private var distance = MachineCounter()
    private var clock = MachineCounter()
    private var comparison = SpeedComparison()
    private var standing = StandingFields()
    private var inclination = InclinationCheck()

    /// All that holds now, be it told or not.
    mutating func take(
        _ data: TreadmillData,
        range: InclinationRange?,
        at time: Int64,
        hold: Int64
    ) -> [RunNotice.Finding] {
        belt.advance(to: time, hold: hold)
        if let speed = data.instantaneousSpeedCentiKmH { belt.tell(speed) }
        var findings = takeCounters(of: data, at: time)
        if let bpm = data.heartRateBPM, standing.heartRateStands(bpm, belt: belt, at: time, hold: hold) {
            findings.append(.frozenField(.heartRate))
        }
        if let deciPercent = data.inclinationDeciPercent,
            let finding = inclination.take(deciPercent, range: range, at: time, hold: hold)
        {
            findings.append(finding)
        }
        return findings
    }

    /// Each counter is judged by the other, so both are read first. The largest number is where a counter ends, and
    /// stands for good: it counts as not sent.
    private mutating func takeCounters(of data: TreadmillData, at time: Int64) -> [RunNotice.Finding] {
        let seconds = data.elapsedTimeSeconds.flatMap { $0 == .max ? nil : Int64($0) }
        let metres = data.totalDistanceMetres.flatMap { $0 >= 0xFF_FFFF ? nil : Int64($0) }
        let clockMoved = seconds.map { clock.tell($0, at: time) }
        let distanceMoved = metres.map { distance.tell($0, at: time) }
        var findings: [RunNotice.Finding] = []
        if let distanceMoved,
            standing.distanceStands(hasMoved: distanceMoved, clock: clock, belt: belt, at: time)
        {
            findings.append(.frozenField(.totalDistance))
        }
        if let clockMoved, standing.clockStands(hasMoved: clockMoved, distance: distance, belt: belt, at: time) {
            findings.append(.frozenField(.elapsedTime))
        }
        if let metres, let finding = comparison.take(metres, seconds: clock.value, belt: belt, at: time) {
            findings.append(finding)
        }
        return findings
    }
}
