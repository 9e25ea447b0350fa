import TestSupport
import RunEngine
import SensorCodec

/// An event of the zone engine with its time in ms, as the vectors write it.
struct EngineEvent: Equatable {
    var time: Int64
    var call: Call

    enum Call: Equatable {
        case start, pause, resume, coolDown, stop, sensorGone
        case belt(UInt16)
        /// The belt runs without the runner, or no longer so.
        case hold(Bool)
        /// Contact is `nil` where the sensor does not report it.
        case heartRate(UInt16, contact: Bool?)
    }
}

extension EngineEvent: Decodable {
    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        time = try list.decode(Int64.self)
        let name = try list.decode(String.self)
        switch name {
        case "start": call = .start
        case "pause": call = .pause
        case "resume": call = .resume
        case "cool_down": call = .coolDown
        case "stop": call = .stop
        case "sensor_gone": call = .sensorGone
        case "belt_sample": call = .belt(try list.decode(UInt16.self))
        case "hr_sample":
            let bpm = try list.decode(UInt16.self)
            let contact = list.isAtEnd ? nil : try list.decodeIfPresent(Bool.self)
            call = .heartRate(bpm, contact: contact)
        default:
            throw DecodingError.dataCorruptedError(in: list, debugDescription: "unknown call \(name)")
        }
    }
}

extension ZoneEngine {
    /// An engine with the zones of a runner of maximum 180, resting 60.
    static func standard() -> ZoneEngine {
        ZoneEngine(
            zones: ZoneSet(model: .acsmHRR, lowerBoundsBPM: [96, 108, 132, 168]),
            target: TargetBand(lowerBPM: 108, upperBPM: 131)
        )
    }

    /// A standard engine after a list of events and extra steps of time.
    static func run(_ events: [EngineEvent], end: Int64, advances: [Int64] = []) -> ZoneEngine {
        var engine = standard()
        var steps = advances.sorted()[...]
        for event in events {
            while let step = steps.first, step < event.time { engine.advance(to: steps.removeFirst()) }
            engine.apply(event)
        }
        while let step = steps.first, step < end { engine.advance(to: steps.removeFirst()) }
        engine.advance(to: end)
        return engine
    }

    mutating func apply(_ event: EngineEvent) {
        switch event.call {
        case .start: start(at: event.time)
        case .pause: pause(at: event.time)
        case .resume: resume(at: event.time)
        case .coolDown: coolDown(at: event.time)
        case .stop: stop(at: event.time)
        case .sensorGone: sensorGone(at: event.time)
        case .belt(let speed): beltSample(speed, at: event.time)
        case .hold(let isHeld): holdBelt(isHeld, at: event.time)
        case .heartRate(let bpm, let contact):
            heartRateSample(bpm, contact: contact.map { $0 ? .detected : .notDetected } ?? .unsupported, at: event.time)
        }
    }

    /// The outputs as lines of the vectors' log, like `12000 link:good`; the region belt is not in those.
    var log: [String] {
        outputs.compactMap { output in
            switch output {
            case .cue(let cue, let time): return "\(time) cue:\(Self.camel(cue.rawValue))"
            case .transition(let transition):
                let names = transition.names
                return names.region == "belt"
                    ? nil : "\(transition.timeMilliseconds) \(names.region):\(Self.camel(names.to))"
            }
        }
    }

    private static func camel(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}

extension ZoneEngine.Output {
    /// In ms.
    var time: Int64 {
        switch self {
        case .cue(_, let time): time
        case .transition(let transition): transition.timeMilliseconds
        }
    }
}

/// A random run of some minutes: mostly plausible, with holes, wild readings, pauses and disconnects.
struct RandomRun {
    var events: [EngineEvent] = []
    var end: Int64 = 0

    init(using random: inout Randomness) {
        var time: Int64 = 0
        var bpm = Int.random(in: 60...110, using: &random)
        var speed = random.pick([UInt16(0), 500, 800])
        let contact = random.pick([nil, true])
        events.append(EngineEvent(time: 0, call: .belt(speed)))
        events.append(EngineEvent(time: 0, call: .start))
        for _ in 0..<Int.random(in: 20...400, using: &random) {
            time +=
                random.chance(15)
                ? random.pick([0, 250, 800, 1000, 1001, 2000, 4999, 5000, 5001, 9000, 16000])
                : random.pick([900, 1000, 1100])
            bpm = min(max(bpm + Int.random(in: -3...4, using: &random), 40), 200)
            switch Int.random(in: 0..<1000, using: &random) {
            case 0..<800:
                let wild = random.pick([0, 25, 241, 255, bpm + 60, max(30, bpm - 50)])
                events.append(
                    EngineEvent(
                        time: time,
                        call: .heartRate(
                            UInt16(random.chance(3) ? wild : bpm),
                            contact: random.chance(3) ? false : contact
                        )
                    )
                )
            case 800..<950:
                if random.chance(10) { speed = random.pick([0, 400, 600, 900, 1200]) }
                events.append(EngineEvent(time: time, call: .belt(speed)))
            case 950..<960: events.append(EngineEvent(time: time, call: .pause))
            case 960..<980: events.append(EngineEvent(time: time, call: .resume))
            case 980..<990: events.append(EngineEvent(time: time, call: .sensorGone))
            case 990..<995: events.append(EngineEvent(time: time, call: .coolDown))
            case 996..<999: events.append(EngineEvent(time: time, call: .hold(random.chance(40))))
            case 995..<996: events.append(EngineEvent(time: time, call: .stop))
            default: break
            }
        }
        end = time + random.pick([0, 1, 5000, 20000])
    }
}
