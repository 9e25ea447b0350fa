import Testing

@testable import RunEngine

/// Peak, observed maximum, heading, and what needs nothing but a heart rate: each rule, at its edge.
@Suite("Metric rules: heart rate")
struct MetricHeartRateTests {
    @Test("the peak is the highest median of a full ten seconds, not the highest reading")
    func peak() {
        var script = MetricScript()
        script.hold(150, seconds: 10)
        #expect(script.totals.peakBPM == nil)
        script.hold(150, seconds: 1)
        #expect(script.totals.peakBPM?.value == 150)
        script.hold(170, seconds: 4)
        script.hold(150, seconds: 10)
        #expect(script.totals.peakBPM?.value == 150)
        // Six of ten make the median.
        script.hold(170, seconds: 6)
        #expect(script.totals.peakBPM?.value == 170)
    }

    @Test("a hole or a relock begins a new window, for peak and maximum")
    func peakRestarts() {
        var hole = MetricScript()
        hole.hold(150, seconds: 8)
        hole.step(nil, milliseconds: 1)
        hole.hold(150, seconds: 10)
        #expect(hole.totals.peakBPM == nil)
        hole.hold(150, seconds: 1)
        #expect(hole.totals.peakBPM?.value == 150)

        var relock = MetricScript()
        relock.hold(150, seconds: 11)
        relock.calls.append(.relock(at: relock.time))
        relock.hold(180, seconds: 10)
        #expect(relock.totals.peakBPM?.value == 150)
        relock.hold(180, seconds: 1)
        #expect(relock.totals.peakBPM?.value == 180)
        #expect(relock.totals.observedMaximumBPM == 150)
        relock.hold(180, seconds: 18)
        #expect(relock.totals.observedMaximumBPM == 150)
        relock.hold(180, seconds: 1)
        #expect(relock.totals.observedMaximumBPM == 180)
    }

    @Test("a doubted reading bars the maximum while it is in the window, and not the peak")
    func doubt() {
        var script = MetricScript()
        script.hold(150, seconds: 5)
        script.calls.append(.doubt(at: script.time))
        script.hold(150, seconds: 9)
        #expect(script.totals.peakBPM?.value == 150)
        #expect(script.totals.observedMaximumBPM == nil)
        script.hold(150, seconds: 1)
        #expect(script.totals.observedMaximumBPM == 150)
    }

    @Test("a flag bars the maximum, and takes back that of the last minute")
    func flag() {
        var script = MetricScript()
        script.hold(150, seconds: 200)
        script.hold(175, seconds: 59)
        #expect(script.totals.observedMaximumBPM == 175)
        script.calls.append(.flag(true, at: script.time))
        #expect(script.totals.observedMaximumBPM == 150)
        script.hold(180, seconds: 30)
        script.calls.append(.flag(false, at: script.time))
        script.hold(180, seconds: 9)
        #expect(script.totals.observedMaximumBPM == 150)
        #expect(script.totals.flaggedMilliseconds == 30_000)
        script.hold(180, seconds: 1)
        #expect(script.totals.observedMaximumBPM == 180)
    }

    @Test(
        "RR-Intervals have to agree with the maximum to 5 %",
        arguments: [(361, false), (362, true), (399, true), (400, false)]
    )
    func intervals(_ interval: Int, _ agrees: Bool) {
        // 162 bpm are 379 units; 362 and 399 are just within 5 %.
        var script = MetricScript()
        for _ in 0..<12 {
            script.calls.append(.interval(interval, at: script.time))
            script.step(162)
        }
        #expect((script.totals.observedMaximumBPM == 162) == agrees)
    }

    @Test("the heading looks 50 s ahead along a slope of at least 0.1 bpm/s over at least 15 s")
    func heading() {
        var script = MetricScript()
        for second in 0..<16 {
            script.step(100 + second)
            #expect((script.metrics.headingBPM == nil) == (second < 15), "\(second)")
        }
        #expect(script.metrics.headingBPM == 165)
        script.step(nil)
        #expect(script.metrics.headingBPM == nil)
    }

