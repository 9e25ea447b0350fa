import Glibc
import RunEngine
import UnixIO

/// Measures what Steady promises, each beside a yardstick in the same run: decoding beside plain C, whole captures
/// beside tshark, live values beside plain C and bleak, alpha-1, the whole engine and the screen beside plain C. Numbers are printed and not judged,
/// for machines differ; the ratios of the live link and of alpha-1 are promised, and the program ends with 1 when they are
/// not held; so are the time of an export and that of a frame.
@main
enum Benchmarks {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if (try? LinkParts.play(arguments)) ?? true { return }
        if arguments.contains("--link") { return link() }
        if arguments.contains("--engine") { return engine() }
        if arguments.contains("--files") { exit(files() ? 0 : 1) }
        if arguments.contains("--screen") { exit(screen() ? 0 : 1) }
        if arguments.contains("--variability") { exit(variability() ? 0 : 1) }
        print("decoding, best of \(CodecBenchmark.rounds) rounds of \(CodecBenchmark.valuesPerRound) values")
        for result in CodecBenchmark.all() { print("  " + result.line) }
        if arguments.contains("--codec") { return }
        print("")
        print("recording, best of rounds of \(RecordingBenchmark.notifications) notifications")
        print("  " + RecordingBenchmark.line())
        print("")
        let isVariabilityFast = variability()
        print("")
        engine()
        print("")
        let areFilesFast = files()
        print("")
        let isScreenFast = screen()
        print("")
        do throws(SystemFailure) {
            for line in try CaptureBenchmark().lines() { print(line) }
        } catch {
            StandardError.print("cannot \(error.action) \(error.subject): \(error.reason)")
        }
        print("")
        link()
        if !isVariabilityFast || !areFilesFast || !isScreenFast { exit(1) }
    }

    private static func engine() {
        do throws(ProfileError) {
            for line in try EngineBenchmark.lines() { print(line) }
        } catch {
            StandardError.print(error.description)
        }
    }

    /// True when what is promised of it is held.
    private static func variability() -> Bool {
        let (lines, broken) = VariabilityBenchmark.report()
        for line in lines { print(line) }
        for promise in broken { StandardError.print("a promise is broken: \(promise)") }
        return broken.isEmpty
    }

    /// True when what is promised of workout files is held.
    private static func files() -> Bool {
        do {
            let (lines, broken) = try WorkoutBenchmark.report()
            for line in lines { print(line) }
            for promise in broken { StandardError.print("a promise is broken: \(promise)") }
            return broken.isEmpty
        } catch {
            StandardError.print("workout files cannot be measured: \(error)")
            return false
        }
    }

    /// True when what is promised of the screen is held.
    private static func screen() -> Bool {
        do throws(ProfileError) {
            let (lines, broken) = try ScreenBenchmark.report()
            for line in lines { print(line) }
            for promise in broken { StandardError.print("a promise is broken: \(promise)") }
            return broken.isEmpty
        } catch {
            StandardError.print(error.description)
            return false
        }
    }

    private static func link() {
        guard (try? ChildProcess.run("dbus-daemon", ["--version"])) != nil else {
            return print("dbus-daemon is not installed: the way of live values is not measured")
        }
        do throws(SystemFailure) {
            var benchmark = try LinkBenchmark()
            let (lines, broken) = try benchmark.report()
            for line in lines { print(line) }
            if broken.isEmpty { return }
            for promise in broken { StandardError.print("a promise is broken: \(promise)") }
        } catch {
            StandardError.print("cannot \(error.action) \(error.subject): \(error.reason)")
        }
        exit(1)
    }
}

/// Text for tables.
enum Table {
    /// A number with one decimal.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// A number with two decimals.
    static func hundredths(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100)." + String(100 + hundredths % 100).dropFirst()
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
