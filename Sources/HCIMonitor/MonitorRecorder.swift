import Capture
public import EventLoop
public import UnixIO

/// Writes what a monitor socket hears as a btsnoop stream (datalink 2001): the small process that holds the capability
/// for a larger one that has none, and a recorder that disturbs nobody.
///
/// btmon, Wireshark and ``CaptureReader`` read what it writes; ``MonitorFeed`` reads it while it is written.
public final class MonitorRecorder {
    private let writing: Writing
    private let drain: MonitorDrain

    private final class Writing {
        var bytes: [UInt8] = []
        var packetCount = 0
    }

    /// Starts to listen on a loop. `write` gets the file's header at once, and whole records each time that packets came;
    /// while it waits for its reader, the kernel keeps what comes, and drops what it has no room for, see
    /// ``droppedCount``. `end` is called once, on the loop, when the socket or `write` failed.
    public init(
        _ socket: MonitorSocket,
        on loop: EventLoop,
        write: @escaping (borrowing Span<UInt8>) throws(SystemFailure) -> Void,
        end: @escaping (SystemFailure?) -> Void
    ) throws(SystemFailure) {
        let writing = Writing()
        self.writing = writing
        BtsnoopWriter.appendHeader(.linuxMonitor, to: &writing.bytes)
        try write(writing.bytes.span)
        writing.bytes.removeAll(keepingCapacity: true)
        drain = try MonitorDrain(
            socket,
            on: loop,
            read: { socket throws(SystemFailure) in
                let drops = socket.droppedCount
                defer { writing.bytes.removeAll(keepingCapacity: true) }
                let mayBeMore = try socket.read(atMost: MonitorDrain.datagramsAtOnce) { record, octets in
                    writing.packetCount += 1
                    BtsnoopWriter.append(octets, record, cumulativeDrops: drops, to: &writing.bytes)
                }
                try write(writing.bytes.span)
                return mayBeMore
            },
            end: end
        )
    }

    /// Packets written so far.
    public var packetCount: Int { writing.packetCount }
    /// Packets that the kernel dropped because they were not read in time. Each record tells the count as it was then.
    public var droppedCount: UInt32 { drain.socket.droppedCount }
}