    @Test("a slope below 0.1 bpm/s is steady")
    func steadyHeading() {
        // Two levels of 10 readings over 19 s: the slope is 0.075 bpm/s for each bpm between them.
        for (step, expected) in [(1, nil), (2, 110), (-2, 90)] as [(Int, Int?)] {
            var script = MetricScript()
            script.hold(100, seconds: 10)
            script.hold(100 + step, seconds: 10)
            #expect(script.metrics.headingBPM == expected, "\(step)")
        }
    }

    @Test("the heading is a human's")
    func boundedHeading() {
        var script = MetricScript()
        for second in 0..<20 { script.step(100 + 6 * second) }
        #expect(script.metrics.headingBPM == 240)
    }

    @Test("loads need what their formulas need, and half the time")
    func needs() {
        var script = MetricScript()
        script.hold(125, seconds: 60)
        let metrics = script.metrics
        let bare = metrics.totals(for: RunnerBody(), plan: .of(RunnerProfile()))
        #expect(bare.edwardsLoad != nil && bare.banisterTRIMP == nil && bare.heartRateLoad == nil)
        #expect(bare.loadBySquares == nil && bare.luciaLoad == nil && bare.energyKilocalories == nil)
        let resting = metrics.totals(for: RunnerBody(sex: .female), plan: .of(RunnerProfile(restingBPM: 60)))
        #expect(resting.banisterTRIMP != nil && resting.heartRateLoad == nil)
        let threshold = metrics.totals(for: RunnerBody(), plan: .of(RunnerProfile(thresholdBPM: 168)))
        #expect(threshold.loadBySquares != nil && threshold.heartRateLoad == nil)
        let three = RunnerProfile(zoneModel: .three, customBoundsBPM: [120, 150])
        #expect(metrics.totals(for: RunnerBody(), plan: .of(three)).luciaLoad?.value == 2)
        #expect(metrics.totals.heartRateLoad != nil)
        #expect(metrics.totals.meanBPM?.value == 125)
        #expect(RunMetrics().totals == MetricsSummary())
    }

    @Test("below 80 % of the time a figure is weak, below 50 % there is none")
    func shares() {
        func figure(_ known: Int64) -> Figure<Int>? { Figure(1, knownMilliseconds: known, ofMilliseconds: 10_000) }
        #expect(figure(8000)?.isWeak == false)
        #expect(figure(7999)?.isWeak == true)
        #expect(figure(7999)?.sharePerMille == 799)
        #expect(figure(5000) != nil)
        #expect(figure(4999) == nil)
        #expect(Figure(1, knownMilliseconds: 0, ofMilliseconds: 0) == nil)

        var script = MetricScript()
        script.hold(125, seconds: 50)
        script.hold(nil, seconds: 50)
        #expect(script.totals.edwardsLoad?.isWeak == true)
        script.step(nil)
        #expect(script.totals.edwardsLoad == nil)
    }

    @Test("pauses add nothing")
    func pauses() {
        var script = MetricScript()
        script.hold(125, seconds: 60)
        let before = script.totals
        for session in [SessionState.pausedUser, .pausedBelt, .idle, .ended] {
            script.session = session
            script.hold(125, seconds: 60)
        }
        #expect(script.totals == before)
    }

    @Test("without a belt, energy is by the heart rate, from 90 to 180 bpm, for half of the time at least")
    func heartRateEnergy() {
        var script = MetricScript()
        script.hold(150, seconds: 600)
        let energy = script.totals
        #expect(energy.isEnergyFromBelt == false)
        #expect(((energy.energyKilocalories?.value ?? 0) - 147.04134799235183).magnitude < 1e-9)
        #expect(energy.roundedKilocalories == 150)
        let ageless = RunnerBody(sex: .male, weightHectograms: 700)
        #expect(script.metrics.totals(for: ageless, plan: RunMetrics.plan).energyKilocalories == nil)
        script.hold(89, seconds: 600)
        #expect(script.totals.energyKilocalories?.value == energy.energyKilocalories?.value)
        #expect(script.totals.energyKilocalories?.isWeak == true)
        script.hold(181, seconds: 1)
        #expect(script.totals.energyKilocalories == nil)
    }
}
