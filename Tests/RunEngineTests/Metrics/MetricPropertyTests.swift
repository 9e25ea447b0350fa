import RunEngine
import TestSupport
import Testing

/// What must hold for every run. Each run is made from a seed that stands in the message of a failure.
@Suite("Metric properties")
struct MetricPropertyTests {
    private func forEachRun(_ body: (MetricScript, inout Randomness, Comment) -> Void) {
        for seed: UInt64 in 1...40 {
            var random = Randomness(seed: seed)
            let script = MetricScript(using: &random)
            body(script, &random, "seed \(seed)")
        }
    }

    @Test("cutting and joining pieces anywhere changes nothing")
    func cuts() {
        forEachRun { script, random, seed in
            let plain = script.metrics
            for calls in [script.cut(using: &random), script.joined] {
                let other = RunMetrics(calls)
                #expect(other.totals == plain.totals, seed)
                #expect(other.headingBPM == plain.headingBPM, seed)
                #expect(other.histogram == plain.histogram, seed)
            }
        }
    }

    @Test("shifting all times shifts the times and nothing else")
    func shift() {
        forEachRun { script, random, seed in
            let shift = Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
            let moved = RunMetrics(script.calls.map { $0.shifted(by: shift) })
            var expected = script.totals
            expected.recovery?.atMilliseconds += shift
            #expect(moved.totals == expected, seed)
            #expect(moved.headingBPM == script.metrics.headingBPM, seed)
        }
    }

    @Test("a copy taken in mid-run goes on as the run does, and leaves it alone")
    func copy() {
        forEachRun { script, random, seed in
            let middle = Int.random(in: 0...script.calls.count, using: &random)
            let first = RunMetrics(Array(script.calls[..<middle]))
            let before = first.totals
            var copy = first
            for call in script.calls[middle...] { copy.apply(call) }
            #expect(copy.totals == script.totals, seed)
            #expect(first.totals == before, seed)
        }
    }

    @Test("the histogram and what is known of the belt sum up to the time that ran")
    func sums() {
        forEachRun { script, _, seed in
            var (active, known, moving) = (Int64(0), Int64(0), Int64(0))
            for case .piece(let piece) in script.calls where piece.session == .running {
                let time = piece.toMilliseconds - piece.fromMilliseconds
                active += time
                if piece.heartRateBPM != nil { known += time }
                if let speed = piece.speedCentiKmH, speed > 0 { moving += time }
            }
            let totals = script.totals
            #expect(totals.activeMilliseconds == active, seed)
            #expect(totals.heartRateMilliseconds == known, seed)
            #expect(script.metrics.histogram.knownMilliseconds == known, seed)
            if let walking = totals.walkingMilliseconds, let running = totals.runningMilliseconds {
                #expect(walking.value + running.value == moving, seed)
            }
        }
    }

    @Test("the random runs meet every metric and every lack of it")
    func coverage() {
        var (present, absent) = (Set<String>(), Set<String>())
        forEachRun { script, _, _ in
            for (name, value) in Mirror(reflecting: script.totals).children {
                guard let name, Mirror(reflecting: value).displayStyle == .optional else { continue }
                if Mirror(reflecting: value).children.isEmpty { absent.insert(name) } else { present.insert(name) }
            }
        }
        // Lucia's load needs zones of another model, and the mean has a heart rate in each of these runs.
        #expect(present.count == 18, "\(present.sorted())")
        #expect(absent.isSuperset(of: ["decouplingPercent", "driftBPMPer10Min", "recovery", "climbMillimetres"]))
    }

    @Test("any numbers and times are taken")
    func anything() {
        let extremes: [Int64] = [.min, -1, 0, 1, 1 << 33, 1 << 44, .max]
        var metrics = RunMetrics()
        for from in extremes {
            for to in extremes {
                for number in [Int.min, -1, 0, 1, .max] {
                    metrics.pass(
                        RunPiece(
                            fromMilliseconds: from,
                            toMilliseconds: to,
                            session: .running,
                            phase: .main,
                            heartRateBPM: number,
                            speedCentiKmH: number,
                            inclinationDeciPercent: number
                        )
                    )
                    metrics.relocked(atMilliseconds: from)
                    metrics.accepted(bpm: number, atMilliseconds: to)
                    metrics.flagged(number > 0, atMilliseconds: to)
                    metrics.interval(number, atMilliseconds: to)
                    metrics.doubted(atMilliseconds: to)
                }
            }
        }
        #expect(metrics.totals.activeMilliseconds <= 1 << 33)
    }

    @Test("the longest run at the highest numbers fits")
    func longest() {
        var metrics = RunMetrics()
        for half in 0..<2 {
            metrics.pass(
                RunPiece(
                    fromMilliseconds: Int64(half) << 32,
                    toMilliseconds: Int64(half + 1) << 32,
                    session: .running,
                    phase: .main,
                    heartRateBPM: 255,
                    speedCentiKmH: 65_535,
                    inclinationDeciPercent: 32_767
                )
            )
        }
        #expect(metrics.totals.activeMilliseconds == 1 << 33)
        #expect(metrics.totals.decouplingPercent?.value == 0)
    }
}
