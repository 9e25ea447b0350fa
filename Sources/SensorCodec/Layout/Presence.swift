/// When a field is in a value: always, or with a bit of the flags.
public struct Presence: Sendable {
    @usableFromInline let mask: UInt32

    @inlinable
    init(mask: UInt32) { self.mask = mask }

    /// In every value. The bit above all flags words stands for it.
    @inlinable
    public static var always: Presence { Presence(mask: 1 << 31) }

    /// With a bit of the flags, counted from 0; for an inverted bit, when it is clear.
    @inlinable
    public static func bit(_ number: UInt32) -> Presence { Presence(mask: 1 << number) }

    /// True with these flags, in which inverted bits have been turned over and the bit of ``always`` is set.
    @inlinable
    func holds(in present: UInt32) -> Bool { mask & present != 0 }
}

/// The Flags field of a characteristic.
public struct FlagsLayout: Sendable {
    /// Octets of the field: 0 for a characteristic without flags, up to 3.
    public let octets: Int
    /// The bits that the specification defines; the others are reserved.
    public let defined: UInt32
    /// The bits that are set when their field is absent: More Data.
    public let inverted: UInt32

    /// A Flags field of so many octets with these bits.
    @inlinable
    public init(octets: Int, defined: UInt32, inverted: UInt32 = 0) {
        self.octets = octets
        self.defined = defined
        self.inverted = inverted
    }

    /// No Flags field: every field is in every value.
    @inlinable
    public static var none: FlagsLayout { FlagsLayout(octets: 0, defined: 0) }

    /// The flags as ``Presence`` asks for them.
    @inlinable
    func present(in flags: UInt32) -> UInt32 { flags ^ inverted | Presence.always.mask }
}
