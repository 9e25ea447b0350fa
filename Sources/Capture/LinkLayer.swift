import SensorCodec

/// A frame of the LE link layer behind the header that the capture puts before it.
///
/// Source: pcap link types 251 (`LINKTYPE_BLUETOOTH_LE_LL`), 256 (`_WITH_PHDR`), 272 (`NORDIC_BLE`).
struct RadioFrame {
    /// Where the access address begins in the packet.
    var start: Int
    /// `nil` when the capture does not tell.
    var isFromPeripheral: Bool?
    /// The sniffer says that the checksum is wrong.
    var isCorrupt = false
    /// The octets are still encrypted.
    var isEncrypted = false
    /// The octets were encrypted and are no longer.
    var isDecrypted = false

    init?(_ packet: Span<UInt8>, of datalink: Datalink) {
        switch datalink {
        case .leLinkLayer:
            start = 0
        case .leLinkLayerWithRadioHeader:
            guard packet.count >= 10 else { return nil }
            start = 10
            let flags = packet.uint16(at: 8)
            isDecrypted = flags & 0x0008 != 0
            isCorrupt = flags & 0x0400 != 0 && flags & 0x0800 == 0
            switch flags >> 7 & 7 {
            case 2: isFromPeripheral = false
            case 3: isFromPeripheral = true
            default: break
            }
        case .nordicSniffer:
            // u8 board, u16 length, u8 version, u16 counter, u8 id, then a header that tells its own length.
            guard packet.count >= 9, packet[3] == 2 || packet[3] == 3, packet[6] == 2 || packet[6] == 6 else {
                return nil
            }
            start = 7 + Int(packet[7])
            let flags = packet[8]
            isCorrupt = flags & 1 == 0
            isFromPeripheral = flags & 2 == 0
            isEncrypted = flags & 4 != 0 && flags & 8 == 0
            isDecrypted = flags & 4 != 0 && flags & 8 != 0
        default:
            return nil
        }
        guard packet.count >= start + 6 else { return nil }
    }
}

/// Follows connections on the air: who connected to whom, and which frames carry new data.
struct LinkLayerReader {
    private static let advertisingAccessAddress: UInt32 = 0x8E89_BED6
    private static let checksumOctets = 3

    /// The last frame of each direction, to tell a repetition.
    private struct Direction {
        var sequence: UInt8?
        var digest: UInt64 = 0
    }

    private struct Connection {
        var fromPeripheral = Direction()
        var fromCentral = Direction()
        var isEncrypted = false
    }

    private var connections: [UInt32: Connection] = [:]

    /// Reads one frame: u32 access address, u8 and u8 length, payload, 3 octets checksum.
    mutating func read(
        _ frame: RadioFrame,
        _ packet: Span<UInt8>,
        at time: Int64,
        links: inout LinkTracker,
        into sink: inout some CaptureSink
    ) {
        if frame.isCorrupt { return }
        let bytes = packet.dropping(frame.start)
        let accessAddress = bytes.uint32(at: 0)
        let length = min(Int(bytes[5]), max(0, bytes.count - 6 - Self.checksumOctets))
        let payload = bytes.extracting(6..<6 + length)
        if accessAddress == Self.advertisingAccessAddress {
            readAdvertisement(type: bytes[4] & 0x0F, payload, links: &links)
        } else {
            readData(frame, header: bytes[4], payload, accessAddress, at: time, links: &links, into: &sink)
        }
    }

    /// Source: Core Specification, Vol 6, Part B, 2.3.
    private mutating func readAdvertisement(type: UInt8, _ payload: Span<UInt8>, links: inout LinkTracker) {
        switch type {
        case 0, 2, 4, 6:  // ADV_IND, ADV_NONCONN_IND, SCAN_RSP, ADV_SCAN_IND: 6 advertiser, data
            guard payload.count >= 6 else { return }
            links.learnName(advertisedIn: payload.dropping(6), by: payload.extracting(0..<6))
        case 5:  // CONNECT_IND: 6 initiator, 6 advertiser, u32 access address …
            guard payload.count >= 16, let address = BluetoothAddress(littleEndian: payload.extracting(6..<12)) else {
                return
            }
            let accessAddress = payload.uint32(at: 12)
            connections[accessAddress] = nil
            links.open(LinkTracker.Key(accessAddress: accessAddress), with: SensorIdentity(address))
        default: break
        }
    }

