public import SensorCodec
import SystemBus

/// An adapter of this machine, as bluetoothd tells of it.
public struct LocalAdapter: Equatable, Sendable {
    /// Its path, such as `/org/bluez/hci0`.
    public let path: String
    /// Its address; what it is remembered by, for the numbers in names change.
    public internal(set) var address: BluetoothAddress?
    /// True when its radio is on.
    public internal(set) var isPowered = false
    /// True while it looks for devices, for us or for others.
    public internal(set) var isDiscovering = false

    init(path: String) { self.path = path }

    /// Its name in the kernel, such as `hci0`.
    public var name: String { String(path.split(separator: "/").last ?? "") }

    mutating func apply(_ properties: BusProperties) {
        if let text = properties["Address"]?.string { address = BluetoothAddress(text) }
        if let value = properties["Powered"]?.bool { isPowered = value }
        if let value = properties["Discovering"]?.bool { isDiscovering = value }
    }
}
