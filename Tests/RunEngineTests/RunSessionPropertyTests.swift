import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing

/// What must hold for every session. Each is made from a seed that stands in the message of a failure.
struct RunSessionPropertyTests {
    /// How many: few for a quick answer, a twenty-fifth of what the environment variable STEADY_RUNS asks for.
    private static let seeds: ClosedRange<UInt64> = {
        let asked = ProcessInfo.processInfo.environment["STEADY_RUNS"].flatMap { UInt64($0) }
        return 1...max(60, (asked ?? 0) / 25)
    }()

    /// An input and its time in microseconds after the first.
    private struct Step {
        var time: Int64
        var input: RunInput
    }

    private func randomSteps(using random: inout Randomness) throws -> [Step] {
        var steps: [Step] = []
        var time: Int64 = 0
        var bpm = 100
        var speed: UInt16 = 800
        var metres: UInt32 = 1000
        for _ in 0..<Int.random(in: 20...600, using: &random) {
            let step: ClosedRange<Int64> =
                random.chance(90) ? 300_000...700_000 : random.pick([0...0, 4_990_000...5_010_000, 0...40_000_000])
            time += Int64.random(in: step, using: &random)
            if random.chance(0.2) { time += random.pick([1_000_000_000, 30_000_000_000, -2_000_000]) }
            bpm = min(max(bpm + Int.random(in: -3...4, using: &random), 60), 190)
            if random.chance(5) { speed = random.pick([0, 500, 900, .max]) }
            metres = random.chance(2) ? random.pick([0, 5, 900_000]) : metres + 1
            steps.append(Step(time: time, input: try randomInput(bpm, speed, metres, using: &random)))
        }
        return steps
    }

    private func randomInput(
        _ bpm: Int,
        _ speed: UInt16,
        _ metres: UInt32,
        using random: inout Randomness
    ) throws -> RunInput {
        let strap = random.chance(85) ? Rehearsal.strap : Rehearsal.otherStrap
        let machine = random.chance(95) ? Rehearsal.machine : Rehearsal.otherMachine
        switch Int.random(in: 0..<244, using: &random) {
        case 0..<100:
            let rate = random.chance(3) ? random.pick([nil, 25, 250, 220]) : UInt16(bpm)
            return .heartRate(rate, contact: random.chance(3) ? .notDetected : .detected, from: strap)
        case 100..<190:
            let part = random.chance(10) ? nil : speed
            return .belt(
                part,
                metres: random.chance(70) ? metres : nil,
                seconds: random.chance(30) ? UInt16(truncatingIfNeeded: metres / 2) : nil,
                deciPercent: random.chance(20) ? random.pick([0, 30, 820, 820, 820]) : nil,
                heartRate: random.chance(20) ? UInt8(bpm) : nil,
                from: machine
            )
        case 190: return .disconnected(random.pick([strap, machine]))
        case 191: return .name("N\(bpm)", of: random.pick([strap, machine]))
        case 192: return try .battery([UInt8(bpm)], from: strap)
        case 193: return try .heartRateBytes([0x18, UInt8(bpm), 1], from: strap)
        case 194: return .pause
        case 195: return .finding(.correction(.init(profile: "a", name: "b", change: "c\(bpm)")), about: machine)
        case 196: return .resume
        case 197:
            var range = SupportedInclinationRange()
            range.minimumDeciPercent = random.pick([-30, 0, 400])
            range.maximumDeciPercent = random.pick([nil, 0, 150])
            return .value(.supportedInclinationRange(range), from: machine)
        case 200..<215:
            let interval = 60_000 / bpm
            return .beats(UInt16(bpm), random.chance(80) ? [interval, interval] : [], from: strap)
        case 215..<230:
            return .pod(random.pick([0, 500, 700, .max]), cadence: random.chance(80) ? UInt8(bpm / 2) : nil)
        case 230..<233: return try .status(random.pick([[0x02, 0x02], [0x04], [0x01], [0x03]]), from: machine)
        case 233: return try .worn(random.pick([1, 2]), strap)
        case 234..<240:
            var data = TreadmillData()
            data.instantaneousSpeedCentiKmH = speed
            data.elapsedTimeSeconds = UInt16(truncatingIfNeeded: metres / 2)
            data.stepCount = random.chance(50) ? metres * 2 : 7
            return .value(.treadmillData(data), from: machine)
        case 240, 241: return .lap
        case 242: return .mark("m\(bpm)")
        case 243: return .clockSet(byMicroseconds: Int64(bpm) - 120)
        case 198: return random.chance(10) ? .stop : .coolDown
        default: return try .heartRateBytes([0x10, UInt8(bpm), 0, 4, 1], from: strap)
        }
    }

