import CBenchmarks
import Capture
import SensorCodec
import UnixIO

/// What it costs to record a value: nanoseconds and heap allocations, into a buffer that is emptied as a file would.
enum RecordingBenchmark {
    static let notifications = 100_000
    private static let rounds = 20
    /// What a runner's second brings is written at once; this is far more.
    private static let bufferOctets = 65_536

    static func line() -> String {
        let strap = device(0xE157_EAD1_0001)
        let treadmill = device(0x00AA_015E_AD02)
        let value = [UInt8](repeating: 0x10, count: 14)
        var writer = RecordingWriter()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(bufferOctets + 4096)
        writer.connected(strap, at: 0, into: &bytes)
        writer.connected(treadmill, at: 0, into: &bytes)
        var best = Int64.max
        var allocations: UInt64 = 0
        for _ in 0..<rounds {
            let allocationsBefore = bench_allocations()
            let began = MonotonicClock.nowMicroseconds
            for index in 0..<notifications {
                if bytes.count > bufferOctets { bytes.removeAll(keepingCapacity: true) }
                let isStrap = index.isMultiple(of: 2)
                writer.received(
                    isStrap ? value.span.extracting(first: 4) : value.span,
                    handle: 0x12,
                    from: isStrap ? strap.address : treadmill.address,
                    at: Int64(index),
                    into: &bytes
                )
            }
            best = min(best, MonotonicClock.nowMicroseconds - began)
            allocations = bench_allocations() - allocationsBefore
        }
        let nanoseconds = Double(best) * 1000 / Double(notifications)
        return Table.left("a notification of 4 or 14 octets", 34) + Table.right(Table.tenths(nanoseconds), 6)
            + " ns, \(allocations) allocations in \(notifications)"
    }

    private static func device(_ address: UInt64) -> RecordedDevice {
        RecordedDevice(address: BluetoothAddress(rawValue: address), isAddressRandom: true, name: "Sensor")
    }
}
