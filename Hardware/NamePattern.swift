/// A pattern of advertised names: how they begin, in any case of the ASCII letters, and how long they are.
///
/// Names come from the air: anything may stand in them. A match reads no more of a name than the pattern is long, but
/// for digits, which are looked at only in names that have the right length.
public struct NamePattern: Hashable, Sendable {
    /// How the name begins.
    public var prefix: String
    /// How many octets the name has in UTF-8; `nil` for any.
    public var length: ClosedRange<Int>?
    /// All behind the prefix are digits, and there is one at least.
    public var endsInDigits: Bool
    /// Other devices have such names too, bikes above all: where services were seen they must fit the kind of device.
    public var isShared: Bool

    /// Names that begin like this.
    public init(_ prefix: String, length: ClosedRange<Int>? = nil, endsInDigits: Bool = false, isShared: Bool = false) {
        self.prefix = prefix
        self.length = length
        self.endsInDigits = endsInDigits
        self.isShared = isShared
    }

    /// No device's name is longer (Core Specification, Vol 3, Part C, 12.1).
    public static let longestName = 248

    /// Does the name follow the pattern?
    public func matches(_ name: String) -> Bool {
        let count = name.utf8.count
        if let length, !length.contains(count) { return false }
        guard count <= Self.longestName, count >= prefix.utf8.count, name.hasASCIIPrefix(prefix) else { return false }
        if !endsInDigits { return true }
        let rest = name.utf8.dropFirst(prefix.utf8.count)
        return !rest.isEmpty && rest.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
}

extension String {
    /// Does the text begin with these octets, in any case of the ASCII letters? (`lowercased()` would fold more.)
    func hasASCIIPrefix(_ prefix: String) -> Bool {
        var octets = utf8.makeIterator()
        return prefix.utf8.allSatisfy { wanted in
            octets.next().map { $0.asciiLowercased == wanted.asciiLowercased } ?? false
        }
    }
}

extension UInt8 {
    /// The lower-case form of an ASCII letter, any other octet as it is.
    fileprivate var asciiLowercased: UInt8 {
        self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
    }
}
