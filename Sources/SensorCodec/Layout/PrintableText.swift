/// Text that came over the air. It is hostile until here: an escape code in it would reach terminals, file names and
/// logs.
public enum PrintableText {
    /// The longest text that is kept, in octets: the longest name that a device can have.
    static let limit = 248

    /// The text without control characters and outer spaces, with what is not UTF-8 replaced; may be empty.
    ///
    /// The limit holds for the result, in which an octet that is not UTF-8 has become three.
    public static func text(_ bytes: Span<UInt8>) -> String {
        var octets: [UInt8] = []
        // A character that begins within the limit has at most three octets behind it.
        for at in bytes.indices where bytes[at] != 0 && octets.count < limit + 3 { octets.append(bytes[at]) }
        var scalars = String.UnicodeScalarView()
        var count = 0
        for scalar in String(decoding: octets, as: UTF8.self).unicodeScalars where isPrintable(scalar) {
            count += UTF8.width(scalar)
            if count > limit { break }
            scalars.append(scalar)
        }
        let text = String(scalars)
        let trimmed = text.drop { $0 == " " }
        guard let last = trimmed.lastIndex(where: { $0 != " " }) else { return "" }
        return String(trimmed[...last])
    }

    /// True when the text is exactly these octets.
    @usableFromInline
    static func isEqual(_ text: String, _ octets: Span<UInt8>) -> Bool {
        var at = 0
        for octet in text.utf8 {
            guard at < octets.count, octets[at] == octet else { return false }
            at += 1
        }
        return at == octets.count
    }

    /// No control, formatting (direction marks), unassigned or private characters.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
