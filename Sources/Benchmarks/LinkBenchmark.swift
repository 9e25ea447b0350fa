import UnixIO

/// The way of a live value: from bluetoothd's sending it to the engine's new state, beside a plain C program and beside
/// bleak, which only read the clock. A process of its own stands for bluetoothd, on a bus of its own; each value holds
/// its time. All listen in turn, round after round, so that all see the same machine, and are compared within a round.
struct LinkBenchmark {
    private static let rounds = 15
    /// The first values of a series are warming up.
    private static let warmUp = 100
    private static let fast = 700
    private static let slow = 20
    private static let strap = "C0:11:22:33:44:01"
    private static let python = ".build/judges/bin/python"
    private static let bleakScript = "Tests/Judges/listen.py"

    /// What is promised. Of the way over the bus it is not kept yet: four runs gave 1.02 to 1.19 times C; and bleak, whose
    /// bus is compiled, takes but half as long again as C, for most of the way is the sender's and dbus-daemon's. That is
    /// printed, run for run.
    private static let mostTimesC = 1.10
    private static let leastTimesFaster = 5.0
    private static let mostMicrosecondsBehindC = 15.0
    /// What breaks the run meanwhile: worse than noise can make it.
    private static let brokenTimesC = 1.30
    private static let brokenTimesFaster = 1.0

    /// Somebody who listens, and what was measured of it in each round.
    private struct Listener {
        var name: String
        var program: String
        var arguments: [String]
        /// Whether the file's name comes behind a word of its own.
        var fileOption: [String] = []
        var rounds: [Latencies] = []
    }

    /// Microseconds of one round.
    private struct Latencies {
        var fast: [Double]
        var slow: [Double]
    }

    private let bus: PrivateBus
    private var listeners: [Listener]

    /// Starts the bus.
    init() throws(SystemFailure) {
        bus = try PrivateBus(bluetoothd: ["--tell-series", "\(Self.fast)", "\(Self.slow)"])
        let count = Self.fast + Self.slow
        let itself = CommandLine.arguments[0]
        let steady =
            itself.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/steady"
        let probe = ["link-probe", "--strap", Self.strap, "--count", "\(count)"]
        listeners = [
            Listener(name: "plain C, bus", program: itself, arguments: ["--listen-bus", "\(count)"]),
            Listener(name: "steady, bus", program: steady, arguments: probe, fileOption: ["--output"]),
            Listener(name: "plain C, socket", program: itself, arguments: ["--listen-socket", "\(count)"]),
            Listener(
                name: "steady, socket",
                program: steady,
                arguments: probe + ["--notify", "acquire"],
                fileOption: ["--output"]
            ),
        ]
        if (try? ChildProcess.run(Self.python, ["-c", "import bleak"]))?.exitStatus == 0 {
            let arguments = [Self.bleakScript, Self.strap, "\(count)"]
            listeners.append(Listener(name: "bleak, bus", program: Self.python, arguments: arguments))
        }
    }

    /// Measures; answers what to print, and what was promised and is not held.
    mutating func report() throws(SystemFailure) -> (lines: [String], broken: [String]) {
        for _ in 0..<Self.rounds {
            for index in listeners.indices {
                let round = try measure(listeners[index])
                listeners[index].rounds.append(round)
            }
        }
        var lines = ["from bluetoothd to the engine, median of \(Self.rounds) rounds in turn; a value a millisecond"]
        lines += listeners.map(line)
        let (verdicts, broken) = judge()
        return (lines + verdicts, broken)
    }

    private func measure(_ listener: Listener) throws(SystemFailure) -> Latencies {
        let file = bus.folder + "/latencies"
        try OutputFile.write([], path: file)
        _ = try ChildProcess.run(listener.program, listener.arguments + listener.fileOption + [file])
        let octets = try Self.octets(of: file)
        let microseconds: [Double] = stride(from: 0, to: octets.count - 3, by: 4).map { start in
            var nanoseconds: UInt32 = 0
            for place in (0..<4).reversed() { nanoseconds = nanoseconds << 8 | UInt32(octets[start + place]) }
            return Double(nanoseconds) / 1000
        }
        guard microseconds.count == Self.fast + Self.slow else {
            throw SystemFailure(action: "measure", subject: listener.name, code: 0)
        }
        return Latencies(
            fast: microseconds[Self.warmUp..<Self.fast].sorted(),
            slow: microseconds[Self.fast...].sorted()
        )
    }
    private static func octets(of path: String) throws(SystemFailure) -> [UInt8] {
        let file = try InputFile(path: path)
        var buffer = [UInt8](repeating: 0, count: 4 * (fast + slow) + 4)
        var count = 0
        while true {
            let more = try file.read(into: &buffer, from: count, limit: buffer.count)
            if more == 0 { return Array(buffer[..<count]) }
            count += more
        }
    }

    // MARK: - What came out

    private func line(_ listener: Listener) -> String {
        func median(_ share: Double, _ series: (Latencies) -> [Double]) -> String {
            let values = listener.rounds.map { round in
                let times = series(round)
                return times[Int(Double(times.count - 1) * share)]
            }
            return Table.right(Table.tenths(Self.median(values)), 7)
        }
        return "  " + Table.left(listener.name, 18) + "p50" + median(0.5) { $0.fast } + " µs, p90"
            + median(0.9) { $0.fast } + " µs, p99" + median(0.99) { $0.fast } + " µs; 20 ms apart p50"
            + median(0.5) { $0.slow } + " µs"
    }

    private func judge() -> (verdicts: [String], broken: [String]) {
        let timesC = Self.median(compare("steady, bus", "plain C, bus") { $0 / $1 })
        let behindC = Self.median(compare("steady, socket", "plain C, socket") { $0 - $1 })
        var verdicts = [
            "  bus: \(Table.hundredths(timesC)) times plain C (promised: at most \(Table.hundredths(Self.mostTimesC)))",
            "  socket: \(Table.tenths(behindC)) µs behind plain C (at most \(Table.tenths(Self.mostMicrosecondsBehindC)))",
        ]
        var broken: [String] = []
        if timesC > Self.brokenTimesC {
            broken.append("a value takes \(Table.hundredths(timesC)) times plain C's time")
        }
        if behindC > Self.mostMicrosecondsBehindC {
            broken.append("by a descriptor a value is \(Table.tenths(behindC)) µs behind plain C")
        }
        if listeners.contains(where: { $0.name == "bleak, bus" }) {
            let faster = Self.median(compare("bleak, bus", "steady, bus") { $0 / $1 })
            verdicts.append(
                "  \(Table.tenths(faster)) times as fast as bleak (promised: at least \(Table.tenths(Self.leastTimesFaster)))"
            )
            if faster < Self.brokenTimesFaster { broken.append("only \(Table.tenths(faster)) times as fast as bleak") }
        } else {
            verdicts.append("  bleak is not there (.ci/judge installs it): no second yardstick")
        }
        return (verdicts, broken)
    }

    /// The medians of two listeners beside each other, round by round: noise that lasts longer than a round is in both.
    private func compare(_ first: String, _ second: String, _ compare: (Double, Double) -> Double) -> [Double] {
        let medians = [first, second].map { name in
            listeners.first { $0.name == name }!.rounds.map { $0.fast[$0.fast.count / 2] }
        }
        return zip(medians[0], medians[1]).map(compare)
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
