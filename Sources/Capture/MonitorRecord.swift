/// What the Linux monitor says of a packet beside its octets.
///
/// Source: BlueZ, doc/btsnoop-protocol, "Opcode definitions".
public struct MonitorRecord: Equatable, Sendable {
    /// What kind of packet it is.
    public var opcode: Opcode
    /// The number of the adapter: 0 for `hci0`. 0xFFFF stands for none.
    public var adapter: UInt16
    /// The adapter of records that concern none.
    static let noAdapter: UInt16 = 0xFFFF
    /// When the kernel saw it, in microseconds since 1970-01-01 UTC.
    public var unixMicroseconds: Int64

    /// A record of these parts.
    public init(opcode: Opcode, adapter: UInt16, unixMicroseconds: Int64) {
        self.opcode = opcode
        self.adapter = adapter
        self.unixMicroseconds = unixMicroseconds
    }

    /// A kind of packet; any number may come, and those without a name here are passed over.
    public struct Opcode: RawRepresentable, Hashable, Sendable {
        /// The number that the kernel uses.
        public var rawValue: UInt16

        /// The kind of this number.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// An adapter is there.
        public static let newIndex = Self(rawValue: 0)
        /// An adapter went away.
        public static let deletedIndex = Self(rawValue: 1)
        /// HCI, from the host.
        public static let command = Self(rawValue: 2)
        /// HCI, from the controller.
        public static let event = Self(rawValue: 3)
        /// HCI data, from the host.
        public static let sentACL = Self(rawValue: 4)
        /// HCI data, from the controller.
        public static let receivedACL = Self(rawValue: 5)
        /// An adapter was switched on.
        public static let openedIndex = Self(rawValue: 8)
        /// An adapter was switched off.
        public static let closedIndex = Self(rawValue: 9)
        /// Text of the kernel or of bluetoothd.
        public static let systemNote = Self(rawValue: 12)
        /// Text of any program, with its name.
        public static let userLogging = Self(rawValue: 13)
    }
}

/// As the flags of a btsnoop record: the adapter in the high 16 bits, the opcode in the low ones.
extension MonitorRecord {
    /// The record of these flags.
    init(flags: UInt32, unixMicroseconds: Int64) {
        self.init(
            opcode: Opcode(rawValue: UInt16(truncatingIfNeeded: flags)),
            adapter: UInt16(flags >> 16),
            unixMicroseconds: unixMicroseconds
        )
    }

    /// The flags that stand for the record.
    var flags: UInt32 { UInt32(adapter) << 16 | UInt32(opcode.rawValue) }
}
