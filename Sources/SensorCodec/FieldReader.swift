/// A forward-only reader of little-endian fields that remembers which of them were there.
///
/// After the first field that does not fit every further read gives nothing: what follows a hole cannot be placed. It
/// borrows its bytes, and the compiler refuses to let it outlive them. Fields that are not there read as 0 and are not
/// in ``available``: a mask in a register is cheaper than an optional for each.
struct FieldReader: ~Copyable, ~Escapable {
    private let bytes: Span<UInt8>
    private var offset: Int
    /// A bit for each field that had a number.
    private(set) var available: UInt32 = 0
    private(set) var truncatedField: DecodingIssues.Field?

    @_lifetime(copy bytes)
    @inline(__always)
    init(_ bytes: Span<UInt8>, from offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    /// Octets not read yet; 0 after a field that did not fit.
    @inline(__always)
    var remaining: Int { bytes.count &- offset }

    /// Has the field a number?
    @inline(__always)
    func has(_ field: DecodingIssues.Field) -> Bool { available >> field.rawValue & 1 == 1 }

    @inline(__always)
    mutating func uint8(_ field: DecodingIssues.Field, unless notAvailable: UInt32? = nil) -> UInt32 {
        guard take(1, for: field) else { return 0 }
        return note(UInt32(bytes[offset &- 1]), field, notAvailable)
    }

    @inline(__always)
    mutating func uint16(_ field: DecodingIssues.Field, unless notAvailable: UInt32? = nil) -> UInt32 {
        guard take(2, for: field) else { return 0 }
        return note(UInt32(bytes[offset &- 2]) | UInt32(bytes[offset &- 1]) << 8, field, notAvailable)
    }

    @inline(__always)
    mutating func uint24(_ field: DecodingIssues.Field) -> UInt32 {
        guard take(3, for: field) else { return 0 }
        let low = UInt32(bytes[offset &- 3]) | UInt32(bytes[offset &- 2]) << 8
        return note(low | UInt32(bytes[offset &- 1]) << 16, field, nil)
    }

    /// Notes that the field has this number, but for the one that means "not available".
    @inline(__always)
    private mutating func note(_ number: UInt32, _ field: DecodingIssues.Field, _ notAvailable: UInt32?) -> UInt32 {
        if number == notAvailable { return 0 }
        available |= 1 << UInt32(field.rawValue)
        return number
    }

    @inline(__always)
    private mutating func take(_ count: Int, for field: DecodingIssues.Field) -> Bool {
        if remaining >= count {
            offset &+= count
            return true
        }
        if truncatedField == nil {
            truncatedField = field
            offset = bytes.count
        }
        return false
    }
}
