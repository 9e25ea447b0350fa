import SensorCodec

/// Integers behind what is in an array, in either byte order.
extension [UInt8] {
    @inline(__always)
    mutating func append<Value: FixedWidthInteger>(bigEndian value: Value) {
        for at in (0..<Value.bitWidth / 8).reversed() { append(UInt8(truncatingIfNeeded: value >> (8 * at))) }
    }

    @inline(__always)
    mutating func append<Value: FixedWidthInteger>(littleEndian value: Value) {
        for at in 0..<Value.bitWidth / 8 { append(UInt8(truncatingIfNeeded: value >> (8 * at))) }
    }

    /// The six octets of an address as they stand on the wire, least significant first.
    mutating func append(_ address: BluetoothAddress) {
        for at in 0..<6 { append(UInt8(truncatingIfNeeded: address.rawValue >> (8 * at))) }
    }

    /// A UUID as attributes carry it: 2 octets for an assigned number, else 16.
    mutating func append(_ uuid: BluetoothUUID) {
        if let short = uuid.short { return append(littleEndian: short) }
        append(littleEndian: uuid.low)
        append(littleEndian: uuid.high)
    }

    @inline(__always)
    mutating func append(_ octets: Span<UInt8>) {
        for at in octets.indices { append(octets[at]) }
    }
}
