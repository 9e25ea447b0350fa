import Foundation
import RunEngine
import SensorCodec
import TestSupport
import Testing

/// Speed and distance in units that do not belong together.
struct TreadmillUnitTests {
    @Test("a speed in miles per hour is told once, with the two distances, after three minutes")
    func milesPerHour() throws {
        var run = try Rehearsal()
        var ride = Ride(speedCentiKmH: 966, speedFactor: Ride.milesPerHour)
        run.hear(&ride, for: 900_000)
        run.finish()
        // 6.0 mph: 161 m in a minute, of which the field makes 100.
        #expect(run.notices == ["181 01 speed_in_miles_per_hour 300 483"])
    }

    @Test("a distance in thousandths of a mile is told the same way")
    func miles() throws {
        var run = try Rehearsal()
        var ride = Ride(speedCentiKmH: 966, distanceFactor: Ride.milesPerHour)
        run.hear(&ride, for: 900_000)
        run.finish()
        #expect(run.notices == ["181 01 distance_in_miles 483 300"])
    }

    @Test(
        "miles per hour are found at every speed of a walk or run, in the ways that machines tell",
        arguments: [(1000, 1, true, false), (500, 10, true, false), (1000, 10, false, true), (500, 16, false, false)]
    )
    func everySpeed(interval: Int64, step: Int64, hasClock: Bool, isSplit: Bool) throws {
        for speed in stride(from: 200, through: 2000, by: 100) {
            for factor in [Ride.milesPerHour, 1_000_000] {
                var run = try Rehearsal()
                var ride = Ride(speedCentiKmH: speed, interval: interval, step: step, hasClock: hasClock)
                ride.isSplit = isSplit
                ride.speedFactor = factor
                ride.distanceFactor = factor == 1_000_000 ? Ride.milesPerHour : 1_000_000
                run.hear(&ride, for: 1_200_000)
                run.finish()
                let name = factor == 1_000_000 ? "distance_in_miles" : "speed_in_miles_per_hour"
                #expect(run.notices.count == 1, "\(speed)")
                #expect(run.notices.first?.contains(name) == true, "\(speed)")
            }
        }
    }

    @Test("UREVO and Horizon, in miles per hour by the console, are found; as they are, they are not")
    func realLayouts() throws {
        for factor in [1_000_000, Ride.milesPerHour] {
            for (interval, step, layout) in [(500, 10, Self.urevo), (1000, 1, Self.horizon)] as [Layout] {
                var run = try Rehearsal()
                var ride = Ride(speedCentiKmH: 482, interval: interval, step: step, speedFactor: factor)
                ride.run(for: 600_000) { data, time in
                    let bytes = layout(data)
                    guard let value = try? TreadmillData(decoding: bytes.span) else { return }
                    run.apply(.value(.treadmillData(value), from: Rehearsal.machine), atMicroseconds: time * 1000)
                }
                run.finish()
                #expect(run.summary?.distanceMillimetres ?? 0 > 750_000)
                #expect(run.notices.count == (factor == 1_000_000 ? 0 : 1))
            }
        }
    }

    @Test("pauses, resets, gaps and another machine break the legs, and a machine is told of once")
    func breaks() throws {
        var run = try Rehearsal()
        var ride = Ride(speedCentiKmH: 966, speedFactor: Ride.milesPerHour)
        // No stretch of three minutes, but each has a whole leg.
        for _ in 0..<2 {
            run.hear(&ride, for: 70_000)
            ride.speedCentiKmH = 0
            run.hear(&ride, for: 10_000)
            ride.reset()
            ride.speedCentiKmH = 966
        }
        #expect(run.notices.isEmpty)
        ride.pass(6_000)
        run.hear(&ride, for: 70_000)
        #expect(run.notices.count == 1)
        run.apply(.disconnected(Rehearsal.machine), atMicroseconds: ride.time * 1000)
        run.hear(&ride, for: 150_000, from: Rehearsal.otherMachine)
        run.apply(.disconnected(Rehearsal.otherMachine), atMicroseconds: ride.time * 1000)
        run.hear(&ride, for: 400_000)
        #expect(run.notices.count == 1)
        run.apply(.disconnected(Rehearsal.machine), atMicroseconds: ride.time * 1000)
        run.hear(&ride, for: 200_000, from: Rehearsal.otherMachine)
        run.finish()
        #expect(run.notices.map { $0.dropFirst(4).prefix(2) } == ["01", "02"])
    }

