/// The packets of a btsnoop file of the Linux monitor (datalink 2001), cut apart by what the format's page says, apart
/// from the program's own reader.
public struct MonitorPackets {
    /// One packet.
    public struct Packet: Sendable {
        public var opcode: UInt16
        public var adapter: UInt16
        public var unixMicroseconds: Int64
        public var octets: [UInt8]

        /// As the kernel's monitor socket gives it: u16 opcode, u16 adapter, u16 length, little-endian, and the octets.
        public var datagram: [UInt8] {
            Session.little(opcode) + Session.little(adapter) + Session.little(UInt16(octets.count)) + octets
        }

        /// The attribute packet in it, if it is a whole one that a device sent.
        public var receivedAttribute: ArraySlice<UInt8>? {
            opcode == 5 && octets.count > 8 && octets[6] == 4 && octets[7] == 0 ? octets[8...] : nil
        }
    }

    /// All packets of a file that is whole.
    public static func all(of file: [UInt8]) -> [Packet] {
        var packets: [Packet] = []
        var at = 16
        while at + 24 <= file.count {
            func big(_ offset: Int, _ count: Int) -> UInt64 {
                file[(at + offset)..<(at + offset + count)].reduce(0) { $0 << 8 | UInt64($1) }
            }
            let length = Int(big(4, 4))
            packets.append(
                Packet(
                    opcode: UInt16(big(10, 2)),
                    adapter: UInt16(big(8, 2)),
                    unixMicroseconds: Int64(bitPattern: big(16, 8)) - 0x00DC_DDB3_0F2F_8000,
                    octets: Array(file[(at + 24)..<(at + 24 + length)])
                )
            )
            at += 24 + length
        }
        return packets
    }
}
