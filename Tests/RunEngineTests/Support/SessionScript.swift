import RunEngine
import SensorCodec

/// A session under test with all the events it has told; times are seconds after ``start``.
struct Rehearsal {
    /// 2026-11-24T10:15:02Z in microseconds.
    static let start: Int64 = 1_795_515_302_000_000

    static let strap = SensorIdentity(BluetoothAddress(rawValue: 0xA0_0000_0001))
    static let otherStrap = SensorIdentity(BluetoothAddress(rawValue: 0xA0_0000_0002))
    static let machine = SensorIdentity(BluetoothAddress(rawValue: 0xB0_0000_0001))
    static let pod = SensorIdentity(BluetoothAddress(rawValue: 0xC0_0000_0001))
    static let otherMachine = SensorIdentity(BluetoothAddress(rawValue: 0xB0_0000_0002))

    var session: RunSession
    private(set) var events: [RunEvent] = []

    /// A runner of maximum 180, resting 60, who asked for all figures: band 108 to 131.
    init() throws {
        var profile = RunnerProfile(maximumBPM: 180, restingBPM: 60)
        profile.optionalFigures = [.energy, .variability]
        let plan = try profile.plan()
        session = RunSession(plan: plan, source: .replay)
    }

    mutating func apply(_ input: RunInput, at seconds: Double) {
        apply(input, atMicroseconds: Int64((seconds * 1_000_000).rounded()))
    }

    mutating func apply(_ input: RunInput, atMicroseconds time: Int64) {
        session.apply(input, atUnixMicroseconds: Self.start + time)
        session.drainEvents { events.append($0) }
    }

    mutating func advance(to seconds: Double) {
        session.advance(toUnixMicroseconds: Self.start + Int64((seconds * 1_000_000).rounded()))
        session.drainEvents { events.append($0) }
    }

    mutating func finish() {
        session.finish()
        session.drainEvents { events.append($0) }
    }

    mutating func heartRate(
        _ bpm: UInt16?,
        contact: HeartRateMeasurement.SensorContact = .unsupported,
        from sensor: SensorIdentity = strap,
        at seconds: Double
    ) {
        apply(.heartRate(bpm, contact: contact, from: sensor), at: seconds)
    }

    mutating func belt(
        _ speed: UInt16?,
        metres: UInt32? = nil,
        heartRate: UInt8? = nil,
        from sensor: SensorIdentity = machine,
        at seconds: Double
    ) {
        apply(.belt(speed, metres: metres, heartRate: heartRate, from: sensor), at: seconds)
    }
}

extension RunInput {
    static func heartRate(
        _ bpm: UInt16?,
        contact: HeartRateMeasurement.SensorContact = .unsupported,
        from sensor: SensorIdentity
    ) -> RunInput {
        var value = HeartRateMeasurement()
        value.heartRateBPM = bpm
        value.sensorContact = contact
        return .value(.heartRateMeasurement(value), from: sensor)
    }

    /// With its intervals between beats, in ms.
    static func beats(
        _ bpm: UInt16?,
        _ intervals: [Int],
        contact: HeartRateMeasurement.SensorContact = .unsupported,
        from sensor: SensorIdentity = Rehearsal.strap
    ) -> RunInput {
        var value = HeartRateMeasurement()
        value.heartRateBPM = bpm
        value.sensorContact = contact
        for interval in intervals { value.rrIntervals.append(UInt16(clamping: (interval * 1024 + 500) / 1000)) }
        return .value(.heartRateMeasurement(value), from: sensor)
    }

    /// A foot pod's speed in 1/256 m/s and its cadence.
    static func pod(_ speedRaw: UInt16, cadence: UInt8? = nil, from sensor: SensorIdentity = Rehearsal.pod) -> RunInput
    {
        var value = RSCMeasurement()
        value.instantaneousSpeedRaw = speedRaw
        value.instantaneousCadencePerMinute = cadence
        return .value(.rscMeasurement(value), from: sensor)
    }

    /// Where a heart-rate sensor is worn: 1 the chest, 2 the wrist.
    static func worn(_ code: UInt8, _ sensor: SensorIdentity) throws -> RunInput {
        .value(.bodySensorLocation(try BodySensorLocation(decoding: [code].span)), from: sensor)
    }

