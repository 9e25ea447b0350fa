/// Octets written in hex digits.
enum HexDigits {
    /// The octets; spaces, colons and a leading `0x` are ignored. `nil` for anything else, or half an octet.
    static func octets(_ text: some StringProtocol) -> [UInt8]? {
        var digits = text.lowercased().filter { $0 != " " && $0 != ":" }
        if digits.hasPrefix("0x") { digits.removeFirst(2) }
        let nibbles = digits.compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard nibbles.count == digits.count, nibbles.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }
}
