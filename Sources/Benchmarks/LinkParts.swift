import CBenchmarks
import UnixIO

/// The parts that this program plays itself, each in a process of its own: the sender, and the listeners in plain C.
enum LinkParts {
    /// Plays the part that the arguments name; false when they name none.
    static func play(_ arguments: [String]) throws(SystemFailure) -> Bool {
        guard let part = arguments.first else { return false }
        let numbers = arguments.dropFirst().compactMap { Int($0) }
        switch (part, numbers.count) {
        case ("--tell-series", 2):
            try open(arguments[3])
            _ = bench_bluetoothd_series(CInt(numbers[0]), CInt(numbers[1]))
        case ("--tell-run", 2):
            try open(arguments[3])
            _ = bench_bluetoothd_run(CInt(numbers[0]), numbers[1])
        case ("--listen-bus", 1): try write(bench_listen_bus(CInt(numbers[0])), arguments[2])
        case ("--listen-socket", 1): try write(bench_listen_socket(CInt(numbers[0])), arguments[2])
        default: return false
        }
        return true
    }

    /// Takes bluetoothd's name, and makes a file when it has it: over the bus first, for there may be no bus yet.
    private static func open(_ ready: String) throws(SystemFailure) {
        let latest = MonotonicClock.nowMicroseconds + 5_000_000
        while bench_bluetoothd_open() < 0, MonotonicClock.nowMicroseconds < latest {
            MonotonicClock.sleep(untilMicroseconds: MonotonicClock.nowMicroseconds + 10_000)
        }
        try OutputFile.write([], path: ready)
    }

    private static func write(_ count: CInt, _ path: String) throws(SystemFailure) {
        let octets = (0..<count).flatMap { number in
            let time = bench_latency(number)
            return (0..<4).map { UInt8(truncatingIfNeeded: time >> (8 * $0)) }
        }
        try OutputFile.write(octets, path: path)
    }
}
