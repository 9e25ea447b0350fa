/// Names that come over the air.
enum DeviceName {
    /// The name without control characters and outer spaces; `nil` when nothing is left.
    ///
    /// A name is hostile until here: an escape code in it would reach terminals, file names and logs.
    static func text(_ bytes: Span<UInt8>) -> String? {
        var octets: [UInt8] = []
        for at in 0..<min(bytes.count, 248) where bytes[at] != 0 { octets.append(bytes[at]) }
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: octets, as: UTF8.self).unicodeScalars where isPrintable(scalar) {
            scalars.append(scalar)
        }
        let name = String(scalars)
        let trimmed = name.drop { $0 == " " }
        guard let last = trimmed.lastIndex(where: { $0 != " " }) else { return nil }
        return String(trimmed[...last])
    }

    /// No control, formatting (direction marks), unassigned or private characters.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}

/// The structures of advertising data: u8 length, u8 type, value.
///
/// Source: Core Specification, Vol 3, Part C, 11; types in Assigned Numbers, 2.3.
enum AdvertisingData {
    /// The place of the complete or, failing that, the shortened local name.
    static func name(in data: Span<UInt8>) -> Range<Int>? {
        var at = 0
        var shortened: Range<Int>?
        while at + 1 < data.count {
            let length = Int(data[at])
            guard length > 0, at + 1 + length <= data.count else { break }
            let value = at + 2..<at + 1 + length
            if data[at + 1] == 0x09 { return value }
            if data[at + 1] == 0x08 { shortened = value }
            at += 1 + length
        }
        return shortened
    }
}
