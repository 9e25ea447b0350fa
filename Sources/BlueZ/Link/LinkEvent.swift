public import SensorCodec

/// What a live link has to tell besides values.
public enum LinkEvent: Equatable, Sendable {
    /// Whether bluetoothd and an adapter are there.
    case host(HostState)
    /// A device was heard advertising, for the first time or anew.
    case found(RemoteDevice)
    /// A sensor's supervisor is somewhere else now.
    case phase(SensorSupervisor.Phase, of: BluetoothAddress)
    /// A sensor is connected, and this is what it offers.
    case connected(SensorOffer)
    /// The link to a sensor is gone.
    case disconnected(BluetoothAddress)
    /// A sensor's battery, in percent.
    case battery(Int, of: BluetoothAddress)
    /// A sensor's name became known.
    case name(String, of: BluetoothAddress)
    /// A sensor asks for keys that could not be exchanged without a person.
    case needsPairing(BluetoothAddress)
    /// Something did not go as it should; nothing has to be done about it.
    case remark(String)
}

/// Whether the machine can reach sensors at all.
public enum HostState: Equatable, Sendable {
    /// Not known yet.
    case starting
    /// There is no message bus.
    case noBus
    /// bluetoothd does not run, or may not be asked.
    case noService(LinkTrouble)
    /// No adapter, or not the chosen one.
    case noAdapter
    /// The adapter's radio is off and does not go on.
    case adapterOff(String)
    /// All is well with this adapter.
    case ready(String)
}

/// What a connected sensor offers.
public struct SensorOffer: Equatable, Sendable {
    /// Whose it is, with name and services.
    public var device: RemoteDevice
    /// The services in the order of their handles.
    public var services: [RemoteService]
    /// The characteristics in the order of their handles.
    public var characteristics: [RemoteCharacteristic]
}

/// Where a value comes from.
public struct ValueOrigin: Sendable {
    /// The sensor.
    public var sensor: BluetoothAddress
    /// What the value is.
    public var characteristic: BluetoothUUID
    /// The handle of the value; 0 when bluetoothd does not tell.
    public var handle: UInt16
    /// How it came.
    public var kind: Kind
    /// When it was there, in microseconds of the monotonic clock.
    public var microseconds: Int64

    /// How a value comes.
    public enum Kind: Sendable {
        case notification, indication, read
    }
}

/// Takes what a live link brings, on the loop's thread.
public protocol LinkClient: AnyObject {
    /// A value came; `bytes` is valid during the call only.
    func received(_ bytes: Span<UInt8>, from origin: ValueOrigin)
    /// Something happened to the link.
    func happened(_ event: LinkEvent)
}

/// What was odd on a link, counted.
public struct LinkCounts: Equatable, Sendable {
    /// Values that came.
    public var values = 0
    /// Values that came twice, because another program on this machine listens too.
    public var duplicates = 0
    /// Values of no octets.
    public var emptyValues = 0
    /// Messages of bluetoothd that could not be read.
    public var unreadableMessages = 0
    /// How often bluetoothd went away.
    public var serviceLosses = 0
    /// How often links were lost.
    public var drops = 0
    /// How often a link was ended because nothing came over it.
    public var silences = 0

    /// Nothing has happened yet.
    public init() {}
}
