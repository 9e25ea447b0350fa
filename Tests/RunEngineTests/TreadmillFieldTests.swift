import SensorCodec
import Testing

@testable import RunEngine

/// Fields that stand still, and inclinations that cannot be.
struct TreadmillFieldTests {
    // MARK: Fields that stand still

    @Test("a distance that stands while the belt runs 200 m and the clock goes on is told once")
    func frozenDistance() throws {
        for stuckAt in [0, 1234] as [UInt32] {
            var run = try Rehearsal()
            var ride = Ride(speedCentiKmH: 720)
            ride.change = { data, _ in data.totalDistanceMetres = stuckAt }
            run.hear(&ride, for: 600_000)
            run.finish()
            #expect(run.notices == ["100 01 frozen_field total_distance"])
        }
    }

    @Test("a distance that stands is told where the machine tells no time at all")
    func frozenDistanceWithoutClock() throws {
        var run = try Rehearsal()
        for second in 0...150 { run.belt(720, metres: 5, at: Double(second)) }
        run.finish()
        #expect(run.notices == ["100 01 frozen_field total_distance"])
    }

    @Test("a clock that stands for 30 s while the distance goes on is told once, be it at 0 or later")
    func frozenClock() throws {
        for stuckAt in [0, 40] as [Int64] {
            var run = try Rehearsal()
            var ride = Ride(speedCentiKmH: 720)
            ride.change = { data, time in data.elapsedTimeSeconds = UInt16(min(time / 1000, stuckAt)) }
            run.hear(&ride, for: 600_000)
            run.finish()
            #expect(run.notices == ["\(stuckAt + 30) 01 frozen_field elapsed_time"])
        }
    }

    @Test("when distance and clock stop together nobody is on the belt, and neither is called frozen")
    func nobodyThere() throws {
        for lag in [-5000, 0, 5000] as [Int64] {
            var run = try Rehearsal()
            var ride = Ride(speedCentiKmH: 720)
            ride.change = { data, time in
                // Away from 100 s to 500 s, and again from 700 s on.
                func counted(_ time: Int64) -> Int64 { min(time, 100_000) + min(max(0, time - 500_000), 200_000) }
                data.elapsedTimeSeconds = UInt16(counted(time) / 1000)
                data.totalDistanceMetres = UInt32(counted(max(0, time - lag)) / 500)
            }
            run.hear(&ride, for: 1_200_000)
            run.finish()
            #expect(run.notices == ["\(111 + lag / 1000) 01 belt_unattended"], "\(lag)")
            // Until it is seen, and from when it is seen, less the counters' slack.
            #expect((850_000...900_000).contains(try #require(run.summary).pausedMilliseconds), "\(lag)")
        }
    }

    @Test("a clock that stands alone, without a distance to tell it by, may be that of an empty belt")
    func clockAlone() throws {
        var run = try Rehearsal()
        var ride = Ride()
        ride.change = { data, _ in
            data.totalDistanceMetres = nil
            data.elapsedTimeSeconds = 7
        }
        run.hear(&ride, for: 300_000)
        run.finish()
        #expect(run.notices.isEmpty)
    }

    @Test("a machine's heart rate of 199 for two minutes of running is told, a living one is not")
    func frozenHeartRate() throws {
        for (rates, expected) in [([199], ["120 01 frozen_field heart_rate"]), ([118, 118, 119], [])]
            as [([UInt8], [String])]
        {
            var run = try Rehearsal()
            var ride = Ride()
            ride.change = { data, time in data.heartRateBPM = rates[Int(time / 40_000) % rates.count] }
            run.hear(&ride, for: 600_000)
            run.finish()
            #expect(run.notices == expected)
        }
    }

    @Test("a heart rate that stands while nobody runs, or that is not sent any more, is not odd")
    func heartRateAtRest() throws {
        var run = try Rehearsal()
        var ride = Ride()
        ride.change = { data, time in data.heartRateBPM = time / 60_000 % 2 == 0 ? 97 : nil }
        run.hear(&ride, for: 400_000)
        ride.change = { data, _ in data.heartRateBPM = 97 }
        ride.speedCentiKmH = 0
        run.hear(&ride, for: 400_000)
        ride.speedCentiKmH = 800
        run.hear(&ride, for: 119_000)
        run.finish()
        #expect(run.notices.isEmpty)
    }

    @Test("the belt standing, gaps in what is heard, resets and a lower speed than a walk's begin anew")
    func beginAnew() throws {
        var run = try Rehearsal()
        var ride = Ride(speedCentiKmH: 720)
        ride.change = { data, _ in
            data.totalDistanceMetres = 50
            data.heartRateBPM = 120
        }
        for _ in 0..<4 {
            run.hear(&ride, for: 90_000)
            ride.speedCentiKmH = 90
            run.hear(&ride, for: 3_000)
            ride.speedCentiKmH = 720
            run.hear(&ride, for: 90_000)
            ride.pass(5_001)
        }
        run.finish()
        #expect(run.notices.isEmpty)
    }