    /// Header bits 0-1: 1 continuation or empty, 2 start of a frame, 3 control; bit 3: sequence number.
    /// Source: Core Specification, Vol 6, Part B, 2.4.
    private mutating func readData(
        _ frame: RadioFrame,
        header: UInt8,
        _ payload: Span<UInt8>,
        _ accessAddress: UInt32,
        at time: Int64,
        links: inout LinkTracker,
        into sink: inout some CaptureSink
    ) {
        guard connections.count < LinkTracker.Limit.links || connections[accessAddress] != nil else { return }
        if isRepetition(frame, header: header, payload, accessAddress) || payload.isEmpty { return }
        let kind = header & 3
        let isReadable = frame.isDecrypted || !(frame.isEncrypted || connections[accessAddress]?.isEncrypted == true)
        let key = LinkTracker.Key(accessAddress: accessAddress)
        if kind == 3 {
            guard isReadable else { return }
            readControl(opcode: payload[0], accessAddress, key, at: time, links: &links, into: &sink)
        } else if kind != 0, isReadable, let link = links.linkOrNameless(key) {
            // Without a direction, a continuation goes where a frame is open.
            let isFromDevice =
                frame.isFromPeripheral
                ?? (kind == 1 ? links.links[link].fromDevice.isUnfinished : Self.isServerPacket(payload))
            links.readFragment(
                payload,
                of: link,
                isFirst: kind == 2,
                isFromDevice: isFromDevice,
                at: time,
                into: &sink
            )
        }
    }

    /// LL_TERMINATE_IND and LL_START_ENC_REQ. Source: Core Specification, Vol 6, Part B, 2.4.2.
    private mutating func readControl(
        opcode: UInt8,
        _ accessAddress: UInt32,
        _ key: LinkTracker.Key,
        at time: Int64,
        links: inout LinkTracker,
        into sink: inout some CaptureSink
    ) {
        switch opcode {
        case 0x02:
            connections[accessAddress] = nil
            links.close(key, at: time, into: &sink)
        case 0x05:
            connections[accessAddress, default: Connection()].isEncrypted = true
        default: break
        }
    }

    /// A frame is repeated until it is acknowledged: same sequence number and same payload as the one before it in
    /// its direction. The number alone would take a new frame for a repetition where the sniffer missed one.
    private mutating func isRepetition(
        _ frame: RadioFrame,
        header: UInt8,
        _ payload: Span<UInt8>,
        _ accessAddress: UInt32
    ) -> Bool {
        guard let isFromPeripheral = frame.isFromPeripheral else { return false }
        let sequence = header >> 3 & 1
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for at in 0..<payload.count { digest = (digest ^ UInt64(payload[at])) &* 0x0000_0100_0000_01B3 }
        digest = (digest ^ UInt64(header & 3)) &* 0x0000_0100_0000_01B3
        let now = Direction(sequence: sequence, digest: digest)
        var connection = connections[accessAddress] ?? Connection()
        let last = isFromPeripheral ? connection.fromPeripheral : connection.fromCentral
        if isFromPeripheral { connection.fromPeripheral = now } else { connection.fromCentral = now }
        connections[accessAddress] = connection
        return last.sequence == sequence && last.digest == digest
    }

    /// Without a direction: the attribute packets that a server sends have odd opcodes up to 0x23.
    private static func isServerPacket(_ payload: Span<UInt8>) -> Bool {
        guard payload.count >= 5 else { return true }
        let opcode = payload[4]
        return opcode <= 0x23 && opcode & 1 == 1
    }
}