    private func forEachSession(_ body: ([Step], inout Randomness, Comment) throws -> Void) throws {
        for seed in Self.seeds {
            var random = Randomness(seed: seed)
            let steps = try randomSteps(using: &random)
            try body(steps, &random, "seed \(seed)")
        }
    }

    private func perform(_ steps: [Step]) throws -> Rehearsal {
        var run = try Rehearsal()
        for step in steps { run.apply(step.input, atMicroseconds: step.time) }
        run.finish()
        return run
    }

    @Test("the same packets make the same events, however often the time is told and the events are fetched")
    func determinism() throws {
        try forEachSession { steps, random, seed in
            let plain = try perform(steps)
            var session = try Rehearsal().session
            var events: [RunEvent] = []
            var latest = Int64.min
            for step in steps {
                var between = (0..<random.pick([0, 1, 5])).map { _ in
                    Int64.random(in: min(latest, step.time)...step.time, using: &random)
                }
                if latest == .min { between = [] }
                for time in between.sorted() { session.advance(toUnixMicroseconds: Rehearsal.start + time) }
                session.apply(step.input, atUnixMicroseconds: Rehearsal.start + step.time)
                latest = max(latest, step.time)
                if random.chance(30) { session.drainEvents { events.append($0) } }
            }
            session.finish()
            session.drainEvents { events.append($0) }
            #expect(events == plain.events, seed)
        }
    }

    @Test("a copy made half way, with all that the runner may ask for, goes on like the original")
    func copies() throws {
        var profile = RunnerProfile(maximumBPM: 180, restingBPM: 60)
        profile.optionalFigures = [.energy, .variability]
        let plan = try profile.plan()
        try forEachSession { steps, random, seed in
            var session = RunSession(plan: plan, source: .replay)
            var kept = session
            let half = Int.random(in: 0..<steps.count, using: &random)
            for (place, step) in steps.enumerated() {
                if place == half { kept = session }
                session.apply(step.input, atUnixMicroseconds: Rehearsal.start + step.time)
            }
            for step in steps[half...] { kept.apply(step.input, atUnixMicroseconds: Rehearsal.start + step.time) }
            session.finish()
            kept.finish()
            var events: (straight: [RunEvent], kept: [RunEvent]) = ([], [])
            session.drainEvents { events.straight.append($0) }
            kept.drainEvents { events.kept.append($0) }
            #expect(events.straight == events.kept, seed)
        }
    }

    @Test("the header comes first, the totals last, and what is between in the order of time")
    func order() throws {
        try forEachSession { steps, _, seed in
            let events = try perform(steps).events
            let times = events.dropFirst().dropLast().map(\.time)
            #expect(times.allSatisfy { $0 != nil }, seed)
            let known = times.compactMap(\.self)
            #expect(zip(known, known.dropFirst()).allSatisfy { $0 <= $1 }, seed)
            guard case .session = events.first, case .summary = events.last else {
                Issue.record(seed)
                return
            }
        }
    }

