/// A code of one octet of which the specification names some: what is reserved is kept and has no name.
public protocol WireCode: RawRepresentable, Hashable, Sendable where RawValue == UInt8 {
    /// A code as it stands on the wire.
    init(rawValue: UInt8)
    /// The names of the codes for programs; the others are reserved.
    static var names: CodeNames { get }
}

extension WireCode {
    /// Its name for programs, or `nil` for a reserved one.
    public var name: String? { Self.names[rawValue] }
    /// True when the specification gives it no meaning.
    @inlinable
    public var isReserved: Bool { !Self.names.contains(rawValue) }
}

/// The names of codes of one octet.
public struct CodeNames: Sendable, ExpressibleByDictionaryLiteral {
    private let names: [UInt8: String]
    /// A bit for each code that has a name: asked for with every value, where a look-up would cost more than the rest.
    @usableFromInline let named: InlineArray<4, UInt64>

    /// Codes and their names; none twice.
    public init(dictionaryLiteral elements: (UInt8, String)...) {
        names = Dictionary(uniqueKeysWithValues: elements)
        var named = InlineArray<4, UInt64>(repeating: 0)
        for (code, _) in elements { named[Int(code >> 6)] |= 1 << UInt64(code & 63) }
        self.named = named
    }

    /// The name of a code, or `nil` for a reserved one.
    public subscript(code: UInt8) -> String? { names[code] }

    @inlinable
    func contains(_ code: UInt8) -> Bool { named[Int(code >> 6)] >> UInt64(code & 63) & 1 == 1 }
}

/// A word of single bits of which the specification names some: what is reserved is kept.
public protocol WireBits: OptionSet, Hashable, Sendable where RawValue: FixedWidthInteger {
    /// The names of the bits for programs, from bit 0 on; the bits behind them are reserved.
    static var bitNames: [String] { get }
}

extension WireBits {
    /// The bits that have a name.
    public static var defined: RawValue { ~(~0 << bitNames.count) }

    /// The names of the bits that are set.
    public var names: [String] {
        Self.bitNames.indices.filter { rawValue >> $0 & 1 == 1 }.map { Self.bitNames[$0] }
    }
}
