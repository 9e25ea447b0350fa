public import SensorCodec

/// A sensor that the runner uses.
public struct RememberedSensor: Equatable, Sendable {
    /// Its address.
    public var address: BluetoothAddress
    /// What it is used for.
    public var kind: SensorKind
    /// What it called itself when it was met, or what the runner calls it.
    public var name: String?

    /// A sensor to be remembered.
    public init(address: BluetoothAddress, kind: SensorKind, name: String?) {
        self.address = address
        self.kind = kind
        self.name = name
    }
}
