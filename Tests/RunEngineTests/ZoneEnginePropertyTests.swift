import Foundation
import RunEngine
import TestSupport
import Testing

/// What must hold for every run. Each run is made from a seed that stands in the message of a failure.
struct ZoneEnginePropertyTests {
    /// How many runs: few for a quick answer, 10 000 where the environment variable STEADY_RUNS asks for as many.
    private static let seeds: ClosedRange<UInt64> = {
        let asked = ProcessInfo.processInfo.environment["STEADY_RUNS"].flatMap { UInt64($0) }
        return 1...max(1, asked ?? 150)
    }()

    /// As an expectation, which costs nothing while it is met: there are millions.
    private func hold(_ isTrue: Bool, _ seed: Comment, place: SourceLocation = #_sourceLocation) {
        if !isTrue { Issue.record(seed, sourceLocation: place) }
    }

    private func forEachRun(_ body: (RandomRun, inout Randomness, Comment) -> Void) {
        for seed in Self.seeds {
            var random = Randomness(seed: seed)
            let run = RandomRun(using: &random)
            body(run, &random, "seed \(seed)")
        }
    }

    @Test("every partition sums up to the time that has passed, after every event")
    func partitions() {
        forEachRun { run, _, seed in
            var engine = ZoneEngine.standard()
            var endedAt: Int64?
            for event in run.events + [EngineEvent(time: run.end, call: .sensorGone)] {
                engine.apply(event)
                if engine.session == .ended, endedAt == nil { endedAt = event.time }
                let account = engine.account
                let elapsed = endedAt ?? event.time
                hold(account.elapsedMilliseconds == elapsed, seed)
                hold(
                    account.pausedMilliseconds + account.unknownMilliseconds + account.belowMilliseconds
                        + account.insideMilliseconds + account.aboveMilliseconds == elapsed,
                    seed
                )
                hold(
                    account.pausedMilliseconds + account.warmUpMilliseconds + account.mainMilliseconds
                        + account.coolDownMilliseconds == elapsed,
                    seed
                )
            }
        }
    }

    @Test("telling the time more often changes nothing")
    func extraAdvances() {
        forEachRun { run, random, seed in
            let plain = ZoneEngine.run(run.events, end: run.end)
            let steps = (0..<200).map { _ in Int64.random(in: 0...run.end, using: &random) }
            for advances in [steps, Array(stride(from: 0, to: run.end, by: 1000))] {
                let stepped = ZoneEngine.run(run.events, end: run.end, advances: advances)
                hold(stepped.outputs == plain.outputs, seed)
                hold(stepped.snapshot == plain.snapshot, seed)
            }
        }
    }

    @Test("shifting all times shifts the outputs and nothing else")
    func shift() {
        forEachRun { run, random, seed in
            let plain = ZoneEngine.run(run.events, end: run.end)
            let shift = Int64.random(in: -1_000_000_000...1_000_000_000, using: &random)
            let moved = run.events.map { EngineEvent(time: $0.time + shift, call: $0.call) }
            let shifted = ZoneEngine.run(moved, end: run.end + shift)
            hold(shifted.account == plain.account, seed)
            hold(shifted.outputs.map { $0.time - shift } == plain.outputs.map(\.time), seed)
            hold(shifted.outputs.map(\.withoutTime) == plain.outputs.map(\.withoutTime), seed)
        }
    }

    @Test("a copy made half way goes on like the original")
    func copies() {
        forEachRun { run, random, seed in
            let plain = ZoneEngine.run(run.events, end: run.end)
            let half = Int.random(in: run.events.indices, using: &random)
            var engine = ZoneEngine.standard()
            for event in run.events[..<half] { engine.apply(event) }
            var copy = engine
            engine.stop(at: run.end)
            for event in run.events[half...] { copy.apply(event) }
            copy.advance(to: run.end)
            hold(copy.outputs == plain.outputs, seed)
            hold(copy.snapshot == plain.snapshot, seed)
        }
    }

