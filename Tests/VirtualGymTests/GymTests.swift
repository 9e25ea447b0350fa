import SensorCodec
import TestSupport
import Testing

@testable import VirtualGym

/// What a gym sends, whoever listens.
struct GymTests {
    private func everything(_ plan: GymPlan) -> [GymEvent] {
        var gym = Gym(plan)
        return gym.advance(toMilliseconds: Int64(plan.script.seconds + 2) * 1000)
    }

    @Test(
        "a gym is the same for the same seed, whatever the steps in which time goes on",
        arguments: GymScript.allCases
    )
    func chunking(_ script: GymScript) {
        for seed in 1...4 as ClosedRange<UInt64> {
            let plan = GymPlan(script: script, seed: seed, hasChanceFaults: seed > 1)
            let whole = everything(plan)
            var chance = Randomness(seed: seed)
            var gym = Gym(plan)
            var parts: [GymEvent] = []
            var time: Int64 = 0
            var untimely = 0
            while !gym.isOver {
                let next = gym.nextMilliseconds ?? .max
                time += Int64.random(in: 1...(chance.chance(90) ? 700 : 30_000), using: &chance)
                let came = gym.advance(toMilliseconds: time)
                if !came.allSatisfy({ $0.timeMilliseconds >= next && $0.timeMilliseconds <= time }) { untimely += 1 }
                parts += came
            }
            #expect(untimely == 0, "seed \(seed)")
            #expect(parts == whole, "seed \(seed)")
            #expect(whole.last?.kind == .over && gym.nextMilliseconds == nil)
            #expect(gym.advance(toMilliseconds: .max).isEmpty)
        }
    }

    /// Of the times and octets of every packet with seed 1, as x86-64 computed them.
    private static let digests: [GymScript: UInt64] = [
        .easy40: 0xD4C8_CD7A_58E7_7C67, .walkrun: 0x74CF_AF09_DDDB_7613, .dropout: 0xCAC4_F059_5296_7DF4,
        .cadenceLock: 0x8065_8CB1_FA3A_8A22, .steppedOff: 0xBD8E_9E0E_B0C8_B377,
    ]

    @Test("the octets are the same on every machine", arguments: GymScript.allCases)
    func everyMachine(_ script: GymScript) {
        var digest = Digest()
        for event in everything(GymPlan(script: script)) {
            guard case .packet(let packet) = event.kind else { continue }
            digest.add(event.timeMilliseconds)
            packet.octets.forEach { digest.add($0) }
        }
        #expect(digest.value == Self.digests[script])
    }

    @Test("another seed is another run")
    func seeds() {
        #expect(everything(GymPlan(seed: 1)) != everything(GymPlan(seed: 2)))
    }

    @Test("keys count from the next second on, wherever time stands in this one")
    func keysAtOnce() {
        let plan = GymPlan(script: .steppedOff)
        func run(pressedAt time: Int64) -> [GymEvent] {
            var gym = Gym(plan)
            var events = gym.advance(toMilliseconds: time)
            gym.press(.faster)
            gym.press(.steeper)
            events += gym.advance(toMilliseconds: 200_000)
            return events
        }
        #expect(run(pressedAt: 100_000) == run(pressedAt: 100_999))
        #expect(run(pressedAt: 100_000) != run(pressedAt: 101_000))
    }

