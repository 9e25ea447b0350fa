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
