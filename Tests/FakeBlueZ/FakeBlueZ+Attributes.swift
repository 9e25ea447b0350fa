import SystemBus

/// Characteristics: reading, writing, listening.
extension FakeBlueZ {
    private static let interface = "org.bluez.GattCharacteristic1"

    func perform(
        _ call: HeldCall,
        _ member: String,
        on characteristic: FakeCharacteristic,
        of device: FakeDevice
    ) throws(BusError) -> Bool {
        switch member {
        case "StartNotify": try startNotify(call, characteristic, device)
        case "StopNotify":
            device.listeners[characteristic.uuid]?.remove(call.message.sender)
            device.acquired[characteristic.uuid] = nil
            reply(call)
        case "AcquireNotify": try acquire(call, characteristic, device)
        case "ReadValue":
            guard device.isConnected else { throw Self.failed("Not connected") }
            let value = characteristic.value
            after(60) { fake in
                try? fake.bus?.reply(to: call.message) { message throws(BusError) in
                    try message.append(bytes: value.span)
                }
            }
        case "WriteValue": try write(call, characteristic, device)
        default: return false
        }
        return true
    }

    private func startNotify(_ call: HeldCall, _ characteristic: FakeCharacteristic, _ device: FakeDevice)
        throws(BusError)
    {
        let sender = call.message.sender
        guard !Set(characteristic.flags).isDisjoint(with: ["notify", "indicate"]) else {
            throw Self.error("NotSupported", "Operation is not supported")
        }
        if device.acquired[characteristic.uuid] != nil { throw Self.error("NotPermitted", "Notify acquired") }
        if device.listeners[characteristic.uuid]?.contains(sender) ?? false {
            throw Self.error("InProgress", "Already notifying")
        }
        if device.sensor.needsPairing, !device.isPaired { throw Self.error("NotPermitted", "Not paired") }
        after(100) { fake in
            device.listeners[characteristic.uuid, default: []].insert(sender)
            fake.changed(device.path(of: characteristic), Self.interface, ["Notifying": .bool(true)])
            fake.reply(call)
        }
    }

    private func acquire(_ call: HeldCall, _ characteristic: FakeCharacteristic, _ device: FakeDevice) throws(BusError)
    {
        guard characteristic.flags.contains("notify") else {
            throw Self.error("NotSupported", "Operation is not supported")
        }
        if device.acquired[characteristic.uuid] != nil { throw Self.error("NotPermitted", "Notify acquired") }
        if !(device.listeners[characteristic.uuid] ?? []).isEmpty { throw Self.error("InProgress", "In Progress") }
        guard device.isResolved else { throw Self.failed("Not connected") }
        after(100) { fake in
            guard device.isConnected else { return }
            let near = try? Descriptor { far in
                try? fake.bus?.reply(to: call.message) { message throws(BusError) in
                    try message.append(far)
                    try message.append(UInt16(517))
                }
            }
            if let near { device.acquired[characteristic.uuid] = Acquired(near) }
        }
    }

    private func write(_ call: HeldCall, _ characteristic: FakeCharacteristic, _ device: FakeDevice) throws(BusError) {
        let bytes = try call.message.withBytes { bytes in bytes.indices.map { bytes[$0] } }
        let kind = try call.message.readProperties()["type"]?.string
        guard device.isConnected else { throw Self.failed("Not connected") }
        guard kind == "request" else { throw Self.failed("Operation failed with ATT error: 0x03") }
        if characteristic.flags.contains("indicate"), (device.listeners[characteristic.uuid] ?? []).isEmpty {
            throw Self.failed("Operation failed with ATT error: 0xfd")
        }
        after(200) { fake in
            characteristic.written.append(bytes)
            fake.reply(call)
            if let response = characteristic.respond?(bytes) {
                fake.send(response, from: device.sensor, characteristic.uuid)
            }
        }
    }

    /// A sensor sends a value over its link; bluetoothd tells those who listen.
    public func send(_ bytes: [UInt8], from sensor: FakeSensor, _ uuid: UInt16) {
        guard bus != nil, let adapter = sensor.linkedTo,
            let device = devices.values.first(where: { $0.sensor === sensor && $0.adapter.path == adapter }),
            device.isResolved, !device.isZombie,
            let characteristic = sensor.characteristics.first(where: { $0.uuid == uuid })
        else { return }
        if let acquired = device.acquired[uuid] { _ = acquired.near.send(bytes) }
        guard !(device.listeners[uuid] ?? []).isEmpty else { return }
        for _ in 0..<listenerCount {
            changed(device.path(of: characteristic), Self.interface, ["Value": .bytes(bytes)])
        }
    }
}
