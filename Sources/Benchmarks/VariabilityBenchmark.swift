import CBenchmarks
import RunEngine
import UnixIO

/// What alpha-1 costs: a window of 300 beats beside plain C, and an hour's run through the monitor.
enum VariabilityBenchmark {
    private static let beats = 300
    private static let windows = 500
    private static let rounds = 30
    /// How many times plain C's time a window may take; it is faster.
    private static let mostTimesC = 1.5

    static func report() -> (lines: [String], broken: [String]) {
        let (steady, plain, allocations) = window()
        let (hour, hourAllocations) = run()
        let times = steady / plain
        var broken: [String] = []
        if times > mostTimesC { broken.append("alpha-1 takes \(Table.hundredths(times)) times plain C's time") }
        return (
            [
                "alpha-1, best of \(rounds) rounds",
                "  " + Table.left("a window of \(beats) beats", 34) + Table.right(Table.tenths(steady), 6)
                    + " µs, plain C " + Table.right(Table.tenths(plain), 5) + " µs: \(Table.hundredths(times)) times "
                    + "(promised: at most \(Table.hundredths(mostTimesC))), \(allocations) allocations in \(windows)",
                "  " + Table.left("an hour's run, 720 looks", 34) + Table.right(Table.tenths(hour), 6)
                    + " ms, \(hourAllocations) allocations in 3600 packets",
            ],
            broken
        )
    }

    /// Microseconds of a window, ours and theirs.
    private static func window() -> (steady: Double, plain: Double, allocations: UInt64) {
        var pulse = Pulse()
        let intervals = (0..<beats).map { _ in Double(pulse.next()) * 1000 / 1024 }
        for (place, interval) in intervals.enumerated() { bench_set_interval(place, interval) }
        var analysis = FluctuationAnalysis()
        precondition(((analysis.alpha1(of: intervals) ?? 0) - bench_alpha1(beats)).magnitude < 1e-9)
        var best = (steady: Int64.max, plain: Int64.max)
        var allocations = UInt64.max
        var (ours, theirs) = (0.0, 0.0)
        for _ in 0..<rounds {
            let allocated = bench_allocations()
            var began = MonotonicClock.nowMicroseconds
            for _ in 0..<windows { ours += analysis.alpha1(of: intervals) ?? 0 }
            best.steady = min(best.steady, MonotonicClock.nowMicroseconds - began)
            allocations = min(allocations, bench_allocations() - allocated)
            began = MonotonicClock.nowMicroseconds
            for _ in 0..<windows { theirs += bench_alpha1(beats) }
            best.plain = min(best.plain, MonotonicClock.nowMicroseconds - began)
        }
        precondition((ours - theirs).magnitude < 1e-3, "the two disagree")
        return (Double(best.steady) / Double(windows), Double(best.plain) / Double(windows), allocations)
    }

    /// Milliseconds of an hour at some 150 bpm, a packet a second, and the allocations after its first three minutes.
    private static func run() -> (milliseconds: Double, allocations: UInt64) {
        let packets = Pulse.packets(seconds: 3600)
        var best = Int64.max
        var allocations: UInt64 = 0
        for _ in 0..<rounds {
            var monitor = HeartRateVariabilityMonitor()
            let began = MonotonicClock.nowMicroseconds
            var allocated: UInt64 = 0
            for (second, packet) in packets.enumerated() {
                if second == 180 { allocated = bench_allocations() }
                monitor.take(packet, heartRateBPM: 150, atMilliseconds: Int64(second) * 1000)
            }
            allocations = bench_allocations() - allocated
            best = min(best, MonotonicClock.nowMicroseconds - began)
            precondition(monitor.reading != nil, "no figure")
        }
        return (Double(best) / 1000, allocations)
    }
}
