public import SensorCodec
public import SystemBus

/// Everything that bluetoothd has told of: adapters, devices, services, characteristics.
///
/// Pure: fed with what the bus says, asked by path. Every property may be missing, and names are the air's: cleaned
/// here, before anything else sees them.
public struct BlueZObjects {
    /// Adapters by path.
    public private(set) var adapters: [String: LocalAdapter] = [:]
    /// Devices by path.
    public private(set) var devices: [String: RemoteDevice] = [:]
    /// Services by path.
    public private(set) var services: [String: RemoteService] = [:]
    /// Characteristics by path.
    public private(set) var characteristics: [String: RemoteCharacteristic] = [:]
    /// Objects of devices beyond what any neighbourhood has; they are not kept.
    public private(set) var passedOverCount = 0

    private static let adapterCapacity = 64
    private static let deviceCapacity = 1024
    private static let attributeCapacity = 8192

    /// Nothing has been told yet.
    public init() {}

    /// An object has interfaces that it did not have; `now` in microseconds.
    public mutating func add(_ path: String, _ interfaces: [String: BusProperties], at now: Int64) {
        if let properties = interfaces[BlueZName.adapter] {
            guard adapters[path] != nil || adapters.count < Self.adapterCapacity else { return passedOverCount += 1 }
            adapters[path, default: LocalAdapter(path: path)].apply(properties)
        }
        if let properties = interfaces[BlueZName.device], let place = DevicePath(path) {
            if devices[path] == nil, devices.count >= Self.deviceCapacity { makeRoom() }
            devices[path, default: RemoteDevice(place)].apply(properties, at: now)
        }
        if let properties = interfaces[BlueZName.battery] { devices[path]?.applyBattery(properties) }
        if let properties = interfaces[BlueZName.gattService], let place = DevicePath(of: path) {
            guard services[path] != nil || services.count < Self.attributeCapacity else { return passedOverCount += 1 }
            services[path] = RemoteService(path: path, device: place.path, properties)
        }
        if let properties = interfaces[BlueZName.characteristic], let place = DevicePath(of: path) {
            guard characteristics[path] != nil || characteristics.count < Self.attributeCapacity else {
                return passedOverCount += 1
            }
            characteristics[path] = RemoteCharacteristic(path: path, device: place.path, properties)
        }
    }

    /// An object has lost interfaces.
    public mutating func remove(_ path: String, _ interfaces: [String]) {
        for interface in interfaces {
            switch interface {
            case BlueZName.adapter: adapters[path] = nil
            case BlueZName.device: forget([path])
            case BlueZName.battery: devices[path]?.batteryPercent = nil
            case BlueZName.gattService: services[path] = nil
            case BlueZName.characteristic: characteristics[path] = nil
            default: break
            }
        }
    }

    /// A crowd must not hide the sensor that has just come: those that were not heard for longest are forgotten, many at
    /// once, for that takes a while.
    private mutating func makeRoom() {
        let strangers = devices.values.filter { !$0.isConnected && !$0.isTrusted && !$0.isPaired }
        let oldest = (strangers.isEmpty ? Array(devices.values) : strangers)
            .sorted { ($0.lastSeen ?? .min) < ($1.lastSeen ?? .min) }
            .prefix(Self.deviceCapacity / 8)
        passedOverCount += oldest.count
        forget(Set(oldest.map(\.path)))
    }

    private mutating func forget(_ paths: Set<String>) {
        for path in paths { devices[path] = nil }
        services = services.filter { !paths.contains($0.value.device) }
        characteristics = characteristics.filter { !paths.contains($0.value.device) }
    }

    /// Properties of an object changed; those in `lost` are no more. `now` in microseconds.
    public mutating func change(
        _ path: String,
        _ interface: String,
        _ properties: BusProperties,
        lost: [String],
        at now: Int64
    ) {
        switch interface {
        case BlueZName.adapter: adapters[path]?.apply(properties)
        case BlueZName.device:
            devices[path]?.apply(properties, at: now)
            if lost.contains("RSSI") { devices[path]?.rssiDBm = nil }
        case BlueZName.battery: devices[path]?.applyBattery(properties)
        default: break
        }
    }

    /// Forgets when devices were heard.
    mutating func forgetSightings() {
        for path in devices.keys { devices[path]?.lastSeen = nil }
    }

    /// The device of an address on an adapter.
    public func device(_ address: BluetoothAddress, on adapter: String) -> RemoteDevice? {
        devices[DevicePath(adapter: adapter, address).path]
    }

    /// The characteristics of a device, in the order of their handles.
    public func characteristics(of device: RemoteDevice) -> [RemoteCharacteristic] {
        characteristics.values.filter { $0.device == device.path }.sorted { $0.path < $1.path }
    }

    /// The services of a device, in the order of their handles.
    public func services(of device: RemoteDevice) -> [RemoteService] {
        services.values.filter { $0.device == device.path }.sorted { $0.path < $1.path }
    }
}

/// The path of a device: `/org/bluez/hci0/dev_AA_BB_CC_DD_EE_FF`.
struct DevicePath: Equatable {
    var path: String
    var adapter: String
    var address: BluetoothAddress

    init(adapter: String, _ address: BluetoothAddress) {
        self.adapter = adapter
        self.address = address
        path = adapter + "/dev_" + address.description.replacing(":", with: "_")
    }

    /// A path that is a device's.
    init?(_ path: String) {
        guard let place = DevicePath(of: path), place.path == path else { return nil }
        self = place
    }

    /// The device that an object belongs to, by the object's path.
    init?(of path: String) {
        let parts = path.split(separator: "/", maxSplits: 4)
        guard parts.count >= 4, parts[3].hasPrefix("dev_"),
            let address = BluetoothAddress(String(parts[3].dropFirst(4)).replacing("_", with: ":"))
        else { return nil }
        self.init(adapter: "/" + parts[0...2].joined(separator: "/"), address)
    }
}
