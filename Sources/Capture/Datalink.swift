/// The kinds of packets that capture files hold and Steady follows.
enum Datalink: Equatable {
    /// HCI packets without a type octet; the record's flags tell kind and direction (btsnoop 1001).
    case hciUnencapsulated
    /// HCI packets behind an H4 type octet; the record's flags tell the direction (btsnoop 1002).
    case hciH4
    /// H4 without a direction (pcap 187).
    case hciH4Undirected
    /// H4 behind a 32-bit direction (pcap 201).
    case hciH4WithDirection
    /// The Linux monitor; adapter and opcode are the record's flags (btsnoop 2001).
    case linuxMonitor
    /// The Linux monitor; adapter and opcode stand before the packet (pcap 254).
    case linuxMonitorWithHeader
    /// LE link layer (pcap 251).
    case leLinkLayer
    /// LE link layer behind a radio header (pcap 256).
    case leLinkLayerWithRadioHeader
    /// LE link layer as the nRF Sniffer writes it (pcap 272).
    case nordicSniffer

    init?(btsnoop number: UInt32) {
        switch number {
        case 1001: self = .hciUnencapsulated
        case 1002: self = .hciH4
        case 2001: self = .linuxMonitor
        default: return nil
        }
    }

    init?(pcap number: UInt32) {
        switch number {
        case 187: self = .hciH4Undirected
        case 201: self = .hciH4WithDirection
        case 254: self = .linuxMonitorWithHeader
        case 251: self = .leLinkLayer
        case 256: self = .leLinkLayerWithRadioHeader
        case 272: self = .nordicSniffer
        default: return nil
        }
    }
}
