import CBenchmarks
import SensorCodec
import UnixIO

/// Decoding of single values: nanoseconds and heap allocations for each, beside plain C.
enum CodecBenchmark {
    static let rounds = 40
    static let valuesPerRound = 200_000
    /// Different values in turn, so that nothing is decoded before the loop.
    private static let variants = 64

    struct Result {
        var name: String
        var nanoseconds: Double
        var yardstickNanoseconds: Double
        var allocations: UInt64

        var line: String {
            Table.left(name, 34) + Table.right(Table.tenths(nanoseconds), 6) + " ns, plain C "
                + Table.right(Table.tenths(yardstickNanoseconds), 5) + " ns, "
                + "\(allocations) allocations in \(CodecBenchmark.valuesPerRound) values"
        }
    }

    static func all() -> [Result] {
        [
            measure("2A37, one RR, 4 octets", octets: 4, heartRate, yardstick: bench_heart_rate) {
                [0x10, 100 + $0, $0, 2]
            },
            measure("2A37, cut short, 3 octets", octets: 3, heartRate, yardstick: bench_heart_rate) { [0x11, $0, 0] },
            measure("2ACD, 14 octets (0x0484)", octets: 14, treadmill, yardstick: bench_treadmill) {
                [0x84, 0x04, $0, 3, 0xE8, 3, 0, 0x2A, 0, 0xF4, 1, 8, $0, 0]
            },
            measure("2ACD, every field, 34 octets", octets: 34, treadmill, yardstick: bench_treadmill) {
                [0xFE, 0x1F, $0, 3] + (4..<34 as Range<UInt8>).map { $0 }
            },
            measure("2A19", 0x2A19, octets: 1, { [$0] }) { (value: borrowing BatteryLevel) in
                UInt64(value.levelPercent ?? 0)
            },
            measure("2A53, every field", 0x2A53, octets: 10, { [7, $0, 3, 86, 120, 0, $0, 0, 0, 0] }) {
                (value: borrowing RSCMeasurement) in
                UInt64(value.instantaneousSpeedRaw ?? 0) &+ UInt64(value.totalDistanceDecimetres ?? 0)
            },
            measure("2ACE, every field", 0x2ACE, octets: 44, { [0xFE, 0x7F, 0] + body(41, $0) }) {
                (value: borrowing CrossTrainerData) in
                UInt64(value.totalEnergyKilocalories ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
            },
            measure("2ACF, every field", 0x2ACF, octets: 23, { [0xFE, 1] + body(21, $0) }) {
                (value: borrowing StepClimberData) in
                UInt64(value.totalEnergyKilocalories ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
            },
            measure("2AD0, every field", 0x2AD0, octets: 23, { [0xFE, 3] + body(21, $0) }) {
                (value: borrowing StairClimberData) in
                UInt64(value.totalEnergyKilocalories ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
            },
            measure("2AD1, every field", 0x2AD1, octets: 30, { [0xFE, 0x1F] + body(28, $0) }) {
                (value: borrowing RowerData) in
                UInt64(value.totalEnergyKilocalories ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
            },
            measure("2AD2, every field", 0x2AD2, octets: 30, { [0xFE, 0x1F] + body(28, $0) }) {
                (value: borrowing IndoorBikeData) in
                UInt64(value.totalEnergyKilocalories ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
            },
            measure("2AD3, no text", 0x2AD3, octets: 2, { [0, $0 & 15] }) { (value: borrowing TrainingStatus) in
                UInt64(value.status?.rawValue ?? 0)
            },
            measure("2ADA, target speed", 0x2ADA, octets: 3, { [5, $0, 3] }) {
                (value: borrowing FitnessMachineStatus) in
                UInt64(value[.targetSpeed] ?? 0)
            },
        ]
    }

    /// Octets that are no "not available" number.
    private static func body(_ count: UInt8, _ variant: UInt8) -> [UInt8] {
        (0..<count).map { $0 ^ variant & 0x3F | 64 }
    }

    /// One of the kinds that the plain C reads by a table.
    @inline(__always)
    private static func measure<Layout: FieldLayout>(
        _ name: String,
        _ uuid: UInt16,
        octets: Int,
        _ value: (UInt8) -> [UInt8],
        _ read: (borrowing Layout) -> UInt64
    ) -> Result {
        measure(
            "\(name), \(octets) octets",
            octets: octets,
            { sum($0, $1, $2, read) },
            yardstick: { bench_table(uuid, $0, $1) },
            value
        )
    }

    /// Decodes values in turn and sums up what is read of each.
    @inline(__always)
    private static func sum<Layout: FieldLayout>(
        _ values: Span<UInt8>,
        _ octets: Int,
        _ count: Int,
        _ read: (borrowing Layout) -> UInt64
    ) -> UInt64 {
        var sum: UInt64 = 0
        for index in 0..<count {
            let start = index % variants * octets
            do throws(DecodingFailure) {
                sum &+= read(try Layout(decoding: values.extracting(start..<start + octets)))
            } catch {}
        }
        return sum
    }

    private typealias Yardstick = (_ octets: Int, _ count: Int) -> UInt64

    private static func measure(
        _ name: String,
        octets: Int,
        _ decode: (Span<UInt8>, Int, Int) -> UInt64,
        yardstick: Yardstick,
        _ value: (UInt8) -> [UInt8]
    ) -> Result {
        let values = (0..<UInt8(variants)).flatMap(value)
        for (place, octet) in values.enumerated() { bench_set_octet(place, octet) }
        var best = Double.infinity
        var bestYardstick = Double.infinity
        var allocations = UInt64.max
        for _ in 0..<rounds {
            let allocated = bench_allocations()
            var began = MonotonicClock.nowMicroseconds
            let sum = decode(values.span, octets, valuesPerRound)
            best = min(best, Double(MonotonicClock.nowMicroseconds - began))
            allocations = min(allocations, bench_allocations() - allocated)
            began = MonotonicClock.nowMicroseconds
            let theirs = yardstick(octets, valuesPerRound)
            bestYardstick = min(bestYardstick, Double(MonotonicClock.nowMicroseconds - began))
            precondition(sum == theirs, "\(name): the two decoders disagree")
        }
        let perValue = 1000 / Double(valuesPerRound)
        return Result(
            name: name,
            nanoseconds: best * perValue,
            yardstickNanoseconds: bestYardstick * perValue,
            allocations: allocations
        )
    }

    private static func heartRate(_ values: Span<UInt8>, _ octets: Int, _ count: Int) -> UInt64 {
        sum(values, octets, count) { (value: borrowing HeartRateMeasurement) in
            UInt64(value.heartRateBPM ?? 0) &+ (value.rrIntervals.isEmpty ? 0 : UInt64(value.rrIntervals[0]))
        }
    }

    private static func treadmill(_ values: Span<UInt8>, _ octets: Int, _ count: Int) -> UInt64 {
        sum(values, octets, count) { (value: borrowing TreadmillData) in
            UInt64(value.instantaneousSpeedCentiKmH ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
        }
    }
}
