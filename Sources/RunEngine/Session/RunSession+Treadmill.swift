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
    /// Told anew with each speed and with each counter of the machine, in mm.
    var distanceMillimetres = Aged<Int64>()
    var distance = DistanceMeter()
    var checks = TreadmillChecks()
}

/// A value and when it was told.
struct Aged<Value: Sendable>: Sendable {
    private var told: (value: Value, time: Int64)?

    /// Takes a value at a time in ms.
    mutating func tell(_ value: Value, at time: Int64) {
        told = (value, time)
    }

    /// The value while it is younger than `hold`, both in ms.
    func value(at time: Int64, hold: Int64) -> Value? {
        guard let told, time - told.time < hold else { return nil }
        return told.value
    }
}

extension RunSession {
    mutating func begin(machine: SensorIdentity) {
        if let last = treadmill.lastMachine, last != machine {
            treadmill.distance.forgetMachine()
            treadmill.checks.forgetMachine()
        }
        treadmill.machine = machine
        treadmill.lastMachine = machine
        treadmill.records = RecordAssembler()
    }

    /// A value of the treadmill in use, a whole record or a part: what it does not carry stays as it was.
    mutating func take(_ data: TreadmillData, from sensor: SensorIdentity) {
        if let speed = data.instantaneousSpeedCentiKmH {
            engine.beltSample(speed, at: now)
            treadmill.speedCentiKmH.tell(Int(speed), at: now)
            treadmill.distance.follow(integral: engine.distanceMillimetres)
        }
        if let metres = data.totalDistanceMetres {
            treadmill.distance.follow(
                counter: metres,
                at: now,
                integral: engine.distanceMillimetres,
                isPaused: engine.session == .pausedUser || engine.session == .ended
            )
        }
        if data.instantaneousSpeedCentiKmH != nil || data.totalDistanceMetres != nil {
            treadmill.distanceMillimetres.tell(treadmill.distance.millimetres, at: now)
        }
        if let inclination = data.inclinationDeciPercent {
            treadmill.inclinationDeciPercent.tell(Int(inclination), at: now)
        }
        if let energy = data.totalEnergyKilocalories {
            treadmill.totalEnergyKilocalories.tell(Int(energy), at: now)
        }
        takeHeartRate(of: data, from: sensor)
        check(data, of: sensor)
        countParts(data)
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
