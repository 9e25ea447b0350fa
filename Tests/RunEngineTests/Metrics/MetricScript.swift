import TestSupport

@testable import RunEngine

/// A call to the metrics, with its times in ms.
enum MetricCall {
    case piece(RunPiece)
    case reading(Int, at: Int64)
    case interval(Int, at: Int64)
    case doubt(at: Int64)
    case relock(at: Int64)
    case flag(Bool, at: Int64)

    func shifted(by shift: Int64) -> MetricCall {
        switch self {
        case .piece(var piece):
            piece.fromMilliseconds += shift
            piece.toMilliseconds += shift
            return .piece(piece)
        case .reading(let bpm, let time): return .reading(bpm, at: time + shift)
        case .interval(let interval, let time): return .interval(interval, at: time + shift)
        case .doubt(let time): return .doubt(at: time + shift)
        case .relock(let time): return .relock(at: time + shift)
        case .flag(let isOdd, let time): return .flag(isOdd, at: time + shift)
        }
    }
}

extension RunMetrics {
    mutating func apply(_ call: MetricCall) {
        switch call {
        case .piece(let piece): pass(piece)
        case .reading(let bpm, let time): accepted(bpm: bpm, atMilliseconds: time)
        case .interval(let interval, let time): self.interval(interval, atMilliseconds: time)
        case .doubt(let time): doubted(atMilliseconds: time)
        case .relock(let time): relocked(atMilliseconds: time)
        case .flag(let isOdd, let time): flagged(isOdd, atMilliseconds: time)
        }
    }

    init(_ calls: [MetricCall]) {
        self.init()
        for call in calls { apply(call) }
    }
}

/// Writes a run second by second: a reading at the end of each, held over it.
struct MetricScript {
    var calls: [MetricCall] = []
    var time: Int64 = 0
    var session = SessionState.running
    var phase = PhaseState.main
    var speed: Int?
    var incline: Int?

    /// So many seconds of a heart rate; `nil` for none.
    mutating func hold(_ bpm: Int?, seconds: Int) {
        for _ in 0..<seconds { step(bpm) }
    }

    /// A time, by default a second, of a heart rate.
    mutating func step(_ bpm: Int?, milliseconds: Int64 = 1000) {
        calls.append(.piece(piece(bpm, milliseconds)))
        time += milliseconds
        if let bpm { calls.append(.reading(bpm, at: time)) }
    }

    func piece(_ bpm: Int?, _ milliseconds: Int64) -> RunPiece {
        RunPiece(
            fromMilliseconds: time,
            toMilliseconds: time + milliseconds,
            session: session,
            phase: phase,
            heartRateBPM: bpm,
            speedCentiKmH: speed,
            inclinationDeciPercent: incline
        )
    }

    mutating func walkOrRun(_ speedCentiKmH: Int?, bpm: Int?, seconds: Int) {
        speed = speedCentiKmH
        hold(bpm, seconds: seconds)
    }

    var metrics: RunMetrics { RunMetrics(calls) }
    var totals: MetricsSummary { metrics.totals }
}

extension RunMetrics {
    static let body = RunnerBody(ageYears: 40, sex: .male, weightHectograms: 700)

    static let plan = ZonePlan.of(RunnerProfile(maximumBPM: 186, restingBPM: 60, thresholdBPM: 168))

    /// For a runner of whom everything is known.
    var totals: MetricsSummary { totals(for: Self.body, plan: Self.plan) }
}

extension ZonePlan {
    /// The plan of a profile that holds.
    static func of(_ profile: RunnerProfile) -> ZonePlan {
        do { return try profile.plan() } catch { preconditionFailure("\(error)") }
    }
}

extension MetricScript {
    /// A random run of 40 min or so with walks, pauses, holes and doubts; one in two is calm, and so has steady parts.
    init(using random: inout Randomness) {
        var bpm = Int.random(in: 80...130, using: &random)
        speed = random.pick([nil, 500, 800])
        phase = random.pick([.warmUp, .main])
        let calm = random.chance(50) ? 0.05 : 1
        for _ in 0..<(calm < 1 ? 2400 : Int.random(in: 100...1200, using: &random)) {
            change(calm, using: &random)
            bpm = min(max(bpm + Int.random(in: -2...2, using: &random), 50), 200)
            let known = random.chance(100 - calm) ? bpm : nil
            step(known, milliseconds: random.chance(100 - 3 * calm) ? 1000 : random.pick([1, 250, 4999, 61_000]))
            if random.chance(50) { calls.append(.interval(61_440 / bpm, at: time)) }
        }
    }

    private mutating func change(_ calm: Double, using random: inout Randomness) {
        if random.chance(calm) { speed = random.pick([nil, 0, 300, 500, 780, 800, 820, 1000]) }
        if random.chance(calm) { incline = random.pick([nil, 0, 5, 10, 50, -30]) }
        if random.chance(calm) { session = random.pick([.running, .running, .running, .pausedBelt, .pausedUser]) }
        if random.chance(0.5 * calm), phase != .coolDown { phase = random.chance(80) ? .main : .coolDown }
        if random.chance(0.3 * calm) { calls.append(.doubt(at: time)) }
        if random.chance(0.3 * calm) { calls.append(.relock(at: time)) }
        if random.chance(0.2 * calm) { calls.append(.flag(random.chance(40), at: time)) }
    }

    /// The same calls with every piece cut in up to four, anywhere.
    func cut(using random: inout Randomness) -> [MetricCall] {
        calls.flatMap { call -> [MetricCall] in
            guard case .piece(let piece) = call else { return [call] }
            let range = piece.fromMilliseconds...piece.toMilliseconds
            let inner = (0..<Int.random(in: 0...3, using: &random)).map { _ in Int64.random(in: range, using: &random) }
            let cuts = [range.lowerBound] + inner.sorted() + [range.upperBound]
            return zip(cuts, cuts.dropFirst()).map { from, to in
                var part = piece
                (part.fromMilliseconds, part.toMilliseconds) = (from, to)
                return .piece(part)
            }
        }
    }

    /// The same calls with pieces that meet and say the same made one, as far as no other call lies between.
    var joined: [MetricCall] {
        var result: [MetricCall] = []
        for call in calls {
            if case .piece(let next) = call, case .piece(var last)? = result.last {
                var expected = next
                expected.fromMilliseconds = last.fromMilliseconds
                last.toMilliseconds = next.toMilliseconds
                if expected == last {
                    result[result.count - 1] = .piece(last)
                    continue
                }
            }
            result.append(call)
        }
        return result
    }
}
