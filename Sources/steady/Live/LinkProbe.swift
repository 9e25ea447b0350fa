import ArgumentParser
import BlueZ
import EventLoop
import RunEngine
import SensorCodec
import UnixIO

/// Measures the way of a live value, for `steady-benchmarks`: not for runners, and not shown to them.
///
/// The values are heart rates whose RR intervals hold the time at which they were sent. They go the way of every live
/// run: link, decoder, engine, events taken out; then the clock is read. Nothing is kept.
struct LinkProbe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link-probe",
        abstract: "Measure how long values take from their sender to the engine.",
        shouldDisplay: false
    )

    @Option(help: "How many values to wait for.")
    var count: Int

    @Option(help: "Where to write how long they took: nanoseconds of 32 bits, the lowest octet first.")
    var output: String

    @OptionGroup var live: LiveOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var profile: ProfileOptions

    func run() throws {
        guard let strap = live.strap?.address else { throw ValidationError("--strap is missing") }
        let run = LiveRun(settings: try profile.settings(common), source: .bluez, home: nil)
        do throws(SystemFailure) {
            let loop = try EventLoop()
            let clock = ArrivalClock(LinkListener(run), count: count)
            let link = BlueZLink(live.configuration, on: loop, client: clock)
            link.follow(strap)
            _ = try loop.run(untilMicroseconds: MonotonicClock.nowMicroseconds + 60_000_000) { clock.isFull }
            try OutputFile.write(clock.octets, path: output)
        } catch {
            throw CommandFailure(error)
        }
    }
}

/// Hands values on, and reads the clock behind each.
private final class ArrivalClock: LinkClient {
    private let listener: LinkListener
    private let count: Int
    private var nanoseconds: [UInt32] = []

    init(_ listener: LinkListener, count: Int) {
        self.listener = listener
        self.count = count
        nanoseconds.reserveCapacity(count)
    }

    var isFull: Bool { nanoseconds.count >= count }

    var octets: [UInt8] {
        nanoseconds.flatMap { time in (0..<4).map { UInt8(truncatingIfNeeded: time >> (8 * $0)) } }
    }

    func received(_ bytes: Span<UInt8>, from origin: ValueOrigin) {
        listener.received(bytes, from: origin)
        let now = MonotonicClock.nowNanoseconds
        guard origin.kind == .notification, bytes.count == 10 else { return }
        nanoseconds.append(UInt32(truncatingIfNeeded: (now - Self.timeSent(bytes)) & 0xFF_FFFF_FFFF))
    }

    func happened(_ event: LinkEvent) { listener.happened(event) }

    /// Four intervals of ten bits each, counted from 512, the lowest first.
    private static func timeSent(_ bytes: Span<UInt8>) -> Int64 {
        var time: Int64 = 0
        for place in 0..<4 {
            let low = Int64(bytes[2 + 2 * place])
            let interval = low | Int64(bytes[3 + 2 * place]) << 8
            time |= (interval - 512) << (10 * Int64(place))
        }
        return time
    }
}
