/// The btsnoop file: a header of 16 octets, then records with headers of 24; all numbers big-endian.
///
/// | offset | size | file header | | offset | size | record header |
/// |---|---|---|---|---|---|---|
/// | 0 | 8 | `btsnoop` and NUL | | 0 | 4 | original length |
/// | 8 | 4 | version, 1 | | 4 | 4 | included length |
/// | 12 | 4 | datalink | | 8 | 4 | flags |
/// | | | | | 12 | 4 | cumulative drops |
/// | | | | | 16 | 8 | time, µs, from ``epochOffset`` |
///
/// Source: BlueZ, doc/btsnoop-protocol.
struct BtsnoopFraming {
    static let magic: [UInt8] = [0x62, 0x74, 0x73, 0x6E, 0x6F, 0x6F, 0x70, 0x00]
    static let fileHeaderOctets = 16
    static let recordHeaderOctets = 24
    /// What a time stamp reads at 1970-01-01 (12 days off the year 0 that it is said to count from).
    static let epochOffset: Int64 = 0x00DC_DDB3_0F2F_8000

    let datalink: Datalink
    let datalinkNumber: UInt32

    /// Reads the file header, which must be there whole.
    init(_ header: Span<UInt8>) throws(CaptureFailure) {
        let version = header.bigEndianUInt32(at: 8)
        guard version == 1 else { throw .unsupportedVersion(.btsnoop, Int(version)) }
        datalinkNumber = header.bigEndianUInt32(at: 12)
        guard let datalink = Datalink(btsnoop: datalinkNumber) else {
            throw .unsupportedDatalink(.btsnoop, Int(datalinkNumber))
        }
        self.datalink = datalink
    }

    @inline(__always)
    func check(_ bytes: Span<UInt8>, at offset: Int) -> HeaderCheck {
        guard bytes.count - offset >= Self.recordHeaderOctets else { return .unfinished }
        let included = bytes.bigEndianUInt32(at: offset + 4)
        guard included <= RecordLimit.packetOctets, included <= bytes.bigEndianUInt32(at: offset) else {
            return .implausible
        }
        guard arePlausible(flags: bytes.bigEndianUInt32(at: offset + 8)) else { return .implausible }
        guard RecordLimit.unixMicroseconds.contains(time(bytes, at: offset)) else { return .implausible }
        return .record(octets: Self.recordHeaderOctets + Int(included))
    }

    @inline(__always)
    func record(_ bytes: Span<UInt8>, at offset: Int) -> Record {
        let start = offset + Self.recordHeaderOctets
        return Record(
            packet: start..<start + Int(bytes.bigEndianUInt32(at: offset + 4)),
            unixMicroseconds: time(bytes, at: offset),
            flags: bytes.bigEndianUInt32(at: offset + 8),
            datalink: datalink
        )
    }

    @inline(__always)
    private func time(_ bytes: Span<UInt8>, at offset: Int) -> Int64 {
        Int64(bitPattern: bytes.bigEndianUInt64(at: offset + 16)) &- Self.epochOffset
    }

    /// Direction and kind in two bits, or adapter and opcode of the monitor in two halves.
    @inline(__always)
    private func arePlausible(flags: UInt32) -> Bool {
        if datalink != .linuxMonitor { return flags <= 3 }
        let adapter = flags >> 16
        return flags & 0xFFFF < 0x100 && (adapter < 0x100 || adapter == 0xFFFF)
    }
}
