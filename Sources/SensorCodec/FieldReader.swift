/// A forward-only reader of little-endian fields that remembers the first field that did not fit.
///
/// After that field every further read gives `nil`: what follows a hole cannot be placed. It borrows its bytes, and
/// the compiler refuses to let it outlive them.
struct FieldReader: ~Copyable, ~Escapable {
    private let bytes: Span<UInt8>
    private(set) var offset: Int
    private(set) var truncatedField: DecodingIssues.Field?

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>, from offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// Octets not read yet; 0 after a field that did not fit.
    var remaining: Int { bytes.count - offset }

    @inline(__always)
    mutating func uint8(_ field: DecodingIssues.Field) -> UInt8? {
        guard take(1, for: field) else { return nil }
        return bytes[offset - 1]
    }

    @inline(__always)
    mutating func uint16(_ field: DecodingIssues.Field) -> UInt16? {
        guard take(2, for: field) else { return nil }
        return UInt16(bytes[offset - 2]) | UInt16(bytes[offset - 1]) << 8
    }

    @inline(__always)
    mutating func sint16(_ field: DecodingIssues.Field) -> Int16? {
        uint16(field).map { Int16(bitPattern: $0) }
    }

    @inline(__always)
    mutating func uint24(_ field: DecodingIssues.Field) -> UInt32? {
        guard take(3, for: field) else { return nil }
        return UInt32(bytes[offset - 3]) | UInt32(bytes[offset - 2]) << 8 | UInt32(bytes[offset - 1]) << 16
    }

    @inline(__always)
    private mutating func take(_ count: Int, for field: DecodingIssues.Field) -> Bool {
        if remaining >= count {
            offset += count
            return true
        }
        if truncatedField == nil {
            truncatedField = field
            offset = bytes.count
        }
        return false
    }
}

extension Optional where Wrapped: FixedWidthInteger {
    /// `nil` where the field carries the specification's number for "data not available".
    @inline(__always)
    func unless(_ notAvailable: Wrapped) -> Wrapped? {
        self == notAvailable ? nil : self
    }
}
