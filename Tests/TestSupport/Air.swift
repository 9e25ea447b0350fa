import SensorCodec

/// Turns packets into frames of the LE link layer, with sequence numbers as radios count them.
public struct Air {
    /// A frame, and who sent it.
    public struct Frame {
        public var accessAddress: UInt32
        public var isFromPeripheral: Bool
        public var isAdvertising: Bool
        /// Header octet, length and payload.
        public var bytes: [UInt8]

        /// As a capture of link type 251, 256 or 272 holds it; the checksum is left at zero.
        public func captured(as linkType: UInt32, isGood: Bool = true) -> [UInt8] {
            let frame = Session.little(accessAddress) + bytes + [0, 0, 0]
            switch linkType {
            case 256:
                let kind: UInt16 = isAdvertising ? 0 : (isFromPeripheral ? 3 : 2)
                return [37, 0, 0, 0, 0, 0, 0, 0] + Session.little(0x0400 | (isGood ? 0x0800 : 0) | kind << 7) + frame
            case 272:
                let flags: UInt8 = (isGood ? 1 : 0) | (isFromPeripheral ? 0 : 2)
                return [
                    1, UInt8(frame.count + 10), 0, 3, 0, 0, isAdvertising ? 2 : 6, 10, flags, 37, 40, 0, 0, 0, 0, 0, 0,
                ]
                    + frame
            default:
                return frame
            }
        }
    }

    private var sequence: [UInt32: UInt8] = [:]

    /// The air before the first frame.
    public init() {}

    /// Frames with at most 27 octets of payload, as radios send them without a longer agreement.
    public mutating func frames(_ packet: Session.Packet) -> [Frame] {
        switch packet {
        case .connect(let handle, let address):
            let payload =
                [UInt8](repeating: 0, count: 6) + Session.wire(address) + Session.little(accessAddress(handle))
                + [UInt8](repeating: 0, count: 18)
            return [advertising(type: 5, payload)]
        case .advertise(let address, let name):
            return [advertising(type: 4, Session.wire(address) + [UInt8(name.count + 1), 0x09] + name)]
        case .disconnect(let handle):
            return [data(handle, isFromPeripheral: true, kind: 3, [0x02, 0x13])]
        case .attribute(let handle, let isFromDevice, let attribute):
            let frame = Session.l2cap(attribute)
            return stride(from: 0, to: frame.count, by: 27).map { start in
                data(
                    handle,
                    isFromPeripheral: isFromDevice,
                    kind: start == 0 ? 2 : 1,
                    Array(frame[start..<min(start + 27, frame.count)])
                )
            }
        }
    }

    private func accessAddress(_ handle: UInt16) -> UInt32 { 0x5065_0000 | UInt32(handle) }

    private func advertising(type: UInt8, _ payload: [UInt8]) -> Frame {
        Frame(
            accessAddress: 0x8E89_BED6,
            isFromPeripheral: true,
            isAdvertising: true,
            bytes: [type, UInt8(payload.count)] + payload
        )
    }

    private mutating func data(_ handle: UInt16, isFromPeripheral: Bool, kind: UInt8, _ payload: [UInt8]) -> Frame {
        let key = UInt32(handle) << 1 | (isFromPeripheral ? 1 : 0)
        sequence[key, default: 0] ^= 1
        return Frame(
            accessAddress: accessAddress(handle),
            isFromPeripheral: isFromPeripheral,
            isAdvertising: false,
            bytes: [kind | sequence[key, default: 0] << 3, UInt8(payload.count)] + payload
        )
    }
}
