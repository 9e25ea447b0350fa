/// The pcap file: a header of 24 octets, then records with headers of 16, in the byte order of the writer.
///
/// | offset | size | file header | | offset | size | record header |
/// |---|---|---|---|---|---|---|
/// | 0 | 4 | magic: byte order, µs or ns | | 0 | 4 | seconds since 1970 |
/// | 4 | 4 | version 2.4 | | 4 | 4 | fraction, µs or ns |
/// | 16 | 4 | largest packet | | 8 | 4 | included length |
/// | 20 | 4 | link type in the low 16 bits | | 12 | 4 | original length |
///
/// Source: draft-ietf-opsawg-pcap.
struct PcapFraming {
    static let fileHeaderOctets = 24
    static let recordHeaderOctets = 16

    let datalink: Datalink
    let datalinkNumber: UInt32
    private let isBigEndian: Bool
    private let isNanoseconds: Bool

    /// True for the first four octets of a pcap file.
    static func isMagic(_ littleEndian: UInt32) -> Bool {
        [0xA1B2_C3D4, 0xD4C3_B2A1, 0xA1B2_3C4D, 0x4D3C_B2A1].contains(littleEndian)
    }

    /// Reads the file header, which must be there whole and begin with a magic.
    init(_ header: Span<UInt8>) throws(CaptureFailure) {
        let magic = header.uint32(at: 0)
        isBigEndian = magic == 0xD4C3_B2A1 || magic == 0x4D3C_B2A1
        isNanoseconds = magic == 0xA1B2_3C4D || magic == 0x4D3C_B2A1
        let version = isBigEndian ? header.bigEndianUInt16(at: 4) : header.uint16(at: 4)
        guard version == 2 else { throw .unsupportedVersion(.pcap, Int(version)) }
        let linkType = isBigEndian ? header.bigEndianUInt32(at: 20) : header.uint32(at: 20)
        datalinkNumber = linkType & 0xFFFF
        guard let datalink = Datalink(pcap: datalinkNumber) else {
            throw .unsupportedDatalink(.pcap, Int(datalinkNumber))
        }
        self.datalink = datalink
    }

    @inline(__always)
    func check(_ bytes: Span<UInt8>, at offset: Int) -> HeaderCheck {
        guard bytes.count - offset >= Self.recordHeaderOctets else { return .unfinished }
        let included = uint32(bytes, at: offset + 8)
        guard included <= RecordLimit.packetOctets, included <= uint32(bytes, at: offset + 12) else {
            return .implausible
        }
        guard uint32(bytes, at: offset + 4) < (isNanoseconds ? 1_000_000_000 : 1_000_000) else { return .implausible }
        return .record(octets: Self.recordHeaderOctets + Int(included))
    }

    @inline(__always)
    func record(_ bytes: Span<UInt8>, at offset: Int) -> Record {
        let start = offset + Self.recordHeaderOctets
        let fraction = Int64(uint32(bytes, at: offset + 4))
        return Record(
            packet: start..<start + Int(uint32(bytes, at: offset + 8)),
            unixMicroseconds: Int64(uint32(bytes, at: offset)) * 1_000_000
                + (isNanoseconds ? fraction / 1000 : fraction),
            datalink: datalink
        )
    }

    @inline(__always)
    private func uint32(_ bytes: Span<UInt8>, at offset: Int) -> UInt32 {
        isBigEndian ? bytes.bigEndianUInt32(at: offset) : bytes.uint32(at: offset)
    }
}
