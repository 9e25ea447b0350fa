/// The Service Data that a fitness machine advertises (AD type 0x16, behind the UUID 0x1826).
///
/// | order | field | type |
/// |---|---|---|
/// | 1 | Flags | u8: bit 0 set when the machine is free for a session |
/// | 2 | Fitness Machine Type | u16 bits |
///
/// Some machines swap the two octets of the type, or send only one: a type of which only the upper octet says
/// something is read as swapped, and a lone octet as the lower one. An advertised type says nothing of the features.
/// Source: Fitness Machine Service 1.0.1, 3.1.1.
public struct FitnessMachineAdvertisement: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 1, defined: 0b1) }
    public var flags: UInt32 = 0
    /// What kind of machine it is.
    public var types: MachineTypes?
    /// Octets of the type: 2, or 1 from some machines.
    public var typeOctets = 2
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.word(.availability, isAvailable ? "available" : "not_available")
        fields.bits(.always, .machineTypes, &types, octets: typeOctets)
    }

    @inlinable
    public mutating func settle(valueLength: Int) { typeOctets = valueLength == 2 ? 1 : 2 }

    @inlinable
    public mutating func check() {
        if typeOctets == 1 { issues.truncatedField = .machineTypes }
        guard let raw = types?.rawValue, raw & MachineTypes.defined == 0 else { return }
        if raw.byteSwapped & MachineTypes.defined != 0 { types = MachineTypes(rawValue: raw.byteSwapped) }
    }

    /// True when the machine is free for a session.
    @inlinable
    public var isAvailable: Bool {
        get { flags & 1 == 1 }
        set { flags = flags & ~1 | (newValue ? 1 : 0) }
    }

    /// The kinds of machines; bits 6 to 15 are reserved.
    public struct MachineTypes: WireBits {
        public var rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        public static let treadmill = MachineTypes(rawValue: 1)
        public static let bitNames = [
            "treadmill", "cross_trainer", "step_climber", "stair_climber", "rower", "indoor_bike",
        ]
    }
}
