/// The pcapng file: blocks that carry their length at both ends, in the byte order that the last section header gave.
///
/// | block | type | body |
/// |---|---|---|
/// | section header | 0x0A0D0D0A | byte-order mark 0x1A2B3C4D, version, section length |
/// | interface | 1 | u16 link type, u16 0, u32 largest packet, options (9: resolution of time) |
/// | enhanced packet | 6 | u32 interface, u32 time high, u32 time low, u32 included, u32 original, packet |
/// | simple packet | 3 | u32 original, packet; no time |
///
/// Source: draft-ietf-opsawg-pcapng.
struct PcapngFraming {
    static let sectionHeaderType: UInt32 = 0x0A0D_0D0A
    /// Up to this size a block is taken in whole and its two lengths are compared; a larger one is passed over.
    static let largestWholeBlock = RecordLimit.packetOctets + 1024
    /// No block that is passed over is believed to be larger.
    private static let largestBlock = 16 << 20
    /// Name resolution, statistics, journal, secrets, custom: blocks without packets, which may be large.
    private static let typesOfLargeBlocks: [UInt32] = [4, 5, 9, 10, 0x0BAD, 0x4000_0BAD]
    private static let byteOrderMark: UInt32 = 0x1A2B_3C4D

    private var isBigEndian = false
    private var interfaces: [Interface] = []
    /// The link type of the first interface of the file.
    private(set) var firstDatalinkNumber: UInt32?

    private struct Interface {
        var datalink: Datalink?
        var timeUnitsPerSecond: UInt64
    }

    /// What a block turned out to be.
    enum Block {
        case record(Record)
        case other
        /// The lengths agree and the inside does not.
        case malformed
    }

    func check(_ bytes: Span<UInt8>, at offset: Int, behind previous: Int? = nil) -> HeaderCheck {
        guard bytes.count - offset >= 12 else { return .unfinished }
        var bigEndian = isBigEndian
        // A section header that is not taken in yet has the say over what follows it.
        if let previous, bytes.uint32(at: previous) == Self.sectionHeaderType {
            bigEndian = byteOrder(bytes, at: previous + 8) ?? bigEndian
        }
        if bytes.uint32(at: offset) == Self.sectionHeaderType {
            guard let order = byteOrder(bytes, at: offset + 8) else { return .implausible }
            bigEndian = order
        }
        let length = Int(uint32(bytes, at: offset + 4, bigEndian))
        guard length >= 12, length.isMultiple(of: 4), length <= Self.largestBlock else { return .implausible }
        if length > Self.largestWholeBlock {
            let type = uint32(bytes, at: offset, bigEndian)
            return Self.typesOfLargeBlocks.contains(type) ? .record(octets: length) : .implausible
        }
        guard bytes.count - offset >= length else { return .unfinished }
        let repeated = Int(uint32(bytes, at: offset + length - 4, bigEndian))
        return repeated == length ? .record(octets: length) : .implausible
    }

    /// Takes in the block of `length` octets at `offset`, which `check` found whole.
    mutating func block(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> Block {
        let body = bytes.extracting(offset..<offset + length)
        if body.uint32(at: 0) == Self.sectionHeaderType {
            guard length >= 28, let order = byteOrder(body, at: 8) else { return .malformed }
            isBigEndian = order
            interfaces.removeAll(keepingCapacity: true)
            return .other
        }
        switch uint32(body, at: 0, isBigEndian) {
        case 1: return addInterface(body)
        case 6: return enhancedPacket(body, at: offset)
        case 3: return simplePacket(body, at: offset)
        default: return .other
        }
    }

    private mutating func addInterface(_ block: Span<UInt8>) -> Block {
        guard block.count >= 20, interfaces.count < 256 else { return .malformed }
        let number = UInt32(uint16(block, at: 8, isBigEndian))
        if firstDatalinkNumber == nil { firstDatalinkNumber = number }
        interfaces.append(Interface(datalink: Datalink(pcap: number), timeUnitsPerSecond: timeUnits(block)))
        return .other
    }

    /// Option 9: a power of ten, or of two with the top bit set; microseconds without it.
    private func timeUnits(_ block: Span<UInt8>) -> UInt64 {
        var at = 16
        while at + 4 <= block.count - 4 {
            let code = uint16(block, at: at, isBigEndian)
            let length = Int(uint16(block, at: at + 2, isBigEndian))
            if code == 0 { break }
            if code == 9, length == 1, at + 5 <= block.count - 4 {
                let exponent = Int(block[at + 4] & 0x7F)
                if block[at + 4] & 0x80 != 0 { return 1 << UInt64(min(exponent, 63)) }
                return (0..<min(exponent, 19)).reduce(1) { units, _ in units * 10 }
            }
            at += 4 + (length + 3) / 4 * 4
        }
        return 1_000_000
    }

    private func enhancedPacket(_ block: Span<UInt8>, at offset: Int) -> Block {
        guard block.count >= 32 else { return .malformed }
        let interface = Int(uint32(block, at: 8, isBigEndian))
        let included = Int(uint32(block, at: 20, isBigEndian))
        guard included <= block.count - 32, interface < interfaces.count else { return .malformed }
        guard let datalink = interfaces[interface].datalink else { return .other }
        let ticks = UInt64(uint32(block, at: 12, isBigEndian)) << 32 | UInt64(uint32(block, at: 16, isBigEndian))
        let time = microseconds(ticks, unitsPerSecond: interfaces[interface].timeUnitsPerSecond)
        guard RecordLimit.unixMicroseconds.contains(time) else { return .malformed }
        return .record(
            Record(packet: offset + 28..<offset + 28 + included, unixMicroseconds: time, datalink: datalink)
        )
    }

    private func simplePacket(_ block: Span<UInt8>, at offset: Int) -> Block {
        guard block.count >= 16, let first = interfaces.first else { return .malformed }
        guard let datalink = first.datalink else { return .other }
        let included = min(Int(uint32(block, at: 8, isBigEndian)), block.count - 16)
        return .record(Record(packet: offset + 12..<offset + 12 + included, unixMicroseconds: nil, datalink: datalink))
    }

    private func microseconds(_ ticks: UInt64, unitsPerSecond: UInt64) -> Int64 {
        let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: unitsPerSecond)
        let (high, low) = rest.multipliedFullWidth(by: 1_000_000)
        let fraction = unitsPerSecond.dividingFullWidth((high, low)).quotient
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, carry) = whole.addingReportingOverflow(fraction)
        return overflow || carry ? .max : Int64(clamping: sum)
    }

    private func byteOrder(_ bytes: Span<UInt8>, at offset: Int) -> Bool? {
        switch bytes.uint32(at: offset) {
        case Self.byteOrderMark: false
        case Self.byteOrderMark.byteSwapped: true
        default: nil
        }
    }

    private func uint16(_ bytes: Span<UInt8>, at offset: Int, _ bigEndian: Bool) -> UInt16 {
        bigEndian ? bytes.bigEndianUInt16(at: offset) : bytes.uint16(at: offset)
    }

    private func uint32(_ bytes: Span<UInt8>, at offset: Int, _ bigEndian: Bool) -> UInt32 {
        bigEndian ? bytes.bigEndianUInt32(at: offset) : bytes.uint32(at: offset)
    }
}
