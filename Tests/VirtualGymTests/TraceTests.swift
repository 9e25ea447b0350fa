import Foundation
import Testing

@testable import VirtualGym

/// `Vectors/sim_traces.json`, made by the reference of the models: every number in it, and the bits of those between.
struct TraceTests {
    private struct File: Decodable {
        var splitmix64_seed42: [String]
        var normal_seed42: [Double]
        var steady_hr: [String: [String: Double]]
        var open_loop: [OpenLoop]
        var controlled: [Controlled]
    }

    /// A run by a plan.
    private struct OpenLoop: Decodable {
        var runner: String
        var seed: UInt64
        var noise: Bool
        /// Time in s, speed in 0.01 km/h, incline in 0.1 %; the last has the end alone.
        var plan_t_speed_incline: [[Int]]
        /// Time in s, speed in 0.01 km/h, incline in 0.1 %, true heart rate and that of a strap in bpm.
        var rows_every_10s: [[Double]]
        var rr_first_40: [UInt16]
        var rr_count: Int
        var rr_sum_1024: Int
        var metres: Int
    }

    /// A run in which commands came from elsewhere.
    private struct Controlled: Decodable {
        var runner: String
        var seed: UInt64
        var warm_to: Double
        var fault: String?
        /// Time in s, speed in km/h.
        var commands: [[Double]]
        /// Time in s, speed in 0.01 km/h, true heart rate and that of a strap in bpm.
        var rows_every_10s: [[Double]]
    }

    private static let runners = [
        "beginner": RunnerTraits.beginner, "regular": .regular, "trained": .trained,
    ]
    /// What is written was rounded to six digits.
    private static let rounding = 5.1e-7

    private let file: File

    init() throws {
        let url = try #require(
            Bundle.module.url(forResource: "sim_traces", withExtension: "json", subdirectory: "Vectors")
        )
        file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    }

    @Test("chance is the reference's chance")
    func chance() {
        var raw = SplitMix64(seed: 42)
        var normal = SplitMix64(seed: 42)
        #expect(file.splitmix64_seed42.count == 5 && file.normal_seed42.count == 5)
        for expected in file.splitmix64_seed42 { #expect(String(raw.next()) == expected) }
        for expected in file.normal_seed42 { #expect(normal.normal() == expected) }
    }

    @Test("each speed leads to the heart rate of the reference")
    func steadyRates() throws {
        #expect(file.steady_hr.count == 3)
        for (name, rates) in file.steady_hr {
            let runner = RunnerModel(try #require(Self.runners[name]), seed: 1)
            for (speed, rate) in rates {
                let steady = runner.steadyBPM(speedKmH: try #require(Double(speed)), gradePercent: 0)
                #expect(abs(steady - rate) < Self.rounding, "\(name) at \(speed) km/h")
            }
        }
    }

    /// FNV-1a of the heart rate's and the intervals' octets of every second, as the reference computes them.
    private static let digests: [UInt64] = [0x7C89_B19F_A016_8A20, 0x2196_AFCA_E3F5_A4DE, 0x0F2E_08E7_C6EF_9C9B]

    @Test("runs by a plan are the reference's runs, to the bit")
    func openLoop() throws {
        #expect(file.open_loop.count == Self.digests.count)
        for (trace, digest) in zip(file.open_loop, Self.digests) {
            var runner = RunnerModel(
                try #require(Self.runners[trace.runner]),
                seed: trace.seed,
                isNoisy: trace.noise
            )
            var belt = BeltModel()
            var rows: [[Double]] = []
            var intervals: [UInt16] = []
            var bits = Digest()
            belt.start()
            for second in 0..<(try #require(trace.plan_t_speed_incline.last?.first)) {
                for entry in trace.plan_t_speed_incline where entry.count == 3 && entry[0] == second {
                    belt.command(speedCentiKmH: entry[1])
                    belt.command(inclineDeciPercent: entry[2])
                }
                belt.step()
                let speed = Double(belt.speedCentiKmH)
                let incline = Double(belt.inclineDeciPercent)
                let beats = runner.step(speedKmH: speed / 100.0, gradePercent: incline / 10.0)
                bits.add(runner.heartRateBPM.bitPattern)
                beats.forEach { bits.add($0) }
                intervals += beats
                rows.append([Double(second + 1), speed, incline, runner.heartRateBPM, Double(runner.strapBPM)])
            }
            expectSame(rows, trace.rows_every_10s, rateColumn: 3)
            #expect(Array(intervals.prefix(40)) == trace.rr_first_40)
            #expect(intervals.count == trace.rr_count)
            #expect(intervals.reduce(0) { $0 + Int($1) } == trace.rr_sum_1024)
            #expect(belt.metres == trace.metres)
            #expect(bits.value == digest)
        }
    }

    @Test("runs whose commands come from elsewhere are the reference's runs, with a runner who steps off, too")
    func controlled() throws {
        #expect(file.controlled.count == 7)
        for trace in file.controlled {
            var runner = RunnerModel(try #require(Self.runners[trace.runner]), seed: trace.seed)
            var belt = BeltModel()
            var rows: [[Double]] = []
            belt.start()
            for second in 0..<2100 {
                if second < 300, second % 15 == 0 {
                    let speed = 4.0 + (trace.warm_to - 4.0) * Double(second) / 300.0
                    belt.command(speedCentiKmH: Int(speed * 10 + 0.5) * 10)
                }
                if trace.fault == "user", second == 900 { belt.command(speedCentiKmH: 600) }
                for command in trace.commands where Int(command[0]) == second {
                    belt.command(speedCentiKmH: Int(command[1] * 100 + 0.5))
                }
                belt.step()
                let isOff = trace.fault == "stepoff" && (900..<1500).contains(second)
                let speed = Double(belt.speedCentiKmH)
                _ = runner.step(speedKmH: isOff ? 0 : speed / 100.0, gradePercent: 0)
                rows.append([Double(second + 1), speed, runner.heartRateBPM, Double(runner.strapBPM)])
            }
            expectSame(rows, trace.rows_every_10s, rateColumn: 2)
        }
    }

    private func expectSame(_ rows: [[Double]], _ expected: [[Double]], rateColumn: Int) {
        let tenths = rows.indices.filter { $0 % 10 == 9 }.map { rows[$0] }
        #expect(tenths.count == expected.count)
        for (row, expected) in zip(tenths, expected) {
            for column in expected.indices {
                let slack = column == rateColumn ? Self.rounding : 0
                #expect(abs(row[column] - expected[column]) <= slack, "column \(column) at \(expected[0]) s")
            }
        }
    }
}
