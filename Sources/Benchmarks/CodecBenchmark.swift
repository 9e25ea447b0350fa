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
        ]
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
        var sum: UInt64 = 0
        for index in 0..<count {
            let start = index % variants * octets
            do throws(DecodingFailure) {
                let value = try HeartRateMeasurement(decoding: values.extracting(start..<start + octets))
                sum &+= UInt64(value.heartRateBPM ?? 0)
                if !value.rrIntervals.isEmpty { sum &+= UInt64(value.rrIntervals[0]) }
            } catch {}
        }
        return sum
    }

    private static func treadmill(_ values: Span<UInt8>, _ octets: Int, _ count: Int) -> UInt64 {
        var sum: UInt64 = 0
        for index in 0..<count {
            let start = index % variants * octets
            do throws(DecodingFailure) {
                let value = try TreadmillData(decoding: values.extracting(start..<start + octets))
                sum &+= UInt64(value.instantaneousSpeedCentiKmH ?? 0) &+ UInt64(value.elapsedTimeSeconds ?? 0)
            } catch {}
        }
        return sum
    }
}
