import CBenchmarks
import RunEngine
import SensorCodec
import UnixIO

/// What the engine costs: an hour of a strap with intervals and a treadmill that tells four times a second.
enum EngineBenchmark {
    private static let seconds = 3600
    private static let rounds = 20
    /// What is promised of the hour, with variability, in ms, and of an event, in µs.
    private static let mostMilliseconds = 40.0
    private static let mostMicroseconds = 2.0

    static func lines() throws(ProfileError) -> [String] {
        let packets = Self.packets
        let plain = try run(packets, figures: [])
        let whole = try run(packets, figures: .variability)
        let perEvent = plain.milliseconds * 1000 / Double(packets.count)
        return [
            "the engine, best of \(rounds) rounds of an hour, \(packets.count) packets",
            "  " + Table.left("without variability", 34) + Table.right(Table.tenths(plain.milliseconds), 6) + " ms, "
                + "\(Table.hundredths(perEvent)) µs a packet (promised: less than \(Table.tenths(mostMicroseconds))), "
                + "\(plain.allocations) allocations in the second half",
            "  " + Table.left("with variability, 720 looks", 34) + Table.right(Table.tenths(whole.milliseconds), 6)
                + " ms (promised: less than \(Table.tenths(mostMilliseconds))), \(whole.allocations) allocations; "
                + "alpha-1 of 720 windows in plain C \(Table.tenths(plainAlpha1)) ms",
        ]
    }

    private typealias Packet = (time: Int64, input: RunInput)

    private static var packets: [Packet] {
        let strap = SensorIdentity(BluetoothAddress(rawValue: 0xE157_EAD1_0001))
        let machine = SensorIdentity(BluetoothAddress(rawValue: 0x00AA_015E_AD02))
        var list: [Packet] = []
        for (second, intervals) in Pulse.packets(seconds: seconds).enumerated() {
            let time = Int64(second) * 1_000_000
            var beats = HeartRateMeasurement()
            beats.heartRateBPM = intervals.isEmpty ? 150 : 61_440 / intervals[0]
            beats.rrIntervals = intervals
            list.append((time, .value(.heartRateMeasurement(beats), from: strap)))
            for quarter in 0..<4 {
                var data = TreadmillData()
                data.instantaneousSpeedCentiKmH = UInt16(800 + second / 60 % 10)
                data.totalDistanceMetres = UInt32(second * 22 / 10)
                data.inclinationDeciPercent = 10
                data.elapsedTimeSeconds = UInt16(second)
                list.append((time + Int64(quarter) * 250_000 + 125_000, .value(.treadmillData(data), from: machine)))
            }
        }
        return list
    }

    /// The time of the whole run, and the allocations of its second half.
    private static func run(
        _ packets: [Packet],
        figures: OptionalFigures
    ) throws(ProfileError) -> (milliseconds: Double, allocations: UInt64) {
        var profile = RunnerProfile(maximumBPM: 186, restingBPM: 60)
        profile.optionalFigures = figures
        let plan = try profile.plan()
        var best = Int64.max
        var allocations: UInt64 = 0
        for _ in 0..<rounds {
            var session = RunSession(plan: plan, source: .replay)
            var events = 0
            let began = MonotonicClock.nowMicroseconds
            var allocated: UInt64 = 0
            for (number, packet) in packets.enumerated() {
                if number == packets.count / 2 { allocated = bench_allocations() }
                session.apply(packet.input, atUnixMicroseconds: 1_800_000_000_000_000 + packet.time)
                session.drainEvents { _ in events += 1 }
            }
            allocations = bench_allocations() - allocated
            session.finish()
            best = min(best, MonotonicClock.nowMicroseconds - began)
            precondition(events >= seconds, "samples are missing")
        }
        return (Double(best) / 1000, allocations)
    }

    /// Milliseconds of as many windows as an hour has, of 300 beats each, in plain C.
    private static var plainAlpha1: Double {
        var pulse = Pulse()
        for place in 0..<300 { bench_set_interval(place, Double(pulse.next()) * 1000 / 1024) }
        var sum = 0.0
        let began = MonotonicClock.nowMicroseconds
        for _ in 0..<720 { sum += bench_alpha1(300) }
        precondition(sum > 0)
        return Double(MonotonicClock.nowMicroseconds - began) / 1000
    }
}
