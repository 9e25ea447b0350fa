public import SystemBus
import UnixIO

/// What befalls it.
extension FakeBlueZ {
    /// Ends it without a word; the links stay up.
    public func crash() {
        guard let bus else { return }
        self.bus = nil
        life += 1
        devices = [:]
        for adapter in adapters.values {
            adapter.discoverers = []
            adapter.profiles = [:]
        }
        bus.onClosed = nil
        bus.close()
    }

    /// Ends it as systemd does: it ends the links first.
    public func stop() {
        for device in devices.values { endLink(of: device) }
        crash()
    }

    /// The link to a sensor is lost; it may be off from now on.
    public func drop(_ sensor: FakeSensor, goesOff: Bool = false) {
        if goesOff { sensor.isOn = false }
        guard sensor.linkedTo != nil else { return }
        sensor.linkedTo = nil
        for device in devices.values where device.sensor === sensor { endLink(of: device) }
    }

    /// The radio of an adapter goes on or off.
    public func setPowered(_ isPowered: Bool, adapter number: Int = 0) {
        if let adapter = adapters["/org/bluez/hci\(number)"] { setPowered(isPowered, of: adapter) }
    }

    func setPowered(_ isPowered: Bool, of adapter: FakeAdapter) {
        if adapter.isPowered == isPowered { return }
        if !isPowered {
            for device in devices.values where device.adapter === adapter {
                endLink(of: device)
                // A call that waits is never answered.
                device.attempt = nil
                device.isEstablishing = false
            }
            adapter.discoverers = []
        }
        adapter.isPowered = isPowered
        changed(
            adapter.path,
            "org.bluez.Adapter1",
            isPowered ? ["Powered": .bool(true)] : ["Powered": .bool(false), "Discovering": .bool(false)]
        )
    }

    /// An adapter is blocked, as by a key of the machine, or free again.
    public func block(_ isBlocked: Bool, adapter number: Int = 0) {
        guard let adapter = adapters["/org/bluez/hci\(number)"] else { return }
        adapter.isBlocked = isBlocked
        setPowered(!isBlocked, of: adapter)
    }

    /// Takes an adapter out.
    public func unplug(adapter number: Int = 0) {
        guard let adapter = adapters["/org/bluez/hci\(number)"] else { return }
        setPowered(false, of: adapter)
        for device in devices.values where device.adapter === adapter {
            let kept = stored[device.path]
            remove(device)
            stored[device.path] = kept
        }
        adapter.profiles = [:]
        adapters[adapter.path] = nil
        removed(adapter.path, ["org.bluez.Adapter1"])
    }

    /// Puts an adapter in; what is remembered of devices comes with it.
    public func plug(adapter number: Int = 0) {
        let adapter = FakeAdapter(number)
        guard adapters[adapter.path] == nil else { return }
        adapter.isPowered = false
        adapters[adapter.path] = adapter
        added(adapter.path, ["org.bluez.Adapter1": adapter.properties])
        recall(adapter)
        for device in devices.values where device.adapter === adapter {
            added(device.path, ["org.bluez.Device1": device.properties])
        }
        setPowered(true, of: adapter)
    }

    /// The services of a connected sensor are taken back, and told anew after a while.
    public func tellServicesAnew(_ sensor: FakeSensor) {
        for device in devices.values where device.sensor === sensor && device.isConnected {
            device.isResolved = false
            changed(device.path, "org.bluez.Device1", ["ServicesResolved": .bool(false)])
            takeAttributesBack(device)
            after(500) { fake in if device.isConnected { fake.tellAttributes(device) } }
        }
    }

    /// Another program ends the subscriptions to a sensor through descriptors.
    public func closeDescriptors(_ sensor: FakeSensor) {
        for device in devices.values where device.sensor === sensor { device.acquired = [:] }
    }

    /// True when a sensor is linked, and bluetoothd knows it.
    public func isConnected(_ sensor: FakeSensor) -> Bool {
        devices.values.contains { $0.sensor === sensor && $0.isConnected }
    }

    /// True while a profile is registered.
    public var hasProfile: Bool { adapters.values.contains { !$0.profiles.isEmpty } }

    /// True while a program searches.
    public var isDiscovering: Bool { adapters.values.contains(where: \.isDiscovering) }

    /// Tells anything at all.
    public func emit(
        _ path: String,
        _ interface: String,
        _ member: String,
        _ contents: (borrowing BusMessage) throws(BusError) -> Void
    ) {
        try? bus?.emit(path, interface, member, contents)
    }
}

extension FakeBlueZ {
    /// What programs that died had subscribed to is forgotten; the links stay.
    public func forgetListeners() {
        for device in devices.values { device.listeners = [:] }
    }
}
