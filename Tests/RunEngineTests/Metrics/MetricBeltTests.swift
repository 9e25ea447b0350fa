import Testing

@testable import RunEngine

/// What needs a belt: each rule, at its edge.
@Suite("Metric rules: belt")
struct MetricBeltTests {
    @Test("speed, walking and running are of the time in which the belt moved")
    func speeds() {
        var script = MetricScript()
        script.walkOrRun(699, bpm: 100, seconds: 100)
        script.walkOrRun(700, bpm: 120, seconds: 300)
        script.walkOrRun(0, bpm: 120, seconds: 50)
        let totals = script.totals
        #expect(totals.walkingMilliseconds?.value == 100_000)
        #expect(totals.runningMilliseconds?.value == 300_000)
        #expect(totals.meanSpeedCentiKmH?.value == 700)
        #expect(totals.meanSpeedCentiKmH?.isWeak == false)
        #expect(totals.climbMillimetres == nil)
        script.walkOrRun(nil, bpm: 120, seconds: 451)
        #expect(script.totals.meanSpeedCentiKmH == nil)
    }

    @Test("at the level, grade-adjusted is the way itself; at 5 % it is 1.30 times as far")
    func gradeAdjusted() {
        var level = MetricScript()
        level.walkOrRun(800, bpm: 120, seconds: 3600)
        #expect(level.totals.gradeAdjustedMillimetres?.value == 8_000_000)
        #expect(level.totals.gradeAdjustedSecondsPerKilometre?.value == 450)

        var slope = MetricScript(incline: 50)
        slope.walkOrRun(800, bpm: 120, seconds: 3600)
        #expect(slope.totals.gradeAdjustedMillimetres?.value == 10_411_544)
        // 8 km along the slope, at 5 / sqrt(100^2 + 5^2).
        #expect(slope.totals.climbMillimetres?.value == 399_500)
        #expect(slope.totals.gradeAdjustedSecondsPerKilometre?.value == 346)
    }

    @Test("an incline that is not told any more counts as it was told last; descents climb nothing")
    func inclines() {
        var script = MetricScript(incline: 50)
        script.walkOrRun(800, bpm: 120, seconds: 1800)
        script.incline = nil
        script.hold(120, seconds: 1800)
        #expect(script.totals.climbMillimetres?.value == 399_500)
        script.incline = -30
        script.hold(120, seconds: 3600)
        #expect(script.totals.climbMillimetres?.value == 399_500)
    }

    @Test("climb knows of the time in which no incline was told yet")
    func climbShare() {
        var script = MetricScript()
        script.walkOrRun(800, bpm: 120, seconds: 60)
        script.incline = 10
        script.hold(120, seconds: 59)
        #expect(script.totals.climbMillimetres == nil)
        script.hold(120, seconds: 1)
        #expect(script.totals.climbMillimetres?.sharePerMille == 500)
    }

    @Test("energy is by the belt where its speed is known for half of the time")
    func energy() {
        var script = MetricScript()
        script.walkOrRun(800, bpm: 150, seconds: 600)
        #expect(script.totals.isEnergyFromBelt)
        // 10.5583 kcal/min at 70 kg.
        #expect(((script.totals.energyKilocalories?.value ?? 0) - 105.58333).magnitude < 1e-4)
        #expect(script.totals.roundedKilocalories == 110)
        script.walkOrRun(nil, bpm: 150, seconds: 600)
        #expect(script.totals.isEnergyFromBelt)
        script.hold(150, seconds: 1)
        #expect(!script.totals.isEnergyFromBelt)
        #expect(script.totals.energyKilocalories?.isWeak == false)
        #expect(
            script.metrics.totals(for: RunnerBody(ageYears: 40, sex: .male), plan: RunMetrics.plan).energyKilocalories
                == nil
        )
    }

    @Test("a recovery is the fall in the minute after the belt slowed down")
    func recovery() throws {
        var script = recovering(at: 0)
        #expect(script.totals.recovery == nil)
        script.hold(131, seconds: 1)
        let recovery = try #require(script.totals.recovery)
        #expect(recovery.effortBPM == 162 && recovery.recoveredBPM == 131 && recovery.fallBPM == 31)
        #expect(recovery.manner == .standing && recovery.atMilliseconds == 300_000)
        script.walkOrRun(800, bpm: 140, seconds: 60)
        #expect(script.totals.recovery == recovery)
    }

    /// Five minutes of main part at 162 bpm, then 64 s at another speed: 131 bpm.
    private func recovering(
        at speed: Int,
        mainSeconds: Int = 300,
        change: (inout MetricScript) -> Void = { _ in }
    ) -> MetricScript {
        var script = MetricScript()
        script.walkOrRun(800, bpm: 162, seconds: mainSeconds)
        change(&script)
        if speed == 0 { script.session = .pausedBelt }
        script.walkOrRun(speed, bpm: 140, seconds: 54)
        // The machine has nothing more to say once it stands.
        if speed == 0 { script.speed = nil }
        script.hold(131, seconds: 10)
        return script
    }

    @Test("who walks on recovers walking, and who stops after a while did what took longer")
    func recoveryManner() {
        var walking = recovering(at: 500)
        walking.hold(131, seconds: 1)
        #expect(walking.totals.recovery?.manner == .walking)
        var both = MetricScript()
        both.walkOrRun(800, bpm: 162, seconds: 300)
        both.walkOrRun(400, bpm: 150, seconds: 32)
        both.session = .pausedBelt
        both.walkOrRun(0, bpm: 131, seconds: 33)
        #expect(both.totals.recovery?.manner == .standing)
    }

    @Test("no recovery: a short main part, a faster belt, an unknown heart rate or speed")
    func noRecovery() {
        var short = recovering(at: 0, mainSeconds: 299)
        short.hold(131, seconds: 10)
        #expect(short.totals.recovery == nil)

        var fast = recovering(at: 501)
        fast.hold(131, seconds: 10)
        #expect(fast.totals.recovery == nil)

        var faster = recovering(at: 500)
        faster.walkOrRun(501, bpm: 131, seconds: 10)
        #expect(faster.totals.recovery == nil)

        var blind = recovering(at: 500)
        blind.walkOrRun(nil, bpm: 131, seconds: 10)
        #expect(blind.totals.recovery == nil)

        var hole = recovering(at: 0)
        hole.step(nil, milliseconds: 1)
        hole.hold(131, seconds: 10)
        #expect(hole.totals.recovery == nil)

        var before = recovering(at: 0) { script in
            script.step(nil, milliseconds: 1)
            script.hold(162, seconds: 9)
        }
        before.hold(131, seconds: 10)
        #expect(before.totals.recovery == nil)
    }

    @Test("the belt may follow a cool-down within 10 s; a hole between the windows is no matter")
    func recoveryAfterCoolDown() {
        for (seconds, isThere) in [(10, true), (11, false)] {
            var script = recovering(at: 0) { script in
                script.phase = .coolDown
                script.hold(150, seconds: seconds)
            }
            script.hold(131, seconds: 1)
            #expect(script.totals.recovery?.effortBPM == (isThere ? 162 : nil), "\(seconds)")
        }
        var hole = MetricScript()
        hole.walkOrRun(800, bpm: 162, seconds: 300)
        hole.walkOrRun(400, bpm: 150, seconds: 20)
        hole.hold(nil, seconds: 35)
        hole.hold(131, seconds: 10)
        #expect(hole.totals.recovery?.fallBPM == 31)
    }
}
