import TestSupport
import Testing

@testable import VirtualGym

/// The virtual runner answers an effort as people do.
struct RunnerModelTests {
    private static let runners: [(traits: RunnerTraits, answerSeconds: ClosedRange<Int>)] = [
        (.beginner, 45...60), (.regular, 38...52), (.trained, 30...42),
    ]

    @Test("63 % of a step from 8 to 9 km/h is there after the seconds that studies report", arguments: 0..<3)
    func stepAnswer(_ index: Int) {
        let (traits, seconds) = Self.runners[index]
        var steady = traits
        steady.driftPerMinute = 0
        var runner = RunnerModel(steady, seed: 1, isNoisy: false)
        for _ in 0..<1800 { _ = runner.step(speedKmH: 8, gradePercent: 0) }
        let before = runner.heartRateBPM
        let target = before + 0.632 * (runner.steadyBPM(speedKmH: 9, gradePercent: 0) - before)
        var count = 0
        while runner.heartRateBPM < target, count < 300 {
            _ = runner.step(speedKmH: 9, gradePercent: 0)
            count += 1
        }
        #expect(seconds.contains(count), "\(count) s")
    }

    @Test("a heart falls more slowly than it rises, and no answer comes at once")
    func fall() {
        var traits = RunnerTraits.regular
        traits.driftPerMinute = 0
        var runner = RunnerModel(traits, seed: 1, isNoisy: false)
        for _ in 0..<1800 { _ = runner.step(speedKmH: 8, gradePercent: 0) }
        let high = runner.heartRateBPM
        let low = runner.steadyBPM(speedKmH: 5, gradePercent: 0)
        for _ in 0..<traits.deadSeconds { _ = runner.step(speedKmH: 5, gradePercent: 0) }
        #expect(abs(runner.heartRateBPM - high) < 0.1)
        var fall = traits.deadSeconds
        while runner.heartRateBPM > high - 0.632 * (high - low) {
            _ = runner.step(speedKmH: 5, gradePercent: 0)
            fall += 1
        }
        #expect((46...62).contains(fall), "\(fall) s")
    }

    @Test("at a steady effort the heart rate wanders by one to two beats", arguments: 0..<3, [1, 2, 3] as [UInt64])
    func wander(_ index: Int, seed: UInt64) {
        var traits = Self.runners[index].traits
        traits.driftPerMinute = 0
        var runner = RunnerModel(traits, seed: seed)
        for _ in 0..<900 { _ = runner.step(speedKmH: 6, gradePercent: 0) }
        var sum = 0.0
        var squares = 0.0
        let count = 3600
        for _ in 0..<count {
            _ = runner.step(speedKmH: 6, gradePercent: 0)
            sum += runner.heartRateBPM
            squares += runner.heartRateBPM * runner.heartRateBPM
        }
        let mean = sum / Double(count)
        let deviation = (squares / Double(count) - mean * mean).squareRoot()
        #expect((1.2...2.6).contains(deviation), "\(deviation) bpm")
        #expect(abs(mean - runner.steadyBPM(speedKmH: 6, gradePercent: 0)) < 1.5)
    }

    @Test("beats vary widely at rest and little in a run: RMSSD falls from about 16 ms and more to 4 ms")
    func beatVariation() {
        func rmssd(speedKmH: Double) -> Double {
            var runner = RunnerModel(.regular, seed: 5)
            for _ in 0..<600 { _ = runner.step(speedKmH: speedKmH, gradePercent: 0) }
            var intervals: [Double] = []
            for _ in 0..<600 {
                intervals += runner.step(speedKmH: speedKmH, gradePercent: 0).map { Double($0) / 1.024 }
            }
            let squares = zip(intervals, intervals.dropFirst()).map { ($1 - $0) * ($1 - $0) }
            return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
        }
        let (rest, walk, run) = (rmssd(speedKmH: 0), rmssd(speedKmH: 5), rmssd(speedKmH: 10))
        #expect((15...50).contains(rest) && (8...25).contains(walk) && (2...7).contains(run))
        #expect(rest > walk && walk > run)
    }

    @Test("whatever a runner does, the heart rate lies between 35 and the maximum, and the beats fill the time")
    func bounds() {
        for seed in 1...20 as ClosedRange<UInt64> {
            var chance = Randomness(seed: seed)
            let traits = chance.pick(Self.runners).traits
            var runner = RunnerModel(traits, seed: seed)
            var sum = 0
            var beyond = 0
            let count = 1200
            var speed = 0.0
            var grade = 0.0
            for _ in 0..<count {
                if chance.chance(2) { speed = Double.random(in: 0...20, using: &chance) }
                if chance.chance(2) { grade = Double.random(in: 0...15, using: &chance) }
                sum += runner.step(speedKmH: speed, gradePercent: grade).reduce(0) { $0 + Int($1) }
                if !(RunnerModel.lowestBPM...traits.maximumBPM).contains(runner.heartRateBPM) { beyond += 1 }
            }
            #expect(beyond == 0, "seed \(seed)")
            #expect(abs(Double(sum) / 1024.0 - Double(count)) < 2.5, "seed \(seed)")
        }
    }
}

/// The belt moves as belts do.
struct BeltModelTests {
    @Test("only a start moves the belt, and it goes at its slowest")
    func start() {
        var belt = BeltModel()
        #expect(belt.command(speedCentiKmH: 800) == nil && belt.command(inclineDeciPercent: 20) == nil)
        for _ in 0..<10 { belt.step() }
        #expect(belt.speedCentiKmH == 0 && belt.metres == 0)
        belt.start()
        for _ in 0..<10 { belt.step() }
        #expect(belt.speedCentiKmH == 80)
    }

    @Test("speed rises by 0.4 km/h and falls by 0.6 km/h in a second, the incline by 0.4 %")
    func ramps() {
        var belt = BeltModel()
        belt.start()
        belt.command(speedCentiKmH: 1000)
        belt.command(inclineDeciPercent: 30)
        var speeds: [Int] = []
        var inclines: [Int] = []
        for _ in 0..<30 {
            belt.step()
            speeds.append(belt.speedCentiKmH)
            inclines.append(belt.inclineDeciPercent)
        }
        #expect(speeds == (1...30).map { min(1000, 40 * $0) })
        #expect(inclines == (1...30).map { min(30, 4 * $0) })
        belt.stop()
        var seconds = 0
        while belt.speedCentiKmH > 0 {
            belt.step()
            seconds += 1
        }
        #expect(seconds == 17)
    }

    @Test("a command is taken for the nearest that the belt can do")
    func limits() {
        var belt = BeltModel()
        belt.start()
        #expect(belt.command(speedCentiKmH: 3000) == 1600)
        #expect(belt.command(speedCentiKmH: 10) == 80)
        #expect(belt.command(speedCentiKmH: 758) == 750)
        #expect(belt.command(inclineDeciPercent: -20) == 0)
        #expect(belt.command(inclineDeciPercent: 13) == 10)
        #expect(belt.command(inclineDeciPercent: 500) == 120)
    }

    @Test("an hour at 10 km/h is 10 km")
    func way() {
        var belt = BeltModel()
        belt.start()
        belt.command(speedCentiKmH: 1000)
        while belt.speedCentiKmH < 1000 { belt.step() }
        let before = belt.metres
        for _ in 0..<3600 { belt.step() }
        #expect(abs(belt.metres - before - 10_000) <= 1)
    }
}
