import SensorCodec

extension RunSession {
    /// Before the session: keeps what will be told of a sensor once it is heard. `time` in microseconds since 1970.
    mutating func remember(_ input: RunInput, atUnixMicroseconds time: Int64) {
        switch input {
        case .name(let name, let sensor): _ = sensors.learn(name: name, of: sensor)
        case .value(.batteryLevel(let battery), let sensor):
            tally.count(battery.issues)
            if let percent = battery.levelPercent { _ = sensors.learn(batteryPercent: Int(percent), of: sensor) }
        case .undecodable(let failure, _): tally.count(failure)
        case .value(.supportedInclinationRange(let range), let sensor): learn(range, of: sensor)
        case .value(.bodySensorLocation(let place), let sensor): learn(place, of: sensor)
        // A null value: anything else would have begun the session.
        case .value(let value, _):
            guard value.isFollowed else { return }
            tally.count(value.issues)
            if case .heartRateMeasurement = value { heartRate.silentSensorAt = time }
        case .finding(let finding, let sensor): pendingFindings.add(finding, about: sensor)
        case .disconnected, .seeking, .pause, .resume, .coolDown, .lap, .mark, .aim, .talk, .clockSet, .stop: break
        }
    }

    /// Takes an input at ``now``.
    mutating func perform(_ input: RunInput) {
        switch input {
        case .value(let value, let sensor): take(value, from: sensor)
        case .undecodable(let failure, _): tally.count(failure)
        case .finding(let finding, let sensor):
            pendingFindings.add(finding, about: sensor)
            if sensors.indices.contains(where: { sensors.isRole($0, of: sensor) }) { tellFindings(about: sensor) }
        case .name(let name, let sensor):
            if sensors.learn(name: name, of: sensor) { tellAll(of: sensor) }
        case .disconnected(let sensor): lose(sensor)
        case .seeking(let sensor, let seeking): seek(sensor, seeking)
        case .pause:
            engine.pause(at: now)
            if engine.session == .pausedUser { motion.distance.forgetBase() }
        case .resume: engine.resume(at: now)
        case .coolDown: engine.coolDown(at: now)
        case .lap: endLap()
        case .mark(let text): mark(text)
        case .aim(let plan, let planned): aim(plan, planned)
        case .talk(let answer): talk(answer)
        case .clockSet(let shift):
            forwardOutputs()
            events.append(.clock(ClockChange(timeMilliseconds: now, shiftMicroseconds: shift)))
        case .stop:
            endLastLap()
            engine.stop(at: now)
        }
    }

    private mutating func take(_ value: CharacteristicValue, from sensor: SensorIdentity) {
        if case .supportedInclinationRange(let range) = value { learn(range, of: sensor) }
        if case .bodySensorLocation(let place) = value { learn(place, of: sensor) }
        guard value.isFollowed else { return }
        tally.count(value.issues)
        switch value {
        case .batteryLevel(let battery):
            guard let percent = battery.levelPercent else { return }
            if sensors.learn(batteryPercent: Int(percent), of: sensor) { tellAll(of: sensor) }
        case .heartRateMeasurement(let measurement):
            guard hear(sensor, .heartRate) else { return }
            take(measurement, from: sensor)
        case .treadmillData(let data):
            guard hear(sensor, .treadmill) else { return }
            if treadmill.machine == nil { begin(machine: sensor) }
            if treadmill.machine == sensor { take(data, from: sensor) }
        case .fitnessMachineStatus(let status):
            if treadmill.machine == sensor { take(status, from: sensor) }
        case .rscMeasurement(let measurement):
            guard hear(sensor, .footPod) else { return }
            if motion.pod == nil { motion.pod = sensor }
            if motion.pod == sensor { take(measurement, from: sensor) }
        default: break
        }
    }

    /// Notes that a sensor is alive, and tells so when that is news; false when it cannot be followed.
    private mutating func hear(_ sensor: SensorIdentity, _ kind: SensorKind) -> Bool {
        switch sensors.heard(sensor, kind, at: now) {
        case .stillLive: break
        case .live(let index):
            tell(index)
            tellFindings(about: sensor)
        case .noRoom: return false
        }
        return true
    }

    /// The link to a sensor is gone: in all its jobs it is lost at once.
    private mutating func lose(_ sensor: SensorIdentity) {
        for index in sensors.indices where sensors.isRole(index, of: sensor) {
            if sensors.lose(index) { tell(index) }
        }
        if heartRate.fedBy == sensor {
            engine.sensorGone(at: now)
            heartRate.fedBy = nil
        }
    }

    /// A lost sensor is being looked for, in all its jobs.
    private mutating func seek(_ sensor: SensorIdentity, _ seeking: RunInput.Seeking) {
        for index in sensors.indices where sensors.isRole(index, of: sensor) {
            if sensors.seek(index, seeking) { tell(index) }
        }
    }

    /// Keeps where a sensor says that it is worn.
    private mutating func learn(_ place: BodySensorLocation, of sensor: SensorIdentity) {
        guard let location = place.location else { return }
        let wasOptical = heartRate.sources.isOptical
        heartRate.sources.learn(location, of: sensor, at: now)
        let isOptical = heartRate.sources.isOptical
        if isOptical != wasOptical { changeVariabilitySensor(isOptical: isOptical) }
    }

    private mutating func tellFindings(about sensor: SensorIdentity) {
        for finding in pendingFindings.take(about: sensor) {
            events.append(.notice(RunNotice(timeMilliseconds: now, sensor: sensor, finding: finding)))
        }
    }

    private mutating func tellAll(of sensor: SensorIdentity) {
        for index in sensors.indices where sensors.isRole(index, of: sensor) { tell(index) }
    }

    /// Tells of a sensor in one job; one that is lost makes room for another.
    mutating func tell(_ index: Int) {
        let status = sensors.status(of: index, at: engine.now)
        events.append(.sensor(status))
        guard status.state == .lost else { return }
        switch status.kind {
        case .heartRate: heartRate.sources.lose(status.sensor)
        case .treadmill: if treadmill.machine == status.sensor { treadmill.machine = nil }
        case .footPod: if motion.pod == status.sensor { motion.pod = nil }
        }
    }
}

extension CharacteristicValue {
    /// True for the kinds that a run is made of: they are what it counts. The others tell of a device, or are not yet
    /// listened to.
    var isFollowed: Bool {
        switch self {
        case .heartRateMeasurement, .treadmillData, .batteryLevel, .rscMeasurement, .fitnessMachineStatus: true
        default: false
        }
    }
}