    @Test("no total falls, outputs stay in order, and without a trusted heart rate there is no band")
    func monotone() {
        forEachRun { run, _, seed in
            var engine = ZoneEngine.standard()
            var last = [Int64](repeating: 0, count: 8)
            for event in run.events {
                engine.apply(event)
                let account = engine.account
                let totals =
                    [account.pausedMilliseconds, account.unknownMilliseconds, engine.distanceMillimetres]
                    + account.zoneMilliseconds
                hold(zip(last, totals).allSatisfy { $0 <= $1 }, seed)
                last = totals
                hold(engine.isHeartRateTrusted || engine.band == .unknown, seed)
            }
            let times = engine.outputs.map(\.time)
            hold(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }, seed)
        }
    }

    @Test("cues keep their distance, and none comes while paused or without a band")
    func cues() {
        var spoken = 0
        forEachRun { run, _, seed in
            var session = SessionState.idle
            var band = BandState.unknown
            var last: Int64?
            for output in ZoneEngine.run(run.events, end: run.end).outputs {
                switch output {
                case .transition(let transition):
                    if case .session(_, let new) = transition.change { session = new }
                    if case .band(_, let new) = transition.change { band = new }
                case .cue(let cue, let time):
                    spoken += 1
                    hold(session == .running && band == (cue == .easeOff ? .above : .below), seed)
                    if let last { hold(time - last >= 30_000, seed) }
                    last = time
                }
            }
        }
        #expect(spoken > 0)
    }

    @Test("no zone grows later than five seconds after the last accepted reading")
    func hold() {
        forEachRun { run, _, seed in
            var engine = ZoneEngine.standard()
            var acceptedAt = -Int64(1_000_000)
            var now: Int64 = 0
            for event in run.events {
                let (known, accepted) = (engine.account.knownMilliseconds, engine.counts.accepted)
                engine.apply(event)
                let allowed = max(0, min(event.time, acceptedAt + 5000) - now)
                hold(engine.account.knownMilliseconds - known <= allowed, seed)
                if engine.counts.accepted > accepted { acceptedAt = event.time }
                now = event.time
            }
        }
    }

    @Test("telling the belt's speed twice at one instant changes no bucket")
    func repeatedBeltSample() {
        forEachRun { run, random, seed in
            let belts = run.events.indices.filter { if case .belt = run.events[$0].call { true } else { false } }
            let index = random.pick(belts)
            var events = run.events
            events.insert(events[index], at: index)
            let twice = ZoneEngine.run(events, end: run.end)
            let once = ZoneEngine.run(run.events, end: run.end)
            hold(twice.account == once.account, seed)
            hold(twice.distanceMillimetres == once.distanceMillimetres, seed)
        }
    }
}

extension ZoneEnginePropertyTests {
    @Test("one wild reading among good ones changes no bucket")
    func spike() {
        for seed in Self.seeds {
            var random = Randomness(seed: seed)
            var events = [EngineEvent(time: 0, call: .start)]
            for second in 1..<120 {
                let bpm = UInt16(120 + Int.random(in: -2...2, using: &random))
                events.append(EngineEvent(time: Int64(second) * 1000, call: .heartRate(bpm, contact: nil)))
            }
            let plain = ZoneEngine.run(events, end: 130_000)
            let index = Int.random(in: 5..<110, using: &random)
            events[index].call = .heartRate(random.pick([45, 190, 220]), contact: nil)
            let spiked = ZoneEngine.run(events, end: 130_000)
            hold(spiked.counts.suspect == 1, "seed \(seed)")
            // The level held over the spike is that of the reading before: all of them lie in one zone.
            hold(spiked.account.zoneMilliseconds == plain.account.zoneMilliseconds, "seed \(seed)")
            hold(spiked.account.unknownMilliseconds == plain.account.unknownMilliseconds, "seed \(seed)")
        }
    }

    @Test("raising every reading never lowers the time at or above any zone")
    func raise() {
        for seed in Self.seeds {
            var random = Randomness(seed: seed)
            var (bpm, time) = (90, Int64(0))
            let raise = Int.random(in: 1...40, using: &random)
            var (low, high) = (ZoneEngine.standard(), ZoneEngine.standard())
            low.start(at: 0)
            high.start(at: 0)
            for _ in 0..<300 {
                time += random.pick([900, 1000, 1100, 1000, 7000])
                bpm = min(max(bpm + Int.random(in: -4...5, using: &random), 60), 180)
                low.heartRateSample(UInt16(bpm), at: time)
                high.heartRateSample(UInt16(bpm + raise), at: time)
            }
            for zone in 0..<5 {
                let below = low.account.zoneMilliseconds[zone...].reduce(0, +)
                let above = high.account.zoneMilliseconds[zone...].reduce(0, +)
                hold(above >= below, "seed \(seed), zone \(zone)")
            }
        }
    }

    @Test("a heart rate that dithers about an edge makes no cue and at most one change of band")
    func dither() {
        for edge in [108, 131] {
            var engine = ZoneEngine.standard()
            engine.start(at: 0)
            for second in 1..<600 {
                engine.heartRateSample(UInt16(edge + (second.isMultiple(of: 2) ? -1 : 1)), at: Int64(second) * 1000)
            }
            let bands = engine.log.filter { $0.contains("band:") }
            #expect(bands == ["1000 band:in"])
            #expect(!engine.log.contains { $0.contains("cue:") })
        }
    }
}

extension ZoneEngine.Output {
    fileprivate var withoutTime: String {
        switch self {
        case .cue(let cue, _): cue.rawValue
        case .transition(let transition): "\(transition.change)"
        }
    }
}
