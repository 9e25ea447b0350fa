import SensorCodec

/// What the treadmill in use told, each field with its own age: a record comes in parts on many machines.
struct TreadmillFeed: Sendable {
    /// Joins the parts of the machine's records, for whoever lost one to be found.
    var records = RecordAssembler<TreadmillData>()
    /// The machine in use: the first that sends, until it is lost.
    var machine: SensorIdentity?
    /// The machine that was last in use.
    var lastMachine: SensorIdentity?
    var speedCentiKmH = Aged<Int>()
    var inclinationDeciPercent = Aged<Int>()
    /// As the machine counts it.
    var totalEnergyKilocalories = Aged<Int>()
    var checks = TreadmillChecks()
    var presence = BeltPresence()
    var pause = MachinePause()

    /// True while the belt runs on with nobody on it, by what it counts; a machine that says it pauses is another matter.
    var isUnattended: Bool { presence.isUnattended && !pause.isPaused }
}

extension RunSession {
    mutating func begin(machine: SensorIdentity) {
        if let last = treadmill.lastMachine, last != machine {
            motion.distance.forgetMachine()
            treadmill.checks.forgetMachine()
            treadmill.presence = BeltPresence()
            treadmill.pause = MachinePause()
        }
        treadmill.machine = machine
        treadmill.lastMachine = machine
        treadmill.records = RecordAssembler()
    }

    /// A value of the treadmill in use, a whole record or a part: what it does not carry stays as it was.
    ///
    /// Of a null value, which machines send when they wake and before they sleep, the standstill is believed, and where
    /// the distance begins again; not that nothing was burnt.
    mutating func take(_ data: TreadmillData, from sensor: SensorIdentity) {
        motion.isMeasured = true
        if let speed = data.instantaneousSpeedCentiKmH {
            treadmill.speedCentiKmH.tell(Int(speed), at: now)
            move(at: speed, by: sensor, as: .treadmill)
        }
        if let inclination = data.inclinationDeciPercent {
            treadmill.inclinationDeciPercent.tell(Int(inclination), at: now)
        }
        takeDistance(of: data)
        if !data.isNull {
            if let energy = data.totalEnergyKilocalories {
                treadmill.totalEnergyKilocalories.tell(Int(energy), at: now)
            }
            takeHeartRate(of: data, from: sensor)
        }
        follow(data, from: sensor)
        check(data, of: sensor)
        countParts(data)
    }

    private mutating func takeDistance(of data: TreadmillData) {
        guard let metres = data.totalDistanceMetres else { return }
        motion.distance.follow(
            counter: metres,
            at: now,
            integral: engine.distanceMillimetres,
            isPaused: engine.session == .pausedUser || engine.session == .ended
        )
        motion.distanceMillimetres.tell(motion.distance.millimetres, at: now)
    }

    /// Something happened at the treadmill in use.
    mutating func take(_ status: FitnessMachineStatus, from sensor: SensorIdentity) {
        guard let event = status.event else { return }
        treadmill.pause.take(event, at: now)
        holdBelt()
    }

    /// Follows whether the belt carries the runner.
    private mutating func follow(_ data: TreadmillData, from sensor: SensorIdentity) {
        if let speed = data.instantaneousSpeedCentiKmH { treadmill.pause.tell(speedCentiKmH: Int(speed), at: now) }
        treadmill.presence.take(
            data,
            bpm: engine.isHeartRateTrusted ? engine.lastHeartRateBPM : nil,
            at: now,
            hold: engine.configuration.beltHold
        )
        holdBelt()
        if treadmill.isUnattended { tellOnce(.beltUnattended, about: sensor) }
    }

    private mutating func holdBelt() {
        engine.holdBelt(treadmill.presence.isIdle || treadmill.pause.isPaused, at: now)
    }

    /// Counts the records of which a part was lost. The fields need no joining: each has its own age.
    private mutating func countParts(_ data: TreadmillData) {
        let incomplete = treadmill.records.incompleteCount
        _ = treadmill.records.take(data, at: now)
        if treadmill.records.incompleteCount > incomplete { tally.countIncompleteRecord() }
    }

    /// Tells what a value of the treadmill in use shows to be odd about the machine.
    private mutating func check(_ data: TreadmillData, of sensor: SensorIdentity) {
        guard engine.session != .ended else { return }
        let findings = treadmill.checks.take(
            data,
            from: sensor,
            range: data.inclinationDeciPercent == nil ? nil : sensors.inclinationRange(of: sensor),
            at: now,
            hold: engine.configuration.beltHold
        )
        for finding in findings {
            events.append(.notice(RunNotice(timeMilliseconds: now, sensor: sensor, finding: finding)))
        }
    }

    /// Keeps the range of inclinations that a machine told it has. It may come before the session and before the
    /// machine's first value. Without a smallest step, or with 0, that is taken to be 1 %.
    mutating func learn(_ range: SupportedInclinationRange, of sensor: SensorIdentity) {
        guard let lower = range.minimumDeciPercent, let upper = range.maximumDeciPercent, lower <= upper else { return }
        let step = Int(range.incrementDeciPercent ?? 0)
        sensors.learn(
            inclinationRange: InclinationRange(
                deciPercent: lower...upper,
                stepDeciPercent: step > 0 ? step : InclinationRange.commonStepDeciPercent
            ),
            of: sensor
        )
    }
}
