import Capture
import SensorCodec
import UnixIO

/// Whole captures: `inspect` and `replay` over 100,000 notifications, beside tshark on the same file in turn.
struct CaptureBenchmark {
    static let notifications = 100_000
    private static let runs = 11
    private static let fields = ["frame.time_epoch", "btatt.opcode", "btatt.handle", "btatt.value"]

    private let file: String
    private let steady: String

    /// Makes the capture; `steady` is expected beside this program.
    init() throws(SystemFailure) {
        file = "/tmp/steady-benchmark.btsnoop"
        steady =
            CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/") + "/steady"
        try OutputFile.write(GeneratedRun.btsnoop(notifications: Self.notifications), path: file)
    }

    /// The table.
    func lines() throws(SystemFailure) -> [String] {
        var inspect: [ChildProcess.Usage] = []
        var replay: [ChildProcess.Usage] = []
        var tshark: [ChildProcess.Usage] = []
        let hasTshark = (try? ChildProcess.run("tshark", ["--version"])) != nil
        // In turn, so that all see the same machine.
        for _ in 0..<Self.runs {
            inspect.append(try ChildProcess.run(steady, ["inspect", file, "--json"]))
            replay.append(try ChildProcess.run(steady, ["replay", file, "--speed", "max", "--json"]))
            if hasTshark {
                let arguments = ["-r", file, "-T", "fields"] + Self.fields.flatMap { ["-e", $0] }
                tshark.append(try ChildProcess.run("tshark", arguments))
            }
        }
        var lines = ["\(Self.notifications) notifications in btsnoop, median of \(Self.runs) runs in turn"]
        let yardstick = hasTshark ? median(tshark) : nil
        lines.append(line("steady inspect --json", inspect, beside: yardstick))
        lines.append(line("steady replay --speed max --json", replay, beside: yardstick))
        lines.append(
            hasTshark ? line("tshark -T fields", tshark, beside: nil) : "  tshark is not installed: no yardstick"
        )
        return lines
    }

    private func median(_ usages: [ChildProcess.Usage]) -> Int64 {
        usages.map(\.wallMicroseconds).sorted()[usages.count / 2]
    }

    private func line(_ name: String, _ usages: [ChildProcess.Usage], beside yardstick: Int64?) -> String {
        let time = median(usages)
        let rate = Double(Self.notifications) / Double(time)
        let memory = usages.map(\.peakMemoryOctets).max() ?? 0
        let isDone = usages.allSatisfy { $0.exitStatus == 0 }
        return "  " + Table.left(name, 34) + Table.right(Table.tenths(Double(time) / 1000), 8) + " ms, "
            + Table.right(Table.thousands(rate * 1_000_000), 9) + " packets/s, peak "
            + Table.right(Table.tenths(Double(memory) / 1_000_000), 5) + " MB"
            + (yardstick.map { ", \(Table.tenths(Double($0) / Double(time))) times tshark" } ?? "")
            + (isDone ? "" : " (FAILED)")
    }
}
