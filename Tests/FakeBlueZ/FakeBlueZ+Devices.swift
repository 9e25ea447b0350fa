import SystemBus
import UnixIO

/// Links to devices: how they come and go.
extension FakeBlueZ {
    private static let interface = "org.bluez.Device1"

    func perform(_ call: HeldCall, _ member: String, on device: FakeDevice) throws(BusError) -> Bool {
        switch member {
        case "Connect": try connect(call, device)
        case "Disconnect": try disconnect(call, device)
        case "Pair": try pair(call, device)
        case "Set":
            _ = try call.message.readString()
            guard try call.message.readString() == "Trusted", let value = try call.message.readVariant().bool else {
                throw BusError(name: "org.freedesktop.DBus.Error.InvalidArgs", message: "")
            }
            device.isTrusted = value
            if value { record.trusted.insert(device.sensor.address) }
            store(device)
            reply(call)
            changed(device.path, Self.interface, ["Trusted": .bool(value)])
        default: return false
        }
        return true
    }

    private func connect(_ call: HeldCall, _ device: FakeDevice) throws(BusError) {
        if devices.values.contains(where: { $0.attempt != nil && $0 !== device }) {
            record.violations.append("two attempts to connect at once")
        }
        if device.adapter.discoverers.contains(call.message.sender) {
            record.violations.append("an attempt to connect during a search")
        }
        guard device.adapter.isPowered else { throw Self.failed("Input/output error") }
        if device.isConnected { return reply(call) }
        if device.attempt != nil { throw Self.failed("Operation already in progress") }
        device.attempt = call
        after(41_400) { fake in
            guard device.attempt === call else { return }
            fake.endAttempt(device, Self.failed("le-connection-abort-by-local"))
        }
    }

    private func endAttempt(_ device: FakeDevice, _ error: BusError? = nil) {
        guard let attempt = device.attempt else { return }
        device.attempt = nil
        device.lastActive = MonotonicClock.nowMicroseconds
        reply(attempt, error)
    }

    /// A sensor advertises.
    func heard(_ sensor: FakeSensor) {
        guard bus != nil else { return }
        let now = MonotonicClock.nowMicroseconds
        for adapter in adapters.values where adapter.isPowered {
            let path = FakeDevice.path(of: sensor, on: adapter)
            if adapter.isDiscovering { advertise(sensor, on: adapter, at: now) }
            guard let device = devices[path], !device.isConnected, !device.isEstablishing else { continue }
            let hasProfile = adapter.profiles.values.contains { services in
                !Set(services).isDisjoint(with: sensor.services.map(FakeDevice.uuid))
            }
            // Once awaited, a device stays so while it is trusted: also when the profile is gone.
            if hasProfile { device.isArmed = true }
            let isAwaited = device.isTrusted && device.isArmed
            guard device.attempt != nil || isAwaited else { continue }
            device.isEstablishing = true
            after(device.attempt != nil ? 1700 : 2000) { $0.establish(device) }
        }
    }

    private func advertise(_ sensor: FakeSensor, on adapter: FakeAdapter, at now: Int64) {
        let level = -50 - Int64(sensor.sentCount % 3)
        if let device = devices[FakeDevice.path(of: sensor, on: adapter)] {
            device.lastActive = now
            device.rssiDBm = level
            changed(device.path, Self.interface, ["RSSI": .integer(level)])
            return
        }
        let device = FakeDevice(sensor, on: adapter, at: now)
        device.rssiDBm = level
        devices[device.path] = device
        added(device.path, [Self.interface: device.properties])
    }

    private func establish(_ device: FakeDevice) {
        // It may have been taken back.
        guard device.isEstablishing else { return }
        device.isEstablishing = false
        let sensor = device.sensor
        guard devices[device.path] === device, device.adapter.isPowered, sensor.isOn, sensor.linkedTo == nil else {
            return
        }
        let outcome = sensor.outcomes.isEmpty ? sensor.lastingOutcome : sensor.outcomes.removeFirst()
        switch outcome {
        case .success: link(device, resolves: true)
        case .unresolved: link(device, resolves: false)
        case .abort: endAttempt(device, Self.failed("le-connection-abort-by-local"))
        case .successWithoutLink: endAttempt(device)
        case .error(let name, let text): endAttempt(device, BusError(name: name, message: text))
        case .dropsInSetup:
            let attempt = device.attempt
            device.attempt = nil
            link(device, resolves: false)
            after(300) { fake in
                fake.endLink(of: device)
                if let attempt { fake.reply(attempt, Self.failed("le-connection-abort-by-local")) }
            }
        }
    }

    private func link(_ device: FakeDevice, resolves: Bool) {
        device.sensor.linkedTo = device.adapter.path
        device.isConnected = true
        device.isZombie = false
        changed(device.path, Self.interface, ["Connected": .bool(true)])
        endAttempt(device)
        guard resolves else { return }
        after(device.hasAttributes ? 300 : 900) { fake in
            guard device.isConnected, !device.isDisconnecting else { return }
            fake.tellAttributes(device)
        }
    }

    /// The services are told, unless they are known already; then that they are all.
    func tellAttributes(_ device: FakeDevice) {
        if !device.hasAttributes {
            device.hasAttributes = true
            for attribute in device.attributes { added(attribute.path, attribute.interfaces) }
        }
        device.isResolved = true
        let services = device.sensor.services.map(FakeDevice.uuid)
        changed(device.path, Self.interface, ["ServicesResolved": .bool(true), "UUIDs": .strings(services)])
        if let battery = battery(of: device) { added(device.path, ["org.bluez.Battery1": battery]) }
    }

    /// There is no link any more, whoever ended it.
    func endLink(of device: FakeDevice) {
        guard device.isConnected else { return }
        device.sensor.linkedTo = nil
        device.isConnected = false
        device.isResolved = false
        device.isDisconnecting = false
        device.isZombie = false
        device.acquired = [:]
        device.lastActive = MonotonicClock.nowMicroseconds
        changed(device.path, Self.interface, ["Connected": .bool(false), "ServicesResolved": .bool(false)])
        if device.sensor.batteryPercent != nil { removed(device.path, ["org.bluez.Battery1"]) }
    }

    private func disconnect(_ call: HeldCall, _ device: FakeDevice) throws(BusError) {
        if device.attempt != nil {
            device.isEstablishing = false
            endAttempt(device, Self.failed("br-connection-canceled"))
            return reply(call)
        }
        guard device.isConnected else { throw Self.error("NotConnected", "Not Connected") }
        device.isDisconnecting = true
        after(2100) { fake in
            fake.endLink(of: device)
            fake.reply(call)
        }
    }

    private func pair(_ call: HeldCall, _ device: FakeDevice) throws(BusError) {
        guard device.isConnected else { throw Self.failed("Not connected") }
        after(800) { fake in
            if device.sensor.refusesPairing {
                return fake.reply(call, Self.error("AuthenticationFailed", "Authentication Failed"))
            }
            device.isPaired = true
            fake.store(device)
            fake.changed(device.path, Self.interface, ["Paired": .bool(true)])
            fake.reply(call)
        }
    }
}
