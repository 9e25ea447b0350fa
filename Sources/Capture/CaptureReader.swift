public import SensorCodec

/// Reads a capture in pieces of any size and tells a ``CaptureSink`` what it holds.
///
/// Pure: the caller brings the bytes. What is kept between calls does not grow with the length of the capture.
/// Hand over all bytes read and not yet used; the answer says how many of them are used up. The caller keeps the rest
/// in front of what it reads next, in a buffer of at least ``bufferOctets``.
public struct CaptureReader {
    /// Room for the longest record, twice, and what must be seen behind it to believe it.
    public static let bufferOctets = 262_144

    private var scanner: RecordScanner?
    private let isLive: Bool
    private var packets = PacketReader()
    private var isAnnounced = false
    private var lastUnixMicroseconds: Int64 = 0

    /// Added to the time of every record read from now on; for records of a clock that is not the caller's.
    public var offsetMicroseconds: Int64 = 0
    /// Records read so far.
    public private(set) var frameCount = 0
    /// Stretches that could not be read so far.
    public private(set) var damageCount = 0
    /// Wall time of the first record in microseconds since 1970; `nil` before it.
    public private(set) var firstUnixMicroseconds: Int64?
    /// Packets that were not followed, because the capture has more links or devices than are kept.
    public var passedOverCount: Int { packets.links.passedOverCount }
    /// How many attribute protocol packets of each opcode were seen.
    public var opcodeCounts: [Int] { packets.links.opcodeCounts }

    /// A reader at the start of a file.
    ///
    /// `isLive`: the file is still being written, and read as it grows. A record is then told as soon as it is whole; else
    /// it waits until what follows shows that its length is right.
    public init(isLive: Bool = false) { self.isLive = isLive }

    /// Reads on. `isLast` says that the file holds no more than `bytes`.
    public mutating func read(_ bytes: Span<UInt8>, isLast: Bool, into sink: inout some CaptureSink)
        throws(CaptureFailure) -> Int
    {
        if scanner == nil {
            guard bytes.count >= Framing.headerOctets || isLast else { return 0 }
            guard let opened = try Framing.open(bytes) else {
                throw .truncatedHeader(try Framing.format(of: bytes))
            }
            scanner = RecordScanner(opened.framing, headerOctets: opened.headerOctets, isLive: isLive)
        }
        // Taken out for the time of the loop: the scanner and the packets change side by side.
        guard var scanner else { return 0 }
        defer { self.scanner = scanner }
        while true {
            switch scanner.next(in: bytes, isLast: isLast) {
            case .record(let record):
                note(record)
                announce(scanner.framing, to: &sink)
                packets.read(
                    bytes.extracting(record.packet),
                    of: record.datalink,
                    flags: record.flags,
                    at: lastUnixMicroseconds,
                    into: &sink
                )
            case .damage(let damage):
                announce(scanner.framing, to: &sink)
                damageCount += 1
                sink.damaged(damage)
            case .needsMore:
                let used = scanner.position
                scanner.rebase()
                return used
            case .end:
                announce(scanner.framing, to: &sink)
                packets.links.finish(into: &sink)
                return bytes.count
            }
        }
    }

    /// Learns which device a link leads to, as ``MonitorStream/learn(_:)`` does.
    public mutating func learn(_ link: KnownLink) { packets.links.learn(link) }

    /// Learns what handles of a device stand for, as ``MonitorStream/learn(characteristics:of:)`` does.
    public mutating func learn(characteristics: [UInt16: BluetoothUUID], of address: BluetoothAddress) {
        packets.links.learn(characteristics: characteristics, of: address)
    }

    private mutating func announce(_ framing: Framing, to sink: inout some CaptureSink) {
        if isAnnounced { return }
        isAnnounced = true
        sink.opened(
            CaptureHeader(
                format: framing.format,
                datalink: framing.datalinkNumber,
                beganUnixMicroseconds: firstUnixMicroseconds
            )
        )
    }

    @inline(__always)
    private mutating func note(_ record: Record) {
        frameCount += 1
        lastUnixMicroseconds = record.unixMicroseconds.map { $0 &+ offsetMicroseconds } ?? lastUnixMicroseconds
        if firstUnixMicroseconds == nil { firstUnixMicroseconds = lastUnixMicroseconds }
    }
}