    @Test("a clock that is set back is no evidence: often, with the machine's own time, or once without it")
    func lateStamps() throws {
        for hasClock in [true, false] {
            var run = try Rehearsal()
            var ride = Ride(speedCentiKmH: 966, hasClock: hasClock)
            for part in 0..<12 as Range<Int64> {
                // 100 s of the machine pass in 60 s by the stamps.
                let behind = (hasClock ? part : min(part, 1)) * 40_000
                ride.run(for: 100_000) { data, time in
                    let stamp = (time - behind) * 1000
                    run.apply(.value(.treadmillData(data), from: Rehearsal.machine), atMicroseconds: stamp)
                }
            }
            run.finish()
            #expect(run.notices.isEmpty)
        }
    }

    @Test("someone who steps on the rails each minute is no unit of length", arguments: [true, false])
    func steppingOff(hasClock: Bool) throws {
        var run = try Rehearsal()
        var ride = Ride(speedCentiKmH: 1200, hasClock: hasClock)
        // 40 s on the belt and 24 s beside it would make 1.6, where the machine counts only the former.
        var beside: Int64 = 0
        ride.change = { data, time in
            let cycle = time % 64_000
            let counted = time / 64_000 * 40_000 + min(cycle, 40_000)
            if data.totalDistanceMetres != nil { data.totalDistanceMetres = UInt32(counted / 300) }
            if data.elapsedTimeSeconds != nil { data.elapsedTimeSeconds = UInt16(counted / 1000) }
            beside = time - counted
        }
        run.hear(&ride, for: 1_200_000)
        run.finish()
        #expect(beside > 400_000)
        // Clock and distance together are two witnesses that nobody is there.
        #expect(run.notices == (hasClock ? ["49 01 belt_unattended"] : []))
    }

    @Test(
        "a recorded run of an hour gives no notice, but of the beats that its watch lost",
        .enabled(if: Places.recordings != nil, "\(Places.noRecordings)")
    )
    func recordings() throws {
        let place = try #require(Places.recordings).appending(path: "sequences/reconstructed")
        let expected = [
            "treadmill_run_fr945_hr_rr": ["121 01 heart_rate_differs_from_intervals", "500 01 intervals_missing"],
            "treadmill_run_12km_hr": [], "treadmill_run_15km_hr": [],
        ]
        for (name, notices) in expected {
            var run = try Rehearsal()
            let text = try String(contentsOf: place.appending(path: name + ".txt"), encoding: .utf8)
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                let fields = line.split(separator: " ")
                let (seconds, bytes) = (try #require(Double(fields[0])), [UInt8](hex: String(fields[2])))
                if fields[1] == "2acd" {
                    let data = try TreadmillData(decoding: bytes.span)
                    run.apply(.value(.treadmillData(data), from: Rehearsal.machine), at: seconds)
                } else {
                    run.apply(try .heartRateBytes(bytes, from: Rehearsal.strap), at: seconds)
                }
            }
            run.finish()
            #expect(run.summary?.packetCount ?? 0 > 5000, "\(name)")
            #expect(run.notices == notices, "\(name)")
        }
    }

    private typealias Layout = (Int64, Int64, @Sendable (TreadmillData) -> [UInt8])

    /// Flags, speed, distance, energy: how both begin.
    private static func head(_ flags: [UInt8], _ data: TreadmillData) -> [UInt8] {
        let metres = data.totalDistanceMetres ?? 0
        let speed = data.instantaneousSpeedCentiKmH ?? 0
        return flags + [UInt8(speed & 0xFF), UInt8(speed >> 8)]
            + [UInt8(metres & 0xFF), UInt8(metres >> 8 & 0xFF), UInt8(metres >> 16)]
    }

    private static func seconds(_ data: TreadmillData) -> [UInt8] {
        let seconds = data.elapsedTimeSeconds ?? 0
        return [UInt8(seconds & 0xFF), UInt8(seconds >> 8)]
    }

    /// UREVO E1L, flags 0x2584: energy, no heart rate, elapsed time, a step count.
    private static let urevo: @Sendable (TreadmillData) -> [UInt8] = { data in
        head([0x84, 0x25], data) + [7, 0, 0xFF, 0xFF, 0xFF, 0] + seconds(data) + [99, 0, 0]
    }

    /// Horizon 7.4, flags 0x0484: energy of which nothing is known, elapsed time.
    private static let horizon: @Sendable (TreadmillData) -> [UInt8] = { data in
        head([0x84, 0x04], data) + [0xFF, 0xFF, 0xFF, 0xFF, 0xFF] + seconds(data)
    }
}
