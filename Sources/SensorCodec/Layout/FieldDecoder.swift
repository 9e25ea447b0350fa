/// Reads the fields of a value, and notes what is odd.
///
/// After the first field that does not fit nothing more is read: what follows a hole cannot be placed. It borrows its
/// bytes, and the compiler refuses to let it outlive them.
@usableFromInline
struct FieldDecoder: FieldVisitor, ~Copyable, ~Escapable {
    @usableFromInline let bytes: Span<UInt8>
    @usableFromInline let present: UInt32
    @usableFromInline var offset: Int
    @usableFromInline var issues = DecodingIssues()

    @_lifetime(copy bytes)
    @inlinable @inline(__always)
    init(_ bytes: Span<UInt8>, from offset: Int, present: UInt32) {
        self.bytes = bytes
        self.offset = offset
        self.present = present
    }

    /// Octets not read yet; 0 after a field that did not fit.
    @inlinable @inline(__always)
    var remaining: Int { bytes.count &- offset }

    /// What is left over is named.
    @inlinable @inline(__always)
    mutating func finish() {
        issues.trailingByteCount = UInt16(clamping: remaining)
    }

    @inlinable @inline(__always)
    mutating func number<Value: FixedWidthInteger>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Value?,
        octets: Int,
        isSigned: Bool,
        notAvailable: Value?
    ) {
        guard presence.holds(in: present), take(octets, for: field) else { return }
        let raw = littleEndian(octets)
        let number =
            isSigned
            ? Value(truncatingIfNeeded: Int32(bitPattern: raw << unused(octets)) >> unused(octets))
            : Value(truncatingIfNeeded: raw)
        if number != notAvailable { value = number }
    }

    /// Bits of a word that so many octets leave.
    @inlinable @inline(__always)
    func unused(_ octets: Int) -> Int { 32 &- 8 &* octets }

    @inlinable @inline(__always)
    func littleEndian(_ octets: Int) -> UInt32 {
        let end = offset
        var raw = UInt32(bytes[end &- octets])
        if octets > 1 { raw |= UInt32(bytes[end &- octets &+ 1]) << 8 }
        if octets > 2 { raw |= UInt32(bytes[end &- octets &+ 2]) << 16 }
        if octets > 3 { raw |= UInt32(bytes[end &- octets &+ 3]) << 24 }
        return raw
    }

    @inlinable @inline(__always)
    mutating func take(_ octets: Int, for field: Field) -> Bool {
        if remaining >= octets {
            offset &+= octets
            return true
        }
        if issues.truncatedField == nil {
            issues.truncatedField = field
            offset = bytes.count
        }
        return false
    }

    @inlinable
    mutating func code<Code: WireCode>(_ presence: Presence, _ field: Field, _ value: inout Code?) {
        guard presence.holds(in: present), take(1, for: field) else { return }
        let code = Code(rawValue: bytes[offset &- 1])
        value = code
        if code.isReserved, issues.reservedValue == nil { issues.reservedValue = field }
    }

    @inlinable
    mutating func bits<Bits: WireBits>(
        _ presence: Presence,
        _ field: Field,
        _ value: inout Bits?,
        octets: Int
    ) {
        guard presence.holds(in: present), take(octets, for: field) else { return }
        let raw = Bits.RawValue(truncatingIfNeeded: littleEndian(octets))
        value = Bits(rawValue: raw)
        // Bits are counted through the whole value, so that each has a number of its own.
        issues.reservedBits |= UInt64(raw & ~Bits.defined) << UInt64(8 * (offset - octets))
    }

    @inlinable @inline(__always)
    mutating func intervals(_ presence: Presence, _ value: inout RRIntervals) {
        guard presence.holds(in: present), issues.truncatedField == nil else { return }
        issues.lacksRRIntervals = remaining < 2
        while remaining >= 2 {
            offset &+= 2
            value.append(UInt16(truncatingIfNeeded: littleEndian(2)))
        }
        issues.hasOddRRByte = remaining == 1
        offset = bytes.count
    }

    @inlinable
    mutating func text(_ presence: Presence, _ field: Field, _ value: inout String?) {
        guard presence.holds(in: present), issues.truncatedField == nil else { return }
        let octets = bytes.extracting(offset..<bytes.count)
        let text = PrintableText.text(octets)
        value = text
        issues.isTextCleaned = !PrintableText.isEqual(text, octets)
        offset = bytes.count
    }
}