    @Test("counters at their ends are full, not frozen")
    func fullCounters() throws {
        var run = try Rehearsal()
        var ride = Ride()
        ride.change = { data, time in
            if time / 300_000 % 2 == 0 { data.elapsedTimeSeconds = .max } else { data.totalDistanceMetres = 0xFF_FFFF }
        }
        run.hear(&ride, for: 1_200_000)
        run.finish()
        #expect(run.notices.isEmpty)
    }

    @Test("after the runner's stop nothing is told any more")
    func afterStop() throws {
        var run = try Rehearsal()
        run.belt(800, metres: 1, at: 0)
        run.apply(.stop, at: 1)
        for second in 1...300 { run.belt(800, metres: 1, at: Double(second)) }
        run.finish()
        #expect(run.notices.isEmpty)
    }

    @Test("the runner's own pause does not hide what the machine does")
    func duringPause() throws {
        var run = try Rehearsal()
        run.belt(720, metres: 1, at: 0)
        run.apply(.pause, at: 1)
        for second in 1...150 { run.belt(720, metres: 1, at: Double(second)) }
        run.finish()
        #expect(run.notices == ["100 01 frozen_field total_distance"])
    }

    // MARK: Inclination

    @Test("a constant 82 % is told at its third record, without a range of the machine")
    func eightyTwoPercent() throws {
        let run = try inclined([820, 820, 820, 820])
        #expect(run.notices == ["2 01 inclination_out_of_range 820 -300 400"])
    }

    @Test("one or two records beyond are damage, and what a machine can do is nothing odd")
    func damage() throws {
        #expect(try inclined([0, 32_000, 32_000, 5, -32_768, 5, 400, -300, 150]).notices.isEmpty)
    }

    @Test("records without an inclination do not break the row, a gap does")
    func row() throws {
        #expect(try inclined([820, nil, 820, nil, 820]).notices == ["4 01 inclination_out_of_range 820 -300 400"])
        var run = try Rehearsal()
        for time in [0, 1, 7, 8, 14, 15] { run.apply(.inclined(820), at: Double(time)) }
        run.finish()
        #expect(run.notices.isEmpty)
    }

    @Test("the machine's own range counts where it is known, with one step to spare")
    func ownRange() throws {
        #expect(try inclined([-30, 160, 155], range: -25...155, step: 5).notices.isEmpty)
        let below = try inclined([-31, -31, -31], range: -25...155, step: 5)
        #expect(below.notices == ["2 01 inclination_out_of_range -31 -25 155"])
        // Beyond what Steady would take without a range.
        #expect(try inclined([450, 450, 450], range: 0...500, step: 5).notices.isEmpty)
        // Without a step of its own, 1 % is one.
        #expect(try inclined([160, 160, 160], range: 0...150).notices.isEmpty)
        #expect(try inclined([161, 161, 161], range: 0...150).notices.count == 1)
    }

    @Test("a pad without an incline says 0 to 0 in steps of 0, sends 0, and is not odd")
    func pad() throws {
        #expect(try inclined([0, 0, 0, 0], range: 0...0).notices.isEmpty)
    }

    @Test("a range may come in the middle of a run, is the machine's own, and survives its loss")
    func rangeComesLate() throws {
        var run = try Rehearsal()
        run.apply(.range(0...10, of: Rehearsal.otherMachine), at: 0)
        for second in 0..<5 { run.apply(.inclined(150), at: Double(second)) }
        #expect(run.notices.isEmpty)
        run.apply(.range(0...100), at: 4.5)
        run.apply(.disconnected(Rehearsal.machine), at: 5)
        for second in 6..<9 { run.apply(.inclined(150), at: Double(second)) }
        run.finish()
        #expect(run.notices == ["8 01 inclination_out_of_range 150 0 100"])
    }

    /// A run with an inclination in each second; a range is told before it.
    private func inclined(
        _ inclinations: [Int16?],
        range: ClosedRange<Int16>? = nil,
        step: Int = 0
    ) throws -> Rehearsal {
        var run = try Rehearsal()
        if let range { run.apply(.range(range, step: step), at: 0) }
        for (second, inclination) in inclinations.enumerated() { run.apply(.inclined(inclination), at: Double(second)) }
        run.finish()
        return run
    }
}

extension RunInput {
    /// A machine tells which inclinations it has, all in 0.1 %.
    fileprivate static func range(
        _ deciPercent: ClosedRange<Int16>,
        step: Int = 0,
        of machine: SensorIdentity = Rehearsal.machine
    ) -> RunInput {
        var value = SupportedInclinationRange()
        value.minimumDeciPercent = deciPercent.lowerBound
        value.maximumDeciPercent = deciPercent.upperBound
        value.incrementDeciPercent = UInt16(step)
        return .value(.supportedInclinationRange(value), from: machine)
    }

    fileprivate static func inclined(_ deciPercent: Int16?) -> RunInput {
        var value = TreadmillData()
        value.instantaneousSpeedCentiKmH = 500
        value.inclinationDeciPercent = deciPercent
        return .value(.treadmillData(value), from: Rehearsal.machine)
    }
}
