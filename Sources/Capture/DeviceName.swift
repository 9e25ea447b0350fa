import SensorCodec

/// Names that come over the air.
enum DeviceName {
    /// The name without control characters and outer spaces; `nil` when nothing is left.
    static func text(_ bytes: Span<UInt8>) -> String? {
        let name = PrintableText.text(bytes)
        return name.isEmpty ? nil : name
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
