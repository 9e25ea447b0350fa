import Capture
public import SensorCodec

/// A session as octets of HCI packets or of the air, and in capture files.
extension Session {
    /// One HCI packet: its H4 type, whether the host received it, its octets.
    public struct HCI {
        public var kind: UInt8
        public var isReceived: Bool
        public var bytes: [UInt8]
    }

    /// The HCI packets of a packet; attribute packets in fragments of at most `fragment` octets.
    public static func hci(_ packet: Packet, fragment: Int = 251) -> [HCI] {
        switch packet {
        case .connect(let handle, let address):
            let parameters = [0x01, 0] + little(handle) + [0, 1] + wire(address) + [24, 0, 0, 0, 0xF4, 1, 0]
            return [HCI(kind: 4, isReceived: true, bytes: [0x3E, UInt8(parameters.count)] + parameters)]
        case .disconnect(let handle):
            return [HCI(kind: 4, isReceived: true, bytes: [0x05, 4, 0] + little(handle) + [0x13])]
        case .advertise(let address, let name):
            let data = [UInt8(name.count + 1), 0x09] + name
            let report = [0x02, 1, 0, 1] + wire(address) + [UInt8(data.count)] + data + [0xC8]
            return [HCI(kind: 4, isReceived: true, bytes: [0x3E, UInt8(report.count)] + report)]
        case .attribute(let handle, let isFromDevice, let attribute):
            let frame = l2cap(attribute)
            return stride(from: 0, to: frame.count, by: fragment).map { start in
                let part = frame[start..<min(start + fragment, frame.count)]
                let boundary: UInt16 = start > 0 ? 1 : (isFromDevice ? 2 : 0)
                return HCI(
                    kind: 2,
                    isReceived: isFromDevice,
                    bytes: little(handle | boundary << 12) + little(UInt16(part.count)) + part
                )
            }
        }
    }

    public static func l2cap(_ attribute: [UInt8]) -> [UInt8] { little(UInt16(attribute.count)) + [4, 0] + attribute }

    public static func little(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    public static func little(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    public static func big(_ value: UInt32) -> [UInt8] { little(value).reversed() }
    public static func big(_ value: UInt16) -> [UInt8] { little(value).reversed() }
    public static func wire(_ address: BluetoothAddress) -> [UInt8] {
        (0..<6).map { UInt8(truncatingIfNeeded: address.rawValue >> (8 * UInt64($0))) }
    }

    // MARK: btsnoop

    /// A btsnoop file of datalink 1001, 1002 or 2001.
    public func btsnoop(_ datalink: UInt32, fragment: Int = 251) -> [UInt8] {
        var file: [UInt8] = []
        BtsnoopWriter.appendHeader(datalink == 2001 ? .linuxMonitor : .h4, to: &file)
        file.replaceSubrange(12..<16, with: Self.big(datalink))
        for (time, packet) in packets {
            for hci in Self.hci(packet, fragment: fragment) {
                let flags: UInt32
                switch datalink {
                case 2001: flags = hci.kind == 4 ? 3 : (hci.isReceived ? 5 : 4)
                default: flags = (hci.isReceived ? 1 : 0) | (hci.kind == 4 ? 2 : 0)
                }
                let bytes = datalink == 1002 ? [hci.kind] + hci.bytes : hci.bytes
                BtsnoopWriter.append(bytes.span, flags: flags, unixMicroseconds: time, to: &file)
            }
        }
        return file
    }

    // MARK: pcap and pcapng

    /// The packets as a pcap link type wants them.
    func linkPackets(_ linkType: UInt32) -> [(Int64, [UInt8])] {
        var air = Air()
        return packets.flatMap { time, packet -> [(Int64, [UInt8])] in
            switch linkType {
            case 187: Self.hci(packet).map { (time, [$0.kind] + $0.bytes) }
            case 201: Self.hci(packet).map { (time, Self.big(UInt32($0.isReceived ? 1 : 0)) + [$0.kind] + $0.bytes) }
            case 254:
                Self.hci(packet).map { hci in
                    let opcode: UInt16 = hci.kind == 4 ? 3 : (hci.isReceived ? 5 : 4)
                    return (time, Self.big(UInt16(0)) + Self.big(opcode) + hci.bytes)
                }
            default: air.frames(packet).map { (time, $0.captured(as: linkType)) }
            }
        }
    }

    /// A pcap file in either byte order, with microseconds or nanoseconds.
    public func pcap(_ linkType: UInt32, isBigEndian: Bool = false, isNanoseconds: Bool = false) -> [UInt8] {
        func word(_ value: UInt32) -> [UInt8] { isBigEndian ? Self.big(value) : Self.little(value) }
        let magic: UInt32 = isNanoseconds ? 0xA1B2_3C4D : 0xA1B2_C3D4
        var file = word(magic) + (isBigEndian ? [0, 2, 0, 4] : [2, 0, 4, 0])
        file += word(0) + word(0) + word(65_535) + word(linkType)
        for (time, bytes) in linkPackets(linkType) {
            let fraction = UInt32(time % 1_000_000) * (isNanoseconds ? 1000 : 1)
            file += word(UInt32(time / 1_000_000)) + word(fraction)
            file += word(UInt32(bytes.count)) + word(UInt32(bytes.count)) + bytes
        }
        return file
    }

    /// A pcapng file in either byte order; `resolution` is the octet of option 9, `nil` leaves it out.
    public func pcapng(_ linkType: UInt32, isBigEndian: Bool = false, resolution: UInt8? = nil) -> [UInt8] {
        func word(_ value: UInt32) -> [UInt8] { isBigEndian ? Self.big(value) : Self.little(value) }
        func half(_ value: UInt16) -> [UInt8] { isBigEndian ? Self.big(value) : Self.little(value) }
        func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
            let padded = body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
            let length = word(UInt32(padded.count + 12))
            return word(type) + length + padded + length
        }
        var file = block(0x0A0D_0D0A, word(0x1A2B_3C4D) + half(1) + half(0) + [UInt8](repeating: 0xFF, count: 8))
        let options = resolution.map { half(9) + half(1) + [$0, 0, 0, 0] + half(0) + half(0) } ?? []
        file += block(1, half(UInt16(linkType)) + half(0) + word(0) + options)
        // A block that no reader knows, as real files have.
        file += block(0x0BAD, word(1) + [1, 2, 3])
        for (time, bytes) in linkPackets(linkType) {
            let ticks = resolution == 9 ? UInt64(time) * 1000 : UInt64(time)
            file += block(
                6,
                word(0) + word(UInt32(ticks >> 32)) + word(UInt32(ticks & 0xFFFF_FFFF)) + word(UInt32(bytes.count))
                    + word(UInt32(bytes.count)) + bytes
            )
        }
        return file
    }
}
