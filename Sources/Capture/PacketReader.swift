/// Takes the headers that each datalink puts before a packet off, and hands the packet to the links.
struct PacketReader {
    var links = LinkTracker()
    private var radio = LinkLayerReader()

    /// Reads one packet; what it cannot be is passed over.
    @inline(__always)
    mutating func read(
        _ packet: Span<UInt8>,
        of datalink: Datalink,
        flags: UInt32,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        switch datalink {
        case .hciH4:
            readH4(packet, isReceived: flags & 1 == 1, at: time, into: &sink)
        case .hciH4WithDirection:
            guard packet.count >= 4 else { return }
            readH4(packet.dropping(4), isReceived: packet.bigEndianUInt32(at: 0) & 1 == 1, at: time, into: &sink)
        case .hciH4Undirected:
            readH4(packet, isReceived: nil, at: time, into: &sink)
        case .hciUnencapsulated:
            let kind: UInt8 = flags & 2 == 0 ? H4.acl : (flags & 1 == 0 ? H4.command : H4.event)
            links.read(HCIPacket(kind: kind, adapter: 0, isReceived: flags & 1 == 1), packet, at: time, into: &sink)
        case .linuxMonitor:
            links.read(MonitorRecord(flags: flags, unixMicroseconds: time), packet, into: &sink)
        case .linuxMonitorWithHeader:
            guard packet.count >= 4 else { return }
            // The adapter and the opcode, big-endian: read as one number they are the flags of btsnoop.
            let record = MonitorRecord(flags: packet.bigEndianUInt32(at: 0), unixMicroseconds: time)
            links.read(record, packet.dropping(4), into: &sink)
        case .leLinkLayer, .leLinkLayerWithRadioHeader, .nordicSniffer:
            guard let frame = RadioFrame(packet, of: datalink) else { return }
            radio.read(frame, packet, at: time, links: &links, into: &sink)
        }
    }

    @inline(__always)
    private mutating func readH4(
        _ packet: Span<UInt8>,
        isReceived: Bool?,
        at time: Int64,
        into sink: inout some CaptureSink
    ) {
        guard packet.count >= 1 else { return }
        links.read(
            HCIPacket(kind: packet[0], adapter: 0, isReceived: isReceived),
            packet.dropping(1),
            at: time,
            into: &sink
        )
    }
}

/// The packet types of the HCI UART transport. Source: Core Specification, Vol 4, Part A, 2.
enum H4 {
    static let command: UInt8 = 1
    static let acl: UInt8 = 2
    static let event: UInt8 = 4
}

/// What is known of an HCI packet beside its octets.
struct HCIPacket {
    /// The H4 type.
    var kind: UInt8
    var adapter: UInt16
    /// From the controller to the host; `nil` when the capture does not tell.
    var isReceived: Bool?
}
