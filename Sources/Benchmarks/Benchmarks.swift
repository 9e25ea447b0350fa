import UnixIO

/// Measures what Steady promises, each beside a yardstick in the same run: decoding beside plain C, whole captures
/// beside tshark. Prints numbers and judges nothing: machines differ, ratios travel better.
@main
enum Benchmarks {
    static func main() {
        print("decoding, best of \(CodecBenchmark.rounds) rounds of \(CodecBenchmark.valuesPerRound) values")
        for result in CodecBenchmark.all() { print("  " + result.line) }
        if CommandLine.arguments.dropFirst().contains("--codec") { return }
        print("")
        print("recording, best of rounds of \(RecordingBenchmark.notifications) notifications")
        print("  " + RecordingBenchmark.line())
        print("")
        do throws(SystemFailure) {
            for line in try CaptureBenchmark().lines() { print(line) }
        } catch {
            StandardError.print("cannot \(error.action) \(error.subject): \(error.reason)")
        }
    }
}

/// Text for tables.
enum Table {
    /// A number with one decimal.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// A number to the nearest thousand, its digits in groups of three.
    static func thousands(_ value: Double) -> String {
        let thousands = Int((value / 1000).rounded())
        if thousands < 1000 { return "\(thousands),000" }
        return "\(thousands / 1000)," + String(1000 + thousands % 1000).dropFirst() + ",000"
    }

    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
