import CBenchmarks
import Dashboard
import RunEngine
import SensorCodec
import UnixIO

/// What a frame of the screen costs, drawn and encoded: second by second through a run of forty minutes, beside plain C
/// that fills as many cells and compares them with those before.
enum ScreenBenchmark {
    private static let seconds = 2400
    private static let rounds = 3
    private static let sizes = [(80, 24), (120, 40), (300, 100)]
    /// What is promised of a frame of the largest, in ms: ten a second are less than a hundredth of a core.
    private static let mostMilliseconds = 0.8

    static func report() throws(ProfileError) -> (lines: [String], broken: [String]) {
        let events = try events()
        var lines = ["the screen, best of \(rounds) rounds of \(seconds) frames, each a second later"]
        var broken: [String] = []
        for (columns, rows) in sizes {
            let frame = run(events, columns: columns, rows: rows)
            let plain = plain(columns: columns, rows: rows)
            lines.append(
                "  " + Table.left("\(columns) columns, \(rows) rows", 34)
                    + Table.right(Table.hundredths(frame.microseconds / 1000), 6) + " ms a frame, of which "
                    + "\(Table.hundredths(frame.encoding / 1000)) ms encoding; \(frame.octets) octets, "
                    + "\(frame.allocations) allocations; plain C " + "\(Table.hundredths(plain / 1000)) ms"
            )
            if frame.microseconds / 1000 > mostMilliseconds {
                broken.append("a frame of \(columns) columns takes \(Table.hundredths(frame.microseconds / 1000)) ms")
            }
        }
        lines[lines.count - 1] += " (promised: less than \(Table.tenths(mostMilliseconds)) ms)"
        return (lines, broken)
    }

    /// What became known of the run in each of its seconds.
    private static func events() throws(ProfileError) -> [[RunEvent]] {
        let profile = RunnerProfile(maximumBPM: 186, restingBPM: 60)
        var session = RunSession(plan: try profile.plan(), source: .demo)
        let strap = SensorIdentity(BluetoothAddress(rawValue: 0xE157_EAD1_0001))
        let machine = SensorIdentity(BluetoothAddress(rawValue: 0x00AA_015E_AD02))
        return Pulse.packets(seconds: seconds).enumerated().map { second, intervals in
            var beats = HeartRateMeasurement()
            // Slow waves around the band, so that the line has all of its colours.
            beats.heartRateBPM = UInt16(110 + (second / 7 % 60 - 30).magnitude + UInt(second % 3))
            beats.rrIntervals = intervals
            var data = TreadmillData()
            data.instantaneousSpeedCentiKmH = UInt16(700 + second / 90 % 8 * 20)
            data.totalDistanceMetres = UInt32(second * 2)
            data.inclinationDeciPercent = 10
            let time = 1_800_000_000_000_000 + Int64(second) * 1_000_000
            session.apply(.value(.heartRateMeasurement(beats), from: strap), atUnixMicroseconds: time)
            session.apply(.value(.treadmillData(data), from: machine), atUnixMicroseconds: time + 400_000)
            var events: [RunEvent] = []
            session.drainEvents { events.append($0) }
            return events
        }
    }

    private struct Cost {
        var microseconds: Double
        var encoding: Double
        var octets: Int
        var allocations: UInt64
    }

    /// The mean of all frames, of each the best round: what else the machine does is not counted.
    private static func run(_ events: [[RunEvent]], columns: Int, rows: Int) -> Cost {
        let encoder = TerminalEncoder(colours: .twoHundredFiftySix)
        let aim = RunAim(timeMilliseconds: 0, plan: "easy-40", plannedMilliseconds: 2_400_000)
        var best = Array(repeating: (drawing: Int64.max, encoding: Int64.max), count: events.count)
        var octets = 0
        let allocated = bench_allocations()
        for _ in 0..<rounds {
            var screen = RunScreen()
            var shown: Frame?
            for (second, known) in events.enumerated() {
                for event in known {
                    screen.apply(event)
                    if case .session = event { screen.apply(.aim(aim)) }
                }
                let began = MonotonicClock.nowMicroseconds
                let frame = screen.frame(columns: columns, rows: rows)
                let drawn = MonotonicClock.nowMicroseconds
                octets += encoder.bytes(from: shown, to: frame).count
                best[second].drawing = min(best[second].drawing, drawn - began)
                best[second].encoding = min(best[second].encoding, MonotonicClock.nowMicroseconds - drawn)
                shown = frame
            }
        }
        let count = Double(events.count)
        let encoding = best.reduce(0) { $0 + Double($1.encoding) } / count
        return Cost(
            microseconds: best.reduce(0) { $0 + Double($1.drawing) } / count + encoding,
            encoding: encoding,
            octets: octets / rounds / events.count,
            allocations: (bench_allocations() - allocated) / UInt64(rounds * events.count)
        )
    }

    /// Microseconds of a frame in plain C.
    private static func plain(columns: Int, rows: Int) -> Double {
        var best = Int64.max
        for _ in 0..<rounds {
            let began = MonotonicClock.nowMicroseconds
            let changed = bench_cells(columns * rows, seconds)
            best = min(best, MonotonicClock.nowMicroseconds - began)
            precondition(changed > 0, "nothing changed")
        }
        return Double(best) / Double(seconds)
    }
}