    @Test("every partition sums up to the time that has passed, exactly")
    func partitions() throws {
        try forEachSession { steps, _, seed in
            let sum = try #require(try perform(steps).summary)
            let (elapsed, paused) = (sum.elapsedMilliseconds, sum.pausedMilliseconds)
            let rest = paused + sum.unknownMilliseconds
            #expect(rest + sum.zoneMilliseconds.reduce(0, +) == elapsed, seed)
            #expect(rest + sum.belowMilliseconds + sum.insideMilliseconds + sum.aboveMilliseconds == elapsed, seed)
            #expect(
                paused + sum.warmUpMilliseconds + sum.mainMilliseconds + sum.coolDownMilliseconds == elapsed,
                seed
            )
            if let heartRate = sum.heartRate {
                #expect(heartRate.minimumBPM <= heartRate.averageBPM, seed)
                #expect(heartRate.averageBPM <= heartRate.maximumBPM, seed)
            }
        }
    }

    @Test("laps meet without a gap, and what is told of them sums up to the totals")
    func laps() throws {
        try forEachSession { steps, _, seed in
            let run = try perform(steps)
            let (laps, totals) = (run.laps, try #require(run.summary))
            if laps.isEmpty { return }
            #expect(laps.map(\.number) == Array(1...laps.count), seed)
            #expect(laps[0].beganMilliseconds == 0, seed)
            for (lap, next) in zip(laps, laps.dropFirst()) {
                #expect(next.beganMilliseconds == lap.endedMilliseconds, seed)
            }
            #expect(laps.allSatisfy { $0.elapsedMilliseconds > 0 }, seed)
            #expect(laps.map(\.elapsedMilliseconds).reduce(0, +) == totals.elapsedMilliseconds, seed)
            #expect(laps.map(\.pausedMilliseconds).reduce(0, +) == totals.pausedMilliseconds, seed)
            #expect(laps.map(\.insideMilliseconds).reduce(0, +) == totals.insideMilliseconds, seed)
            let way = laps.compactMap(\.distanceMillimetres)
            if !way.isEmpty { #expect(way.reduce(0, +) == totals.distanceMillimetres, seed) }
            let rates = laps.compactMap(\.heartRate)
            #expect(rates.map(\.maximumBPM).max() ?? 0 <= totals.heartRate?.maximumBPM ?? 0, seed)
        }
    }

    @Test("samples stand at whole seconds, each once, and skip one only in a long silence")
    func samples() throws {
        try forEachSession { steps, _, seed in
            let run = try perform(steps)
            let samples = run.samples
            #expect(samples.first?.timeMilliseconds == 0, seed)
            for index in samples.indices.dropFirst() {
                let step = samples[index].timeMilliseconds - samples[index - 1].timeMilliseconds
                #expect(step >= 1000 && step % 1000 == 0, seed)
                guard step > 1000 else { continue }
                let before = samples[max(0, index - 590)..<index]
                #expect(before.count == 590, seed)
                #expect(before.allSatisfy { $0.heartRateBPM == nil && $0.speedCentiKmH == nil }, seed)
            }
        }
    }

    @Test("the distance never falls, and ends as the totals have it")
    func distance() throws {
        try forEachSession { steps, _, seed in
            let run = try perform(steps)
            let told = run.samples.compactMap(\.distanceMillimetres)
            #expect(zip(told, told.dropFirst()).allSatisfy { $0 <= $1 }, seed)
            if let last = told.last { #expect(last <= run.summary?.distanceMillimetres ?? -1, seed) }
        }
    }

    @Test("what is noticed of a machine is told once, and some of these machines give rise to it")
    func notices() throws {
        var count = 0
        try forEachSession { steps, _, seed in
            // What others noticed is theirs to tell once.
            let own = try perform(steps).notices.filter { !$0.contains(" correction ") }
            let texts = own.map { text in
                // Without the time and the numbers: the machine, the name, the field.
                let words = text.split(separator: " ").dropFirst().filter { $0.wholeMatch(of: /-?\d{3,}/) == nil }
                return words.joined(separator: " ")
            }
            #expect(Set(texts).count == texts.count, seed)
            count += texts.count
        }
        #expect(count > 20)
    }

    @Test("a sample's zone is that of its heart rate, which is there just while it can be trusted")
    func sampleIsConsistent() throws {
        try forEachSession { steps, _, seed in
            let run = try perform(steps)
            let zones = try #require(run.header?.zones)
            for sample in run.samples {
                #expect((sample.heartRateBPM != nil) == (sample.link == .good || sample.link == .suspect), seed)
                #expect(sample.zone == sample.heartRateBPM.map { zones.zone(ofBPM: $0) }, seed)
                #expect((sample.heartRateSource != nil) == (sample.heartRateBPM != nil), seed)
            }
        }
    }

    @Test("shifting all stamps changes the header and nothing else")
    func shift() throws {
        try forEachSession { steps, random, seed in
            let shift = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
            let moved = steps.map { Step(time: $0.time + shift, input: $0.input) }
            let (plain, shifted) = (try perform(steps).events, try perform(moved).events)
            #expect(shifted.dropFirst() == plain.dropFirst(), seed)
        }
    }
}
