import Testing

@testable import RunEngine

/// Decoupling and drift: the vector, and each condition at its edge.
@Suite("Metric rules: decoupling and drift")
struct MetricDriftTests {
    private struct File: Decodable {
        var decoupling: Vector
    }

    private struct Vector: Decodable {
        var samplesSBpmKmh: [[Double]]
        var decouplingPct: Double
    }

    @Test("the halves of the reference are the reference's, to 12 places")
    func vector() throws {
        let vector = try Vectors.load("metrics", as: File.self).decoupling
        var decoupling = Decoupling()
        var time: Int64 = 0
        for sample in vector.samplesSBpmKmh {
            let end = time + Int64(sample[0]) * 1000
            // Its heart rates have tenths; a tenth as unit leaves the percentage as it is.
            decoupling.pass(
                Stretch(
                    from: time,
                    to: end,
                    session: .running,
                    phase: .main,
                    heartRateBPM: Int((sample[1] * 10).rounded()),
                    speedCentiKmH: Int((sample[2] * 100).rounded()),
                    slope: .level,
                    isSlopeTold: false
                )
            )
            time = end
        }
        let percent = try #require(decoupling.percent)
        #expect((percent - vector.decouplingPct).magnitude <= vector.decouplingPct * 1e-12)
    }

    /// A main part at 8 km/h, at 120 bpm and then at 132.
    private func run(_ first: Int, _ second: Int) -> MetricScript {
        var script = MetricScript(speed: 800)
        script.hold(120, seconds: first)
        script.hold(132, seconds: second)
        return script
    }

    @Test("efficiency and decoupling of two even halves")
    func halves() throws {
        let totals = run(1200, 1200).totals
        let percent = try #require(totals.decouplingPercent?.value)
        #expect((percent - 100 * (1 - 120.0 / 132)).magnitude < 1e-9)
        let efficiency = try #require(totals.metresPerBeat?.value)
        #expect((efficiency - 8000 / 60.0 / 126).magnitude < 1e-12)
    }

    @Test("a boundary inside a bin is found to within a 256th of the time")
    func insideBin() throws {
        for odd in [1, 3, 7, 77] {
            let percent = try #require(run(1200 + odd, 1200 + odd).totals.decouplingPercent?.value)
            #expect((percent - 100 * (1 - 120.0 / 132)).magnitude < 9.1 / 128, "\(odd)")
        }
    }

    @Test("decoupling takes 20 min; the warm-up and the cool-down do not count")
    func shortest() {
        #expect(run(600, 600).totals.decouplingPercent != nil)
        #expect(run(600, 599).totals.decouplingPercent == nil)
        #expect(run(600, 599).totals.metresPerBeat != nil)
        for phase in [PhaseState.warmUp, .coolDown] {
            var script = MetricScript(phase: phase, speed: 800)
            script.hold(120, seconds: 1500)
            #expect(script.totals.decouplingPercent == nil && script.totals.metresPerBeat == nil)
        }
    }

    @Test("decoupling wants less than 5 % unknown, and no break of more than a minute")
    func holes() {
        func holed(_ holes: [Int], speed: Int? = 800, session: SessionState = .running) -> MetricScript {
            var script = run(600, 620)
            for hole in holes {
                (script.speed, script.session) = (speed, session)
                script.hold(session == .running && speed != nil ? nil : 120, seconds: hole)
                (script.speed, script.session) = (800, .running)
                script.hold(120, seconds: 30)
            }
            return script
        }
        // 1220 s and 2 x 30 s known.
        #expect(holed([33, 34]).totals.decouplingPercent != nil)
        #expect(holed([33, 35]).totals.decouplingPercent == nil)
        #expect(holed([60]).totals.decouplingPercent != nil)
        #expect(holed([61]).totals.decouplingPercent == nil)
        #expect(holed([60], session: .pausedUser).totals.decouplingPercent != nil)
        #expect(holed([61], session: .pausedUser).totals.decouplingPercent == nil)
        #expect(holed([33, 35], speed: nil).totals.decouplingPercent == nil)
    }

    @Test("drift is the slope of the heart rate from minute 10")
    func drift() throws {
        var script = MetricScript(speed: 800)
        script.hold(170, seconds: 600)
        for minute in 0..<20 { script.hold(120 + minute, seconds: 60) }
        let drift = try #require(script.totals.driftBPMPer10Min?.value)
        // A line through 20 even steps rises by 1 - 1/20^2 of theirs.
        #expect((drift - 10 * (1 - 1.0 / 400)).magnitude < 1e-9)
        #expect(script.totals.driftBPMPer10Min?.sharePerMille == 1000)
    }

    @Test("drift takes 10 min within 0.2 km/h and 0.5 % of what minute 10 had")
    func driftConditions() {
        func drift(_ seconds: Int, speed: Int = 800, incline: Int = 10) -> Figure<Double>? {
            var script = MetricScript(speed: 800, incline: 10)
            script.hold(120, seconds: 601)
            (script.speed, script.incline) = (speed, incline)
            script.hold(120, seconds: seconds - 1)
            return script.totals.driftBPMPer10Min
        }
        #expect(drift(600)?.value == 0)
        #expect(drift(599) == nil)
        #expect(drift(600, speed: 820) != nil)
        #expect(drift(600, speed: 821) == nil)
        #expect(drift(600, speed: 780) != nil)
        #expect(drift(600, speed: 779) == nil)
        #expect(drift(600, incline: 15) != nil)
        #expect(drift(600, incline: 16) == nil)
    }

    @Test("of several stretches the longest counts; a pause and a hole of more than a minute end one")
    func driftStretches() {
        func drift(_ between: (inout MetricScript) -> Void) -> Figure<Double>? {
            var script = MetricScript(speed: 800)
            script.hold(120, seconds: 900)
            between(&script)
            (script.speed, script.session) = (800, .running)
            for minute in 0..<10 { script.hold(130 + minute, seconds: 60) }
            return script.totals.driftBPMPer10Min
        }
        let slope = 10 * (1 - 1.0 / 100)
        for seconds in [60, 61] {
            let figure = drift { $0.hold(nil, seconds: seconds) }
            #expect(figure?.ofMilliseconds == (seconds == 60 ? 960_000 : 600_000))
        }
        let paused = drift { script in
            script.session = .pausedUser
            script.hold(120, seconds: 1)
        }
        #expect(((paused?.value ?? 0) - slope).magnitude < 1e-9)
        let faster = drift { script in
            script.speed = 900
            script.hold(140, seconds: 1)
        }
        #expect(faster == paused)
        let standing = drift { script in
            script.speed = 0
            script.hold(140, seconds: 1)
        }
        #expect(standing == paused)
    }
}
