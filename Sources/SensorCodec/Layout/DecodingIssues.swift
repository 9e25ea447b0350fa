/// What was odd about the bytes of a value that was decoded all the same.
///
/// Empty when the bytes are exactly to the specification. Fixed size: naming an oddity allocates nothing until it is
/// put into words by ``descriptions``.
/// `ISSUES.md` beside the sources says what each word stands for.
public struct DecodingIssues: Hashable, Sendable {
    /// The first field that the flags promise and the value is too short to hold; nothing after it was read.
    public var truncatedField: Field?
    /// The first field whose code the specification reserves.
    public var reservedValue: Field?
    /// Octets left over behind the last known field.
    public var trailingByteCount: UInt16 = 0
    /// One octet was left at the end of the RR-Intervals, which are two octets each.
    public var hasOddRRByte = false
    /// The flags announce RR-Intervals and there are none.
    public var lacksRRIntervals = false
    /// Text held octets that are not to be shown.
    public var isTextCleaned = false
    /// The bits that the specification reserves and the sender set, of the flags or of a word of bits.
    public var reservedBits: UInt64 = 0

    /// No issue.
    @inlinable
    public init() {}

    /// True when the bytes were exactly to the specification.
    @inlinable
    public var isEmpty: Bool {
        reservedBits == 0 && trailingByteCount == 0 && truncatedField == nil && reservedValue == nil && !hasOddRRByte
            && !lacksRRIntervals && !isTextCleaned
    }

    /// The stable vocabulary that programs and logs see, in a fixed order.
    public var descriptions: [String] {
        var list: [String] = []
        if reservedBits != 0 { list.append("reserved_bits:0x" + String(reservedBits, radix: 16)) }
        if let reservedValue { list.append("reserved_value:" + reservedValue.name) }
        if let truncatedField { list.append("truncated:" + truncatedField.name) }
        if hasOddRRByte { list.append("odd_rr_byte") }
        if lacksRRIntervals { list.append("no_rr_intervals") }
        if isTextCleaned { list.append("text_cleaned") }
        if trailingByteCount != 0 { list.append("trailing_bytes:\(trailingByteCount)") }
        return list
    }
}

/// Why a value could not be decoded at all.
///
/// A value is refused only when not one whole flags field is there; anything longer yields what it holds.
public enum DecodingFailure: Error, Equatable, Sendable {
    /// The value has no octet.
    case empty
    /// The value ends inside its flags field, which has `needed` octets.
    case truncatedFlags(needed: Int)
}

extension DecodingFailure: CustomStringConvertible {
    /// Its name among the issues that programs and logs see: `empty`, `truncated:flags`.
    public var description: String {
        switch self {
        case .empty: "empty"
        case .truncatedFlags: "truncated:flags"
        }
    }
}
