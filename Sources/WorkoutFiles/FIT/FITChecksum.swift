/// The check sum of FIT files: CRC-16/ARC, reflected polynomial 0xA001, start 0, no final change.
///
/// Over a file with its own check sum behind it, it is 0.
struct FITChecksum {
    private(set) var value: UInt16 = 0

    private static let table: [UInt16] = (0..<256).map { octet in
        (0..<8).reduce(UInt16(octet)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xA001 : sum >> 1 }
    }

    /// Adds octets.
    mutating func add(_ bytes: Span<UInt8>) {
        let table = Self.table
        var sum = value
        for at in bytes.indices { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ bytes[at])] }
        value = sum
    }

    /// The check sum of octets.
    static func of(_ bytes: Span<UInt8>) -> UInt16 {
        var sum = FITChecksum()
        sum.add(bytes)
        return sum.value
    }
}
