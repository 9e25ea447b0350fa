import EventLoop
import SensorCodec
import SystemBus
import UnixIO

/// The next attempt to switch an adapter on.
struct PowerAttempt {
    var nextMoment: Int64?
    var failureCount = 0
}

/// The adapter: that it is on, and that bluetoothd knows what is wanted of it.
extension BlueZLink {
    func setHost(_ state: HostState) {
        if host == state { return }
        host = state
        tell(.host(state))
    }

    func lookAtHost(at now: Int64) {
        guard isCacheWhole, let bus else { return }
        guard let adapter else {
            power = PowerAttempt()
            registeredAdapter = nil
            return setHost(.noAdapter)
        }
        if adapter.isPowered {
            power = PowerAttempt()
            setHost(.ready(adapter.name))
            if let moment = profileRetryAt, now < moment { return }
            // Who only looks around has nothing connected for it.
            if registeredAdapter != adapter.path, !sensors.isEmpty { registerProfile(adapter.path, on: bus) }
        } else {
            switchOn(adapter, on: bus, at: now)
        }
    }

    /// bluetoothd switches adapters on by itself; this is for those that somebody switched off.
    private func switchOn(_ adapter: LocalAdapter, on bus: BusConnection, at now: Int64) {
        registeredAdapter = nil
        profileRetryAt = nil
        discovery = Discovery()
        if power.failureCount > 0 { setHost(.adapterOff(adapter.name)) }
        if let moment = power.nextMoment, now < moment { return }
        // A blocked adapter refuses; it is asked again now and then, for bluetoothd may not tell of its end.
        power.nextMoment = now + timing.firstWait * (power.failureCount == 0 ? 1 : 5)
        power.failureCount += 1
        set(adapter.path, BlueZName.adapter, "Powered", .bool(true), on: bus) { link, error in
            if let error { link.remark("\(adapter.name) does not go on: \(error.name) \(error.message)") }
        }
    }

    /// Sets a property.
    func set(
        _ path: String,
        _ interface: String,
        _ name: String,
        _ value: BusValue,
        on bus: BusConnection,
        answer: @escaping (BlueZLink, BusError?) -> Void = { _, _ in }
    ) {
        call(path, BlueZName.properties, "Set", on: bus) { message throws(BusError) in
            try message.append(interface)
            try message.append(name)
            try message.append(variant: value)
        } answer: { link, _, error in
            answer(link, error)
        }
    }

    // MARK: - The profile

    /// Where this program's own objects lie.
    private static let ownRoot = "/steady"
    private static let ownProfile = "/steady/profile"
    /// What trusted devices are connected again for.
    private static let profileServices = [
        "0000180d-0000-1000-8000-00805f9b34fb", "00001826-0000-1000-8000-00805f9b34fb",
        "00001814-0000-1000-8000-00805f9b34fb",
    ]

    /// Answers what bluetoothd asks of this program's objects.
    func serveProfile(on bus: BusConnection) throws(BusError) {
        try bus.serve(Self.ownRoot) { [weak bus] call in
            guard let bus else { return false }
            do throws(BusError) {
                switch (call.interface, call.member) {
                case (BlueZName.objectManager, "GetManagedObjects"):
                    try bus.reply(to: call) { reply throws(BusError) in try Self.appendOwnObjects(to: reply) }
                case (BlueZName.gattProfile, "Release"): try bus.reply(to: call)
                default: return false
                }
            } catch { return false }
            return true
        }
    }

    private static func appendOwnObjects(to reply: borrowing BusMessage) throws(BusError) {
        try reply.append(.array, "{oa{sa{sv}}}") { () throws(BusError) in
            try reply.append(.entry, "oa{sa{sv}}") { () throws(BusError) in
                try reply.append(path: ownProfile)
                try reply.append(.array, "{sa{sv}}") { () throws(BusError) in
                    try reply.append(.entry, "sa{sv}") { () throws(BusError) in
                        try reply.append(BlueZName.gattProfile)
                        try reply.append(properties: ["UUIDs": .strings(profileServices)])
                    }
                }
            }
        }
    }

    /// Has bluetoothd connect trusted sensors again by itself, for as long as this program is on the bus.
    private func registerProfile(_ adapter: String, on bus: BusConnection) {
        registeredAdapter = adapter
        profileRetryAt = nil
        call(adapter, BlueZName.gattManager, "RegisterApplication", on: bus) { message throws(BusError) in
            try message.append(path: Self.ownRoot)
            try message.append(properties: [:])
        } answer: { link, _, error in
            guard let error, error.name != "org.bluez.Error.AlreadyExists" else { return }
            link.remark("bluetoothd does not connect by itself: \(error.name) \(error.message)")
            // It works without, only not as well.
            link.registeredAdapter = nil
            link.profileRetryAt = MonotonicClock.nowMicroseconds + 2 * link.timing.longestWait
        }
    }

    /// Takes profile and trust back, for otherwise bluetoothd would connect them again within seconds, and ends the links.
    /// A device that keys were exchanged with is somebody's own, and stays trusted.
    func letGo(of devices: [RemoteDevice], on bus: BusConnection, _ done: @escaping () -> Void) {
        var open = devices.count + (registeredAdapter == nil ? 0 : 1)
        var isDone = false
        let finish = {
            if isDone { return }
            isDone = true
            done()
        }
        let oneLess = {
            open -= 1
            if open <= 0 { finish() }
        }
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + timing.leave, finish)
        let disconnect = { (link: BlueZLink) in
            for device in devices {
                if device.isTrusted, !device.isPaired {
                    link.set(device.path, BlueZName.device, "Trusted", .bool(false), on: bus)
                }
                link.ask(device.path, BlueZName.device, "Disconnect", on: bus) { _, _, _ in oneLess() }
            }
        }
        if open == 0 { return finish() }
        guard let registeredAdapter else { return disconnect(self) }
        call(registeredAdapter, BlueZName.gattManager, "UnregisterApplication", on: bus) { message throws(BusError) in
            try message.append(path: Self.ownRoot)
        } answer: { link, _, _ in
            oneLess()
            disconnect(link)
        }
    }
}
