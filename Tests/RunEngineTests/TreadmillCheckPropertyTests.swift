import SensorCodec
import TestSupport
import Testing

@testable import RunEngine

/// What must hold for every machine. Each ride is made from a seed that stands in the message of a failure.
struct TreadmillCheckPropertyTests {
    @Test(
        "a machine that tells the truth is never told of, at any speed",
        arguments: [500, 1000] as [Int64],
        [1, 10] as [Int64]
    )
    func steadyTruth(interval: Int64, step: Int64) {
        for speed in 1...20 {
            for (hasClock, isSplit) in [(true, false), (false, true)] {
                var ride = Ride(speedCentiKmH: speed * 100, interval: interval, step: step, hasClock: hasClock)
                ride.isSplit = isSplit
                var heard = Heard()
                ride.run(for: 1_500_000) { heard.take($0, at: $1) }
                #expect(heard.findings.isEmpty, "\(speed) km/h")
            }
        }
    }

    @Test(
        "nor with speeds some per cent off, pauses, resets, losses, jitter and holes",
        arguments: 1...60 as ClosedRange<UInt64>
    )
    func roughTruth(seed: UInt64) {
        var random = Randomness(seed: seed)
        var ride = Ride(interval: random.pick([250, 500, 1000, 2000]), step: random.pick([1, 5, 10, 16, 100]))
        ride.hasClock = random.chance(60)
        ride.isSplit = random.chance(30)
        ride.speedFactor = Int64.random(in: 940_000...1_060_000, using: &random)
        var heard = Heard()
        for _ in 0..<40 {
            ride.speedCentiKmH = random.chance(15) ? 0 : Int.random(in: 100...2000, using: &random)
            if ride.speedCentiKmH == 0, random.chance(50) { ride.reset() }
            let isRunning = ride.speedCentiKmH > 0
            ride.run(for: Int64.random(in: 5_000...200_000, using: &random)) { data, time in
                var data = data
                if isRunning, random.chance(20) { data.heartRateBPM = UInt8.random(in: 90...170, using: &random) }
                data.inclinationDeciPercent = Int16.random(in: -60...150, using: &random)
                if random.chance(95) { heard.take(data, at: time + Int64.random(in: 0...200, using: &random)) }
            }
            if random.chance(20) { ride.pass(Int64.random(in: 1_000...60_000, using: &random)) }
        }
        // Some per cent are told of as what they are, and not as a unit.
        let others = heard.findings.filter { $0.subject != .distanceDisagrees }
        #expect(others.isEmpty, "seed \(seed)")
    }

    @Test(
        "any numbers at any times are taken, and each thing is told once at most",
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func hostile(seed: UInt64) {
        var random = Randomness(seed: seed)
        var heard = Heard(hold: random.pick([0, 5_000, 366 * 86_400_000]))
        var time: Int64 = 0
        var data = TreadmillData()
        for _ in 0..<3_000 {
            time += random.pick([0, 1, 500, 1000, 1000, 1000, 5000, 100_000, 21_600_000])
            if random.chance(30) { data = Self.anything(using: &random) }
            if random.chance(1) { heard.checks.forgetMachine() }
            let ends = [
                Int16.random(in: .min ... .max, using: &random), Int16.random(in: .min ... .max, using: &random),
            ]
            let step = random.pick([0, 10, .max / 2])
            heard.range =
                random.chance(30)
                ? InclinationRange(deciPercent: ends.min()!...ends.max()!, stepDeciPercent: step) : nil
            heard.take(data, at: time)
        }
        heard.take(data, at: 9_007_199_254_740)
        let names = heard.findings.map {
            "\($0.subject) \($0 == .frozenField(.heartRate))\($0 == .frozenField(.elapsedTime))"
        }
        #expect(Set(names).count == names.count, "seed \(seed)")
    }

    private static func anything(using random: inout Randomness) -> TreadmillData {
        var data = TreadmillData()
        if random.chance(80) {
            data.instantaneousSpeedCentiKmH = random.pick([0, 99, 100, 800, .max, UInt16(random.next() & 0xFFFF)])
        }
        if random.chance(80) {
            data.totalDistanceMetres = random.pick([0, 1, 100, 0xFF_FFFF, UInt32(random.next() & 0xFF_FFFF)])
        }
        if random.chance(80) { data.elapsedTimeSeconds = random.pick([0, 1, .max, UInt16(random.next() & 0xFFFF)]) }
        if random.chance(50) { data.heartRateBPM = UInt8(random.next() & 0xFF) }
        if random.chance(50) { data.inclinationDeciPercent = Int16(truncatingIfNeeded: random.next()) }
        return data
    }

    /// The checks with what they found.
    private struct Heard {
        var checks = TreadmillChecks()
        var findings: [RunNotice.Finding] = []
        var range: InclinationRange?
        var hold: Int64 = 5000
        private var latest: Int64 = 0

        init(hold: Int64 = 5000) { self.hold = hold }

        mutating func take(_ data: TreadmillData, at time: Int64) {
            latest = max(latest, time)
            findings += checks.take(data, from: Rehearsal.machine, range: range, at: latest, hold: hold)
        }
    }
}
