/// Makes btsnoop files: the header once, then a record a packet.
///
/// The layout is that of ``BtsnoopFraming``'s table. Pure: the caller writes the octets where it wants them.
public enum BtsnoopWriter {
    /// What the records of a file hold.
    public enum Packets: UInt32, Sendable {
        /// HCI packets behind their H4 type; `flags` bit 0 is set for a packet that was received.
        case h4 = 1002
        /// The Linux monitor; `flags` hold the adapter in the high and the opcode in the low 16 bits.
        case linuxMonitor = 2001
    }

    /// Appends the file header.
    public static func appendHeader(_ packets: Packets, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: BtsnoopFraming.magic)
        bytes.append(bigEndian: UInt32(1))
        bytes.append(bigEndian: packets.rawValue)
    }

    /// Appends a record of the Linux monitor; `cumulativeDrops` is how many packets before it are missing.
    public static func append(
        _ octets: Span<UInt8>,
        _ record: MonitorRecord,
        cumulativeDrops: UInt32,
        to bytes: inout [UInt8]
    ) {
        append(
            octets,
            flags: record.flags,
            unixMicroseconds: record.unixMicroseconds,
            cumulativeDrops: cumulativeDrops,
            to: &bytes
        )
    }

    /// Appends a record.
    public static func append(
        _ packet: Span<UInt8>,
        flags: UInt32,
        unixMicroseconds: Int64,
        cumulativeDrops: UInt32 = 0,
        to bytes: inout [UInt8]
    ) {
        appendRecordHeader(
            octets: packet.count,
            flags: flags,
            unixMicroseconds: unixMicroseconds,
            cumulativeDrops: cumulativeDrops,
            to: &bytes
        )
        bytes.append(packet)
    }

    /// Appends the header of a record whose packet of so many octets the caller appends behind it.
    @inline(__always)
    static func appendRecordHeader(
        octets: Int,
        flags: UInt32,
        unixMicroseconds: Int64,
        cumulativeDrops: UInt32 = 0,
        to bytes: inout [UInt8]
    ) {
        bytes.append(bigEndian: UInt32(octets))
        bytes.append(bigEndian: UInt32(octets))
        bytes.append(bigEndian: flags)
        bytes.append(bigEndian: cumulativeDrops)
        bytes.append(bigEndian: UInt64(bitPattern: unixMicroseconds &+ BtsnoopFraming.epochOffset))
    }
}
