extension [UInt8] {
    /// Appends an integer, least significant octet first, as all GATT fields stand.
    mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
        for at in 0..<Value.bitWidth / 8 { append(UInt8(truncatingIfNeeded: value >> (8 * at))) }
    }

    /// Appends the lower three octets, least significant first.
    mutating func append(littleEndian24 value: UInt32) {
        for at in 0..<3 { append(UInt8(truncatingIfNeeded: value >> (8 * at))) }
    }
}
