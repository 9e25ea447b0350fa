/// The opcodes of the Linux monitor, in the low half of a record's flags.
///
/// Source: BlueZ, doc/btsnoop-protocol, "Opcode definitions".
enum Monitor {
    static let newIndex: UInt16 = 0
    static let deletedIndex: UInt16 = 1
    static let command: UInt16 = 2
    static let event: UInt16 = 3
    static let aclSent: UInt16 = 4
    static let aclReceived: UInt16 = 5
    static let openedIndex: UInt16 = 8
    static let closedIndex: UInt16 = 9
    static let systemNote: UInt16 = 12
    static let userLogging: UInt16 = 13

    /// The adapter of records that concern none.
    static let noAdapter: UInt16 = 0xFFFF
}

/// HCI events. Source: Core Specification, Vol 4, Part E, 7.7.
enum HCIEvent {
    static let classicConnectionComplete: UInt8 = 0x03
    static let disconnectionComplete: UInt8 = 0x05
    static let remoteNameComplete: UInt8 = 0x07
    static let lowEnergy: UInt8 = 0x3E
}

/// Events of LE controllers, the first parameter of ``HCIEvent/lowEnergy``. Source: Vol 4, Part E, 7.7.65.
enum LowEnergyEvent {
    static let connectionComplete: UInt8 = 0x01
    static let advertisingReport: UInt8 = 0x02
    static let enhancedConnectionComplete: UInt8 = 0x0A
    static let extendedAdvertisingReport: UInt8 = 0x0D
    static let enhancedConnectionComplete2: UInt8 = 0x29
}
