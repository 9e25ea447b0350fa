/// Integers at a place in borrowed bytes. The caller has checked that they lie inside.
extension Span where Element == UInt8 {
    @inline(__always)
    func uint16(at offset: Int) -> UInt16 {
        UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
    }

    @inline(__always)
    func uint32(at offset: Int) -> UInt32 {
        UInt32(uint16(at: offset)) | UInt32(uint16(at: offset + 2)) << 16
    }

    @inline(__always)
    func bigEndianUInt16(at offset: Int) -> UInt16 { uint16(at: offset).byteSwapped }

    @inline(__always)
    func bigEndianUInt32(at offset: Int) -> UInt32 { uint32(at: offset).byteSwapped }

    @inline(__always)
    func bigEndianUInt64(at offset: Int) -> UInt64 {
        UInt64(bigEndianUInt32(at: offset)) << 32 | UInt64(bigEndianUInt32(at: offset + 4))
    }

    /// What stands before the first NUL; all where there is none.
    var beforeNUL: Span<UInt8> {
        @_lifetime(copy self)
        get {
            var end = 0
            while end < count, self[end] != 0 { end += 1 }
            return extracting(0..<end)
        }
    }

    /// What follows the first `count` octets; empty when there are no more.
    @inline(__always)
    @_lifetime(copy self)
    func dropping(_ count: Int) -> Span<UInt8> {
        extracting(Swift.min(count, self.count)..<self.count)
    }
}
