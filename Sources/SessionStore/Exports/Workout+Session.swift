internal import RunEngine
internal import SensorCodec
public import WorkoutFiles

extension SessionLog {
    /// A session as a run for workout files: all its samples, pauses, laps and marks, and its totals.
    ///
    /// - Parameters:
    ///   - session: A session of this log, whole or scrubbed.
    ///   - id: The ID that its samples are under in the log.
    /// - Returns: The run; its times are those of `session`.
    /// - Throws: A ``SessionLogError``.
    public func workout(of session: StoredSession, samplesOf id: String) throws -> Workout {
        var workout = Workout(session)
        var burnt = EnergyMeter()
        workout.records.reserveCapacity(Int(session.summary.elapsedMilliseconds / 1000) + 1)
        try forEachSample(of: id) { sample in
            workout.records.append(Workout.Record(sample))
            if let energy = sample.totalEnergyKilocalories { burnt.tell(energy) }
        }
        workout.energyKilocalories = burnt.kilocalories
        workout.settleCadence()
        return workout
    }
}

/// What a machine's count of energy rose by: it may have begun before the session, and may be reset.
private struct EnergyMeter {
    private var last: Int?
    private(set) var kilocalories: Int?

    mutating func tell(_ total: Int) {
        kilocalories = (kilocalories ?? 0) + max(0, total - (last ?? total))
        last = total
    }
}

extension Workout {
    /// Landings in a minute beyond this are those of both feet: nobody lands so often on one.
    private static let mostStridesPerMinute = 120

    /// All of a session but its samples.
    fileprivate init(_ session: StoredSession) {
        self.init(startUnixMilliseconds: Self.milliseconds(session.header.startedAtUnixMicroseconds))
        let summary = session.summary
        utcOffsetSeconds = session.utcOffsetSeconds
        elapsedMilliseconds = summary.elapsedMilliseconds
        pauses = Self.pauses(session.events, until: summary.elapsedMilliseconds)
        laps = session.laps.map { lap in
            var copy = Lap(beganMilliseconds: lap.beganMilliseconds, endedMilliseconds: lap.endedMilliseconds)
            copy.distanceMillimetres = lap.distanceMillimetres
            copy.heartRate = lap.heartRate
            return copy
        }
        marks = session.marks.map { Mark(timeMilliseconds: $0.timeMilliseconds, text: $0.text) }
        zones = Zones(
            lowerBoundsBPM: session.header.zones.lowerBoundsBPM,
            milliseconds: summary.zoneMilliseconds,
            basis: Self.basis(session.header.zones.model)
        )
        sensors = Self.sensors(session.events)
        // What Steady itself recorded was on a treadmill, also where that told nothing.
        isTreadmill = session.header.source != .replay || sensors.contains { $0.kind == .treadmill }
        distanceMillimetres = summary.distanceMillimetres
        heartRate = summary.heartRate
        creator = "Steady"
    }

    private static func milliseconds(_ microseconds: Int64) -> Int64 {
        microseconds / 1000 - (microseconds % 1000 < 0 ? 1 : 0)
    }

    private static func basis(_ model: ZoneModel) -> Zones.Basis {
        switch model {
        case .acsmMax, .fiveMax: .maximum
        case .acsmHRR, .fiveHRR: .reserve
        case .frielRun, .cogganHR: .threshold
        case .three, .custom: .custom
        }
    }

    private static func pauses(_ events: [RunEvent], until end: Int64) -> [Pause] {
        var pauses: [Pause] = []
        var open: Pause?
        for case .transition(let transition) in events {
            guard case .session(_, let state) = transition.change else { continue }
            let time = transition.timeMilliseconds
            if var pause = open {
                pause.endedMilliseconds = time
                if time > pause.beganMilliseconds { pauses.append(pause) }
            }
            open =
                state == .pausedUser || state == .pausedBelt
                ? Pause(beganMilliseconds: time, endedMilliseconds: time, isByMachine: state == .pausedBelt) : nil
        }
        if var pause = open, end > pause.beganMilliseconds {
            pause.endedMilliseconds = end
            pauses.append(pause)
        }
        return pauses
    }

    /// Each sensor in each of its jobs, with its last name and battery level.
    private static func sensors(_ events: [RunEvent]) -> [Sensor] {
        var identities: [SensorIdentity] = []
        var sensors: [Sensor] = []
        for case .sensor(let status) in events {
            var place = identities.indices.first { identities[$0] == status.sensor && sensors[$0].kind == status.kind }
            if place == nil {
                place = sensors.count
                identities.append(status.sensor)
                sensors.append(Sensor(kind: status.kind))
            }
            guard let place else { continue }
            sensors[place].name = status.name ?? sensors[place].name
            sensors[place].batteryPercent = status.batteryPercent ?? sensors[place].batteryPercent
        }
        return sensors
    }

    /// Foot pods differ in whether they count one foot or both; one that ever counts more than one foot can do counts
    /// both.
    fileprivate mutating func settleCadence() {
        let most = records.reduce(0) { max($0, $1.stepsPerMinute ?? 0) }
        if most > Self.mostStridesPerMinute { return }
        for index in records.indices {
            if let strides = records[index].stepsPerMinute { records[index].stepsPerMinute = strides * 2 }
        }
    }
}

extension Workout.Record {
    /// The cadence stays as it was told.
    fileprivate init(_ sample: RunSample) {
        self.init(timeMilliseconds: sample.timeMilliseconds)
        heartRateBPM = sample.heartRateBPM
        rrIntervals = sample.rrIntervals
        speedCentiKmH = sample.speedCentiKmH
        inclinationDeciPercent = sample.inclinationDeciPercent
        distanceMillimetres = sample.distanceMillimetres
        stepsPerMinute = sample.cadencePerMinute
        energyKilocalories = sample.totalEnergyKilocalories
        zone = sample.zone
        band = sample.band
        isPaused = sample.session == .pausedUser || sample.session == .pausedBelt
    }
}
