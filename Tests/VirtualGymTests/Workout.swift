import RunEngine
import SensorCodec
import VirtualGym

/// A gym whose packets go through the codec into an engine, as those of real sensors do.
struct Workout {
    /// 2026-11-24T10:15:02Z in microseconds.
    private static let start: Int64 = 1_795_515_302_000_000

    var gym: Gym
    private var session: RunSession
    /// All that the gym's links have brought.
    private(set) var came: [GymEvent] = []
    /// All that the engine has told.
    private(set) var told: [RunEvent] = []

    /// A runner of maximum 186 and resting 58 who keeps to a band in bpm.
    init(_ plan: GymPlan) throws {
        gym = Gym(plan)
        var profile = RunnerProfile(maximumBPM: 186, restingBPM: 58)
        profile.band = TargetBand(lowerBPM: plan.band.lowerBound, upperBPM: plan.band.upperBound)
        session = RunSession(plan: try profile.plan(), source: .demo)
    }

    /// Lets time go on to a second.
    mutating func advance(toSecond second: Int) throws {
        for event in gym.advance(toMilliseconds: Int64(second) * 1000) {
            came.append(event)
            let time = Self.start + event.timeMilliseconds * 1000
            if let input = try event.input { session.apply(input, atUnixMicroseconds: time) }
        }
        session.advance(toUnixMicroseconds: Self.start + Int64(second) * 1_000_000)
        session.drainEvents { told.append($0) }
    }

    /// Goes on to the end, and answers the totals.
    mutating func finish() throws -> RunSummary {
        try advance(toSecond: gym.plan.script.seconds + 2)
        session.finish()
        session.drainEvents { told.append($0) }
        if case .summary(let summary) = told.last { return summary }
        return RunSummary()
    }

    var samples: [RunSample] {
        told.compactMap { if case .sample(let sample) = $0 { sample } else { nil } }
    }

    /// What was noticed, by the name that programs see.
    var notices: [String] {
        told.compactMap { if case .notice(let notice) = $0 { notice.finding.subject.rawValue } else { nil } }
    }

    /// States of a sensor's link, in the order of time.
    func states(of sensor: GymSensor) -> [String] {
        told.compactMap { event in
            guard case .sensor(let status) = event, status.sensor == SensorIdentity(sensor.address) else { return nil }
            return status.state.rawValue
        }
    }

    /// Samples from a second of the gym on.
    func samples(_ seconds: Range<Int>) -> [RunSample] {
        samples.filter { seconds.contains(Int($0.timeMilliseconds / 1000)) }
    }
}

extension GymEvent {
    /// What it means to a run; throws for octets that are no value.
    var input: RunInput? {
        get throws {
            switch kind {
            case .packet(let packet):
                guard let value = try CharacteristicValue(decoding: packet.octets.span, of: packet.characteristic)
                else {
                    return nil
                }
                return .value(value, from: SensorIdentity(packet.sensor))
            case .connected(let sensor): return .name(sensor.name, of: SensorIdentity(sensor.address))
            case .disconnected(let address): return .disconnected(SensorIdentity(address))
            case .searching(let address): return .seeking(SensorIdentity(address), .searching)
            case .connecting(let address): return .seeking(SensorIdentity(address), .connecting)
            case .over: return nil
            }
        }
    }

    /// The value of a packet.
    var value: CharacteristicValue? {
        get throws {
            guard case .packet(let packet) = kind else { return nil }
            return try CharacteristicValue(decoding: packet.octets.span, of: packet.characteristic)
        }
    }
}
