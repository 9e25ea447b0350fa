import RunEngine
import SensorCodec
import TestSupport
import Testing

/// Of several sensors the best is listened to, each value by itself, and it is said which.
@Suite("Fusion of sensors")
struct FusionTests {
    private static let wrist = SensorIdentity(BluetoothAddress(rawValue: 0xA0_0000_0003))

    @Test("a strap with intervals takes over from one without, once it was good for five seconds; never the other way")
    func betterStrap() throws {
        var run = try Rehearsal()
        for second in 0..<20 {
            run.heartRate(120, at: Double(second))
            let beats = RunInput.beats(122, [490, 492], from: Rehearsal.otherStrap)
            if second >= 3 { run.apply(beats, at: Double(second) + 0.5) }
        }
        #expect(
            run.sourceLines == ["0 heart_rate 01 heart_rate strap", "8500 heart_rate 02 heart_rate strap_with_rr"]
        )
        #expect(run.sample(at: 8)?.heartRateBPM == 120)
        #expect(run.sample(at: 15)?.heartRateBPM == 122)
    }

    @Test("a wrist gives way to a strap, and comes back when the strap is off the body for as long as a lost one")
    func wristAndStrap() throws {
        var run = try Rehearsal()
        try run.apply(.worn(2, Self.wrist), at: 0)
        for second in 0..<60 {
            run.heartRate(UInt16(130 + second % 2), from: Self.wrist, at: Double(second))
            let isWorn = second < 20
            let strap = RunInput.heartRate(
                UInt16(133 + second % 3),
                contact: isWorn ? .detected : .notDetected,
                from: Rehearsal.strap
            )
            run.apply(strap, at: Double(second) + 0.25)
        }
        #expect(
            run.sourceLines == [
                "0 heart_rate 03 heart_rate optical", "5250 heart_rate 01 heart_rate strap",
                "35000 heart_rate 03 heart_rate optical",
            ]
        )
        #expect(run.sample(at: 30)?.link == .contactLost)
        #expect(run.sample(at: 40)?.heartRateBPM != nil)
    }

    @Test("the machine's grips are listened to last, and said to be what they are")
    func grips() throws {
        var run = try Rehearsal()
        run.belt(800, heartRate: 100, at: 0)
        #expect(run.sourceLines == ["0 speed 01 treadmill", "0 heart_rate 01 treadmill machine"])
    }

    @Test("a foot pod's speed counts until a treadmill tells one, and again when that falls silent")
    func footPod() throws {
        var run = try Rehearsal()
        // 2.5 m/s are 9 km/h.
        for second in 0..<30 {
            run.apply(.pod(640, cadence: 82), at: Double(second))
            if (10..<15).contains(second) { run.belt(850, at: Double(second) + 0.5) }
        }
        run.finish()
        #expect(run.sample(at: 5)?.speedCentiKmH == 900)
        #expect(run.sample(at: 5)?.cadencePerMinute == 82)
        #expect(run.sample(at: 15)?.speedCentiKmH == 850)
        #expect(run.sample(at: 15)?.cadencePerMinute == 82)
        #expect(run.sample(at: 25)?.speedCentiKmH == 900)
        #expect(
            run.sourceLines == [
                "0 cadence 01 foot_pod", "0 speed 01 foot_pod", "10500 speed 01 treadmill", "18000 speed 01 foot_pod",
            ]
        )
        let metres = try #require(run.summary?.distanceMillimetres) / 1000
        #expect((69...73).contains(metres))
    }

    @Test("a foot pod that misses a stride is no pause; one that stands for three seconds is")
    func podStands() throws {
        var run = try Rehearsal()
        for second in 0..<20 {
            let stands = second == 5 || second >= 10
            run.apply(.pod(stands ? 0 : 640), at: Double(second))
        }
        #expect(run.transitions(of: "session") == ["0 idle>running", "13000 running>paused_belt"])
    }

    @Test("cadence goes stale by itself, speed by itself")
    func ages() throws {
        var run = try Rehearsal()
        run.apply(.pod(640, cadence: 82), at: 0)
        run.apply(.pod(640), at: 3)
        run.advance(to: 9)
        #expect(run.sample(at: 4)?.cadencePerMinute == 82)
        #expect(run.sample(at: 5)?.cadencePerMinute == nil)
        #expect(run.sample(at: 7)?.speedCentiKmH == 900)
        #expect(run.sample(at: 8)?.speedCentiKmH == nil)
    }

    @Test("the machine's own count and the sum of its speed stand side by side, over a reset")
    func twoDistances() throws {
        var run = try Rehearsal()
        for second in 0...100 {
            let metres = UInt32(second < 50 ? 500 + 2 * second : 2 * (second - 50))
            run.belt(900, metres: metres, at: Double(second))
        }
        run.finish()
        let summary = try #require(run.summary)
        #expect(summary.speedDistanceMillimetres == 250_000)
        #expect(summary.counterDistanceMillimetres == 198_000)
        #expect(summary.distanceMillimetres == 198_000)
    }

    @Test("two that differ by more than three per cent over a kilometre are told of, once", arguments: [1, -1])
    func disagreement(sign: Int) throws {
        var run = try Rehearsal()
        // 10 km/h by the speed; the counter goes 5 % further, or less far.
        for second in 0...1500 {
            let metres = Double(second) * 10 / 3.6 * (1 + 0.05 * Double(sign))
            run.belt(1000, metres: UInt32(metres), at: Double(second))
        }
        let lines = run.noticeLines.map { $0.split(separator: " ")[2] }
        #expect(lines == ["distance_disagrees"])
    }
}