    /// Something that happened at a machine, as its octets.
    static func status(_ bytes: [UInt8], from sensor: SensorIdentity = Rehearsal.machine) throws -> RunInput {
        .value(.fitnessMachineStatus(try FitnessMachineStatus(decoding: bytes.span)), from: sensor)
    }

    /// Without a speed it is a part of a record.
    static func belt(
        _ speed: UInt16?,
        metres: UInt32? = nil,
        seconds: UInt16? = nil,
        deciPercent: Int16? = nil,
        heartRate: UInt8? = nil,
        from sensor: SensorIdentity
    ) -> RunInput {
        var value = TreadmillData()
        if speed == nil { value.isMoreDataToFollow = true }
        value.instantaneousSpeedCentiKmH = speed
        value.totalDistanceMetres = metres
        value.elapsedTimeSeconds = seconds
        value.inclinationDeciPercent = deciPercent
        value.heartRateBPM = heartRate
        return .value(.treadmillData(value), from: sensor)
    }

    /// A battery level of any octets, odd ones too.
    static func battery(_ bytes: [UInt8], from sensor: SensorIdentity) throws -> RunInput {
        .value(.batteryLevel(try BatteryLevel(decoding: bytes.span)), from: sensor)
    }

    /// A heart-rate value of any octets, odd ones too.
    static func heartRateBytes(_ bytes: [UInt8], from sensor: SensorIdentity) throws -> RunInput {
        .value(.heartRateMeasurement(try HeartRateMeasurement(decoding: bytes.span)), from: sensor)
    }
}

extension Rehearsal {
    var header: SessionHeader? {
        if case .session(let header) = events.first { header } else { nil }
    }

    var samples: [RunSample] {
        events.compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
    }

    /// The sample of a whole second.
    func sample(at second: Int64) -> RunSample? {
        samples.first { $0.timeMilliseconds == second * 1000 }
    }

    var summary: RunSummary? {
        if case .summary(let summary) = events.last { summary } else { nil }
    }

    /// The sensors' events as lines like `5000 AA:… stale`, with the battery level where it is known.
    var sensorLines: [String] {
        events.compactMap { event in
            guard case .sensor(let status) = event else { return nil }
            let words = [
                "\(status.timeMilliseconds)", status.name ?? String(status.sensor.description.suffix(2)),
                status.kind.rawValue, status.state.rawValue,
            ]
            return (words + (status.batteryPercent.map { ["\($0)%"] } ?? [])).joined(separator: " ")
        }
    }

    /// The new sources as lines like `0 speed 01 treadmill`, with the quality of a heart rate.
    var sourceLines: [String] {
        events.compactMap { event in
            guard case .source(let change) = event else { return nil }
            let words = [
                "\(change.timeMilliseconds)", change.quantity.rawValue, String(change.sensor.description.suffix(2)),
                change.kind.rawValue,
            ]
            return (words + (change.quality.map { [$0.rawValue] } ?? [])).joined(separator: " ")
        }
    }

    /// The notices as lines like `75000 01 strap_dry`.
    var noticeLines: [String] {
        events.compactMap { event in
            guard case .notice(let notice) = event else { return nil }
            return "\(notice.timeMilliseconds) \(notice.sensor.description.suffix(2)) \(notice.finding.text)"
        }
    }

    var laps: [RunLap] { events.compactMap { if case .lap(let lap) = $0 { lap } else { nil } } }

    /// The transitions of one region as lines like `5000 good>stale`.
    func transitions(of region: String) -> [String] {
        events.compactMap { event in
            guard case .transition(let transition) = event, transition.names.region == region else { return nil }
            return "\(transition.timeMilliseconds) \(transition.names.from)>\(transition.names.to)"
        }
    }
}

extension RunEvent {
    /// In ms; `nil` for the header and the summary.
    var time: Int64? {
        switch self {
        case .session, .summary: nil
        case .sensor(let status): status.timeMilliseconds
        case .sample(let sample): sample.timeMilliseconds
        case .transition(let transition): transition.timeMilliseconds
        case .cue(_, let time): time
        case .source(let change): change.timeMilliseconds
        case .notice(let notice): notice.timeMilliseconds
        case .lap(let lap): lap.endedMilliseconds
        case .mark(let mark): mark.timeMilliseconds
        case .aim(let aim): aim.timeMilliseconds
        case .talk(let talk): talk.timeMilliseconds
        case .milestone(let milestone): milestone.timeMilliseconds
        case .clock(let change): change.timeMilliseconds
        }
    }
}
