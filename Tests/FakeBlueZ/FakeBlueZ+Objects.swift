import SystemBus
import UnixIO

/// What it tells of its objects.
extension FakeBlueZ {
    func changed(_ path: String, _ interface: String, _ properties: BusProperties, lost: [String] = []) {
        try? bus?.emit(path, "org.freedesktop.DBus.Properties", "PropertiesChanged") { message throws(BusError) in
            try message.append(interface)
            try message.append(properties: properties)
            try message.append(strings: lost)
        }
    }

    func added(_ path: String, _ interfaces: [String: BusProperties]) {
        try? bus?.emit("/", "org.freedesktop.DBus.ObjectManager", "InterfacesAdded") { message throws(BusError) in
            try message.append(path: path)
            try message.append(interfaces: interfaces)
        }
    }

    func removed(_ path: String, _ interfaces: [String]) {
        try? bus?.emit("/", "org.freedesktop.DBus.ObjectManager", "InterfacesRemoved") { message throws(BusError) in
            try message.append(path: path)
            try message.append(strings: interfaces)
        }
    }

    /// Everything, as GetManagedObjects tells it.
    var managedObjects: [(path: String, interfaces: [String: BusProperties])] {
        var list: [(path: String, interfaces: [String: BusProperties])] = []
        for adapter in adapters.values { list.append((adapter.path, ["org.bluez.Adapter1": adapter.properties])) }
        for device in devices.values {
            var interfaces = ["org.bluez.Device1": device.properties]
            if device.isResolved { interfaces["org.bluez.Battery1"] = battery(of: device) }
            list.append((device.path, interfaces))
            if device.hasAttributes { list += device.attributes }
        }
        return list
    }

    func battery(of device: FakeDevice) -> BusProperties? {
        device.sensor.batteryPercent.map { ["Percentage": .integer(Int64($0))] }
    }

    /// Forgets a device with all that belongs to it.
    func remove(_ device: FakeDevice) {
        if device.isConnected { endLink(of: device) }
        device.attempt = nil
        takeAttributesBack(device)
        removed(device.path, ["org.bluez.Device1"])
        devices[device.path] = nil
        stored[device.path] = nil
    }

    func takeAttributesBack(_ device: FakeDevice) {
        guard device.hasAttributes else { return }
        device.hasAttributes = false
        device.acquired = [:]
        device.listeners = [:]
        for attribute in device.attributes.reversed() { removed(attribute.path, Array(attribute.interfaces.keys)) }
    }

    func store(_ device: FakeDevice) {
        let isKept = device.isTrusted || device.isPaired
        stored[device.path] = isKept ? (device.isTrusted, device.isPaired) : nil
    }
}
