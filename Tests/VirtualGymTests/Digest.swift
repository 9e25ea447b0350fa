/// FNV-1a, 64 bits, of integers as their octets, least significant first.
struct Digest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ number: some FixedWidthInteger) {
        for at in 0..<number.bitWidth / 8 {
            value = (value ^ UInt64(truncatingIfNeeded: number >> (8 * at)) & 0xFF) &* 0x100_0000_01B3
        }
    }
}
