public import Capture
public import EventLoop
public import SensorCodec
public import UnixIO

/// Tells a ``CaptureSink`` what goes over all Bluetooth links of this machine, beside the programs that they belong to.
///
/// To miss nothing: make the socket, then the link, then call ``learnConnections()``, then run the loop. What the
/// handles of devices stand for is learned from bluetoothd where it can be asked, see
/// ``learn(characteristics:of:)``; else it is guessed.
public final class MonitorLink<Sink: CaptureSink> {
    private let hearing: Hearing
    private let drain: MonitorDrain

    /// What the closures on the loop hold, so that they do not hold the link.
    private final class Hearing {
        private(set) var sink: Sink
        private(set) var packetCount = 0
        private var stream = MonitorStream()
        private var isReading = false
        private var waiting: [Learning] = []

        init(_ sink: Sink) { self.sink = sink }

        func read(_ record: MonitorRecord, _ octets: Span<UInt8>) {
            packetCount += 1
            isReading = true
            stream.read(record, octets, into: &sink)
            isReading = false
            if waiting.isEmpty { return }
            for learning in waiting { learning.teach(&stream) }
            waiting = []
        }

        func learn(_ learning: Learning) {
            if isReading { waiting.append(learning) } else { learning.teach(&stream) }
        }

        func finish() { stream.finish(into: &sink) }
    }

    /// Starts to listen on a loop, and tells `sink`. The socket is this link's from now on.
    ///
    /// `offsetMicroseconds` is added to the kernel's stamps, which are by the wall clock (CLOCK_REALTIME, µs since 1970),
    /// to have them on the caller's own axis, say one that goes on evenly where somebody sets the clock. It is asked once
    /// each time that packets come, so that a clock that is set moves no more than what was waiting just then.
    ///
    /// `end` is called once, on the loop, when the socket failed or whoever served it is gone; nothing comes after that.
    public init(
        _ socket: MonitorSocket,
        on loop: EventLoop,
        into sink: Sink,
        offsetMicroseconds: @escaping () -> Int64 = { 0 },
        end: @escaping (SystemFailure?) -> Void
    ) throws(SystemFailure) {
        let hearing = Hearing(sink)
        self.hearing = hearing
        drain = try MonitorDrain(
            socket,
            on: loop,
            read: { socket throws(SystemFailure) in
                let offset = offsetMicroseconds()
                return try socket.read(atMost: MonitorDrain.datagramsAtOnce) { record, octets in
                    var record = record
                    record.unixMicroseconds &+= offset
                    hearing.read(record, octets)
                }
            },
            end: { failure in
                hearing.finish()
                end(failure)
            }
        )
    }

    /// What is told, for a sink that gathers. Not to be asked for while it is being told something.
    public var sink: Sink { hearing.sink }
    /// Packets heard so far, of every kind.
    public var packetCount: Int { hearing.packetCount }
    /// Packets that the kernel dropped because they were not read in time; with them may be a connection's begin or end.
    public var droppedCount: UInt32 { drain.socket.droppedCount }
    /// Datagrams that were not what their header says.
    public var malformedCount: Int { drain.socket.malformedCount }

    /// Learns the links that were there before, from the kernel.
    public func learnConnections() throws(MonitorFailure) {
        for connection in try ConnectionList.read() { learn(connection.link) }
    }

    /// Learns a link that was there before; see ``MonitorStream/learn(_:)``.
    public func learn(_ link: KnownLink) { hearing.learn(.link(link)) }

    /// Learns what handles of a device stand for; see ``MonitorStream/learn(characteristics:of:)``. At any time.
    public func learn(characteristics: [UInt16: BluetoothUUID], of address: BluetoothAddress) {
        hearing.learn(.characteristics(characteristics, address))
    }
}
