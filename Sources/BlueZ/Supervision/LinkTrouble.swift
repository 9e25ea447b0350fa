public import SystemBus

/// What an error of bluetoothd means in practice, and so what is to be done about it.
///
/// bluetoothd has few names for its errors and puts much into their texts; the same text may have many causes. Each case
/// here is a next step, not a cause.
public enum LinkTrouble: Equatable, Sendable {
    /// The attempt failed in the radio; the next one usually works.
    case attemptFailed
    /// bluetoothd is at it already: to be waited for.
    case underway
    /// The attempt was taken back, by us or by another program.
    case cancelled
    /// The adapter is off, blocked or gone.
    case adapterNotReady
    /// bluetoothd has forgotten the object: to be looked for again.
    case forgotten
    /// There is no link any more.
    case notConnected
    /// The device wants keys to be exchanged first.
    case needsPairing
    /// The device, or bluetoothd, does not do this.
    case notSupported
    /// Somebody else holds it.
    case taken
    /// The policy of the bus forbids it.
    case notPermitted
    /// bluetoothd tried classic Bluetooth, which no sensor speaks.
    case wrongRadio
    /// Nobody answered in time.
    case noAnswer
    /// bluetoothd is not there.
    case noService
    /// Something that is not known: to be tried again later, and told of.
    case unknown

    /// What an error means. Source: BlueZ 5.66 to 5.87, src/error.c, src/device.c, src/gatt-client.c, and what the daemon
    /// of Debian 12 was seen to answer.
    public init(_ error: BusError) {
        let bluez = "org.bluez.Error."
        let bus = "org.freedesktop.DBus.Error."
        switch error.name {
        case bluez + "InProgress": self = error.message.contains("acquired") ? .taken : .underway
        case bluez + "NotReady": self = .adapterNotReady
        case bluez + "NotConnected": self = .notConnected
        case bluez + "NotSupported", bus + "UnknownInterface": self = .notSupported
        case bluez + "DoesNotExist", bus + "UnknownObject", bus + "UnknownMethod": self = .forgotten
        case bluez + "NotPermitted": self = Self.notPermitted(error.message)
        case bluez + "NotAuthorized", bluez + "AuthenticationRejected", bluez + "AuthenticationFailed",
            bluez + "AuthenticationCanceled", bluez + "AuthenticationTimeout":
            self = .needsPairing
        case bluez + "AlreadyConnected", bluez + "AlreadyExists": self = .underway
        case bluez + "Failed", bluez + "ConnectionAttemptFailed": self = Self.failed(error.message)
        case BusError.accessDenied: self = .notPermitted
        case BusError.noReply, bus + "Timeout", bus + "TimedOut": self = .noAnswer
        case BusError.disconnected, bus + "ServiceUnknown", bus + "NameHasNoOwner": self = .noService
        default: self = error.name.hasPrefix(bus + "Spawn") ? .noService : .unknown
        }
    }

    private static func notPermitted(_ message: String) -> LinkTrouble {
        if message.contains("acquired") { return .taken }
        return message.contains("paired") ? .needsPairing : .notSupported
    }

    /// `Failed` says in its text what it means, if anything.
    private static func failed(_ message: String) -> LinkTrouble {
        if message.contains("already in progress") { return .underway }
        if message.contains("canceled") { return .cancelled }
        if message.hasPrefix("br-connection") { return .wrongRadio }
        if message.contains("Not connected") || message.contains("not connected") { return .notConnected }
        if message.contains("ATT error: 0x05") || message.contains("ATT error: 0x0f") { return .needsPairing }
        if message.contains("Input/output error") || message.contains("Not Ready") { return .adapterNotReady }
        return .attemptFailed
    }
}