    @Test("every value decodes without an issue, and gives back its octets", arguments: GymScript.allCases)
    func wellFormed(_ script: GymScript) throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let events = everything(GymPlan(script: script, seed: seed, hasChanceFaults: true))
            let times = events.map(\.timeMilliseconds)
            #expect(times == times.sorted(), "seed \(seed)")
            var wellFormed = 0
            var count = 0
            for event in events {
                guard case .packet(let packet) = event.kind else { continue }
                count += 1
                guard let value = try event.value else { continue }
                var octets: [UInt8] = []
                value.encode(into: &octets)
                let isEven = value.issues == DecodingIssues() && octets == packet.octets
                // What fits into a notification of the default ATT_MTU.
                if isEven, octets.count <= 20, packet.handle > 0 { wellFormed += 1 }
            }
            #expect(wellFormed == count && count > script.seconds, "seed \(seed)")
        }
    }

    @Test("heart rates lie between 35 and the maximum, and distance, time and energy never fall")
    func plausible() throws {
        for script in GymScript.allCases {
            for seed in 1...4 as ClosedRange<UInt64> {
                let plan = GymPlan(script: script, seed: seed, hasChanceFaults: true)
                var last: (metres: UInt32, seconds: UInt16, kilocalories: UInt16) = (0, 0, 0)
                var odd: [GymEvent] = []
                for event in everything(plan) {
                    switch try event.value {
                    case .heartRateMeasurement(let measurement):
                        guard let bpm = measurement.heartRateBPM else { continue }
                        // A beat may come sooner than the heart rate says.
                        if bpm < 35 || Double(bpm) > plan.runner.maximumBPM + 1 { odd.append(event) }
                    case .treadmillData(let data):
                        let (metres, seconds) = (data.totalDistanceMetres ?? 0, data.elapsedTimeSeconds ?? 0)
                        let kilocalories = data.totalEnergyKilocalories ?? 0
                        let isRising = metres >= last.metres && seconds >= last.seconds
                        if !isRising || kilocalories < last.kilocalories { odd.append(event) }
                        last = (metres, seconds, kilocalories)
                    default: break
                    }
                }
                #expect(odd.isEmpty, "\(script), seed \(seed): \(odd)")
                #expect(last.metres > 300 && last.seconds > 300 && last.kilocalories > 20)
            }
        }
    }

    @Test("the belt's keys move the belt: slower than the slowest is the stop, faster from a stand the start")
    func keys() {
        var gym = Gym(GymPlan(script: .easy40))
        _ = gym.advance(toMilliseconds: 60_000)
        #expect(gym.speedCentiKmH == 500)
        gym.press(.faster)
        gym.press(.steeper)
        _ = gym.advance(toMilliseconds: 70_000)
        #expect(gym.speedCentiKmH == 550 && gym.inclineDeciPercent == 5)
        for _ in 0..<3 { gym.press(.steeper) }
        gym.press(.faster)
        gym.press(.faster)
        _ = gym.advance(toMilliseconds: 80_000)
        #expect(gym.speedCentiKmH == 650 && gym.inclineDeciPercent == 20, "each of several keys in a second counts")
        for _ in 0..<4 { gym.press(.flatter) }
        for second in 81...100 {
            gym.press(.slower)
            _ = gym.advance(toMilliseconds: Int64(second) * 1000)
        }
        #expect(gym.speedCentiKmH == 0 && gym.inclineDeciPercent == 0)
        gym.press(.faster)
        _ = gym.advance(toMilliseconds: 110_000)
        #expect(gym.speedCentiKmH == 80)
        gym.press(.stop)
        _ = gym.advance(toMilliseconds: 120_000)
        #expect(gym.speedCentiKmH == 0)
    }

    @Test("whoever takes the belt keeps it until the script goes over to another speed")
    func takenOver() {
        var gym = Gym(GymPlan(script: .easy40))
        _ = gym.advance(toMilliseconds: 400_000)
        for _ in 0..<3 { gym.press(.slower) }
        _ = gym.advance(toMilliseconds: 410_000)
        let speed = gym.speedCentiKmH
        _ = gym.advance(toMilliseconds: 2_100_000)
        #expect(gym.speedCentiKmH == speed)
        _ = gym.advance(toMilliseconds: 2_150_000)
        #expect(gym.speedCentiKmH == 450)
    }

    @Test("what the treadmill says when asked fits what its belt does")
    func answers() throws {
        let values = try everything(GymPlan()).prefix(12).compactMap { try $0.value }
        let speeds = values.compactMap { if case .supportedSpeedRange(let range) = $0 { range } else { nil } }.first
        #expect(speeds?.minimumCentiKmH == 80 && speeds?.maximumCentiKmH == 1600 && speeds?.incrementCentiKmH == 10)
        let inclines = values.compactMap { if case .supportedInclinationRange(let range) = $0 { range } else { nil } }
        #expect(inclines.first?.maximumDeciPercent == 120 && inclines.first?.incrementDeciPercent == 5)
        let features = values.compactMap { if case .fitnessMachineFeature(let feature) = $0 { feature } else { nil } }
        #expect(features.first?.targetSettings == [.speed, .inclination])
        #expect(values.contains { if case .batteryLevel(let level) = $0 { level.levelPercent == 87 } else { false } })
    }

    @Test("addresses are static random ones, and no two sensors share one")
    func addresses() {
        let sensors = [GymSensor.strap, .armband, .treadmill]
        for sensor in sensors { #expect(sensor.address.rawValue >> 46 == 0b11 && sensor.name.hasPrefix("Demo ")) }
        #expect(Set(sensors.map(\.address)).count == 3)
    }
}
