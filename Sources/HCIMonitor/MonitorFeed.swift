public import Capture
public import EventLoop
import Glibc
public import SensorCodec
public import UnixIO

/// Tells a ``CaptureSink`` what a capture holds while it is being written: the stream of a ``MonitorRecorder`` in
/// another process, through standard input, a named pipe or a file.
///
/// A pipe is waited for. A file is read to its end as fast as it comes, in turns that let the loop go on.
public final class MonitorFeed<Sink: CaptureSink> {
    /// How it came to its end.
    public enum End: Equatable, Sendable {
        /// The writer is done.
        case complete
        /// It is no capture.
        case refused(CaptureFailure)
        /// It cannot be read.
        case failed(SystemFailure)
    }

    private let hearing: Hearing
    private let loop: EventLoop

    /// Starts to read on a loop; the parameters are those of ``MonitorLink/init(_:on:into:offsetMicroseconds:end:)``.
    public init(
        _ input: consuming InputFile,
        on loop: EventLoop,
        into sink: Sink,
        offsetMicroseconds: @escaping () -> Int64 = { 0 },
        end: @escaping (End) -> Void
    ) throws(SystemFailure) {
        self.loop = loop
        let hearing = Hearing(input, sink, offsetMicroseconds, end)
        self.hearing = hearing
        do throws(SystemFailure) {
            try loop.watch(hearing.input.descriptor) { _ in
                if !hearing.read() { loop.unwatch(hearing.input.descriptor) }
            }
        } catch {
            // What epoll cannot watch is always ready: a file on a disk.
            if error.code != EPERM { throw error }
            hearing.isWatched = false
            readOn()
        }
    }

    deinit {
        hearing.isOver = true
        if hearing.isWatched { loop.unwatch(hearing.input.descriptor) }
    }

    /// What is told, for a sink that gathers. Not to be asked for while it is being told something.
    public var sink: Sink { hearing.sink }
    /// Packets read so far, of every kind.
    public var packetCount: Int { hearing.packetCount }

    /// Learns the links that were there before the stream began, from the kernel of this machine; anybody may ask it.
    public func learnConnections() throws(MonitorFailure) {
        for connection in try ConnectionList.read() { learn(connection.link) }
    }

    /// Learns a link that was there before; see ``MonitorStream/learn(_:)``.
    public func learn(_ link: KnownLink) { hearing.learn(.link(link)) }

    /// Learns what handles of a device stand for; see ``MonitorStream/learn(characteristics:of:)``. At any time.
    public func learn(characteristics: [UInt16: BluetoothUUID], of address: BluetoothAddress) {
        hearing.learn(.characteristics(characteristics, address))
    }

    private func readOn() { Self.readOn(hearing, loop) }

    private static func readOn(_ hearing: Hearing, _ loop: EventLoop) {
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds) {
            if hearing.read() { readOn(hearing, loop) }
        }
    }

    // MARK: - Reading

    /// What the closures on the loop hold, so that they do not hold the feed.
    private final class Hearing {
        let input: InputFile
        private(set) var sink: Sink
        private(set) var packetCount = 0
        private var reader = CaptureReader(isLive: true)
        private var isReading = false
        private var waiting: [Learning] = []
        var isWatched = true
        var isOver = false
        private let offsetMicroseconds: () -> Int64
        private let end: (End) -> Void
        private var buffer = [UInt8](repeating: 0, count: CaptureReader.bufferOctets)
        private var heldCount = 0

        private static var octetsAtOnce: Int { 65_536 }

        init(
            _ input: consuming InputFile,
            _ sink: Sink,
            _ offsetMicroseconds: @escaping () -> Int64,
            _ end: @escaping (End) -> Void
        ) {
            self.input = input
            self.sink = sink
            self.offsetMicroseconds = offsetMicroseconds
            self.end = end
        }

        /// Reads what is there; answers whether more may come.
        func read() -> Bool {
            if isOver { return false }
            do throws(SystemFailure) {
                let count = try input.read(into: &buffer, from: heldCount, limit: Self.octetsAtOnce)
                take(count)
            } catch {
                // Standard input may be a pipe that another program made non-blocking.
                if error.code == EAGAIN { return true }
                finish(.failed(error))
            }
            return !isOver
        }

        private func take(_ count: Int) {
            reader.offsetMicroseconds = offsetMicroseconds()
            heldCount += count
            isReading = true
            defer { isReading = false }
            let used: Int
            do throws(CaptureFailure) {
                used = try reader.read(buffer.span.extracting(0..<heldCount), isLast: count == 0, into: &sink)
            } catch {
                finish(.refused(error))
                return
            }
            buffer.replaceSubrange(0..<heldCount - used, with: buffer[used..<heldCount])
            heldCount -= used
            packetCount = reader.frameCount
            for learning in waiting { learning.teach(&reader) }
            waiting = []
            if count == 0 { finish(.complete) }
        }

        func learn(_ learning: Learning) {
            if isReading { waiting.append(learning) } else { learning.teach(&reader) }
        }

        private func finish(_ how: End) {
            isOver = true
            end(how)
        }
    }
}
