/// A pcapng file as few programs write it and all must read it.
extension Session {
    /// The session in two sections of different byte order, with every kind of block and option between the packets.
    public func pcapngWithOddBlocks(_ linkType: UInt32) -> [UInt8] {
        let packets = linkPackets(linkType)
        let half = packets.count / 2
        return OddSection(isBigEndian: true, linkType: linkType).bytes(Array(packets[..<half]), isSimple: false)
            + OddSection(isBigEndian: false, linkType: linkType).bytes(Array(packets[half...]), isSimple: false)
    }

    /// The session in simple packet blocks, which have no time.
    public func pcapngOfSimplePackets(_ linkType: UInt32) -> [UInt8] {
        OddSection(isBigEndian: false, linkType: linkType).bytes(linkPackets(linkType), isSimple: true)
    }
}

/// One section. Source: draft-ietf-opsawg-pcapng.
private struct OddSection {
    let isBigEndian: Bool
    let linkType: UInt32

    func bytes(_ packets: [(Int64, [UInt8])], isSimple: Bool) -> [UInt8] {
        let text = Array("Steady, by hand".utf8)
        var file = block(
            0x0A0D_0D0A,
            word(0x1A2B_3C4D) + half(1) + half(0) + [UInt8](repeating: 0xFF, count: 8)
                + option(4, text) + option(1, []) + end
        )
        let nanoseconds = option(2, Array("hci0".utf8)) + option(1, text) + option(9, [9]) + end
        let binary = option(0x8BAD, text) + option(9, [0x80 | 20]) + option(14, [UInt8](repeating: 0, count: 8))
        let ethernet = half(1) + half(0) + word(0)
        let ours = half(UInt16(linkType)) + half(0) + word(0)
        file += block(1, ours + nanoseconds) + block(1, ethernet) + block(1, ours + binary)
        // Name resolution, a custom block that may be copied, a journal of systemd.
        file += block(4, half(1) + half(9) + [127, 0, 0, 1] + Array("host\0".utf8) + [0, 0, 0] + end)
        file += block(0x0BAD, word(32_473) + text) + block(9, Array("__REALTIME_TIMESTAMP=1\n".utf8))
        for (index, (time, bytes)) in packets.enumerated() {
            let length = word(UInt32(bytes.count))
            if isSimple {
                file += block(3, length + bytes)
                continue
            }
            let interface: UInt32 = index.isMultiple(of: 2) ? 0 : 2
            let ticks = interface == 0 ? UInt64(time) * 1000 : (UInt64(time) / 1_000_000) << 20
            let flags = option(2, word(1)) + option(1, text) + end
            file += block(
                6,
                word(interface) + word(UInt32(ticks >> 32)) + word(UInt32(truncatingIfNeeded: ticks)) + length + length
                    + padded(bytes) + flags
            )
            if index == 2 { file += block(6, word(1) + word(0) + word(0) + word(4) + word(4) + [1, 2, 3, 4]) }
        }
        // Statistics.
        return file + block(5, word(0) + word(0) + word(0) + option(4, [UInt8](repeating: 0, count: 8)) + end)
    }

    private func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
        let body = padded(body)
        let length = word(UInt32(body.count + 12))
        return word(type) + length + body + length
    }

    private func option(_ code: UInt16, _ value: [UInt8]) -> [UInt8] {
        half(code) + half(UInt16(value.count)) + padded(value)
    }

    private var end: [UInt8] { [0, 0, 0, 0] }
    private func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4) }
    private func word(_ value: UInt32) -> [UInt8] { isBigEndian ? Session.big(value) : Session.little(value) }
    private func half(_ value: UInt16) -> [UInt8] { isBigEndian ? Session.big(value) : Session.little(value) }
}
