import SystemBus

/// The calls it answers.
extension FakeBlueZ {
    static func failed(_ text: String) -> BusError { BusError(name: "org.bluez.Error.Failed", message: text) }
    static func error(_ name: String, _ text: String) -> BusError {
        BusError(name: "org.bluez.Error." + name, message: text)
    }

    func answer(_ call: borrowing BusMessage) -> Bool {
        let member = call.member
        let path = call.path
        if call.interface == "org.freedesktop.DBus.Peer" { return false }
        record.calls.append("\(member) \(path)")
        let held = HeldCall(call)
        switch interfere(member, path) {
        case .silence: return true
        case .error(let name, let text):
            reply(held, BusError(name: name, message: text))
            return true
        case nil: break
        }
        do throws(BusError) {
            return try perform(held, member, path)
        } catch {
            reply(held, error)
            return true
        }
    }

    func reply(_ call: HeldCall, _ error: BusError? = nil) {
        guard let bus else { return }
        if let error { try? bus.reply(to: call.message, error) } else { try? bus.reply(to: call.message) }
    }

    private func perform(_ call: HeldCall, _ member: String, _ path: String) throws(BusError) -> Bool {
        if member == "GetManagedObjects" {
            try replyWithObjects(call)
        } else if let adapter = adapters[path] {
            return try perform(call, member, on: adapter)
        } else if let device = devices[path] {
            return try perform(call, member, on: device)
        } else if let device = devices.values.first(where: { path.hasPrefix($0.path + "/") }), device.hasAttributes,
            let characteristic = device.sensor.characteristics.first(where: { device.path(of: $0) == path })
        {
            return try perform(call, member, on: characteristic, of: device)
        } else {
            throw BusError(name: "org.freedesktop.DBus.Error.UnknownObject", message: "'\(path)' doesn't exist")
        }
        return true
    }

    private func replyWithObjects(_ call: HeldCall) throws(BusError) {
        let objects = managedObjects
        try bus?.reply(to: call.message) { message throws(BusError) in
            try message.append(.array, "{oa{sa{sv}}}") { () throws(BusError) in
                for object in objects {
                    try message.append(.entry, "oa{sa{sv}}") { () throws(BusError) in
                        try message.append(path: object.path)
                        try message.append(interfaces: object.interfaces)
                    }
                }
            }
        }
    }

    // MARK: - Adapters

    private func perform(_ call: HeldCall, _ member: String, on adapter: FakeAdapter) throws(BusError) -> Bool {
        let sender = call.message.sender
        switch member {
        case "Set": try setPower(call, adapter)
        case "SetDiscoveryFilter": reply(call)
        case "StartDiscovery":
            guard adapter.isPowered else { throw Self.error("NotReady", "Resource Not Ready") }
            guard !adapter.discoverers.contains(sender) else {
                throw Self.error("InProgress", "Operation already in progress")
            }
            if devices.values.contains(where: { $0.attempt != nil }) {
                record.violations.append("a search during an attempt to connect")
            }
            adapter.discoverers.insert(sender)
            reply(call)
            changed(adapter.path, "org.bluez.Adapter1", ["Discovering": .bool(true)])
        case "StopDiscovery":
            guard adapter.discoverers.contains(sender) else { throw Self.failed("No discovery started") }
            // The controller takes a moment to stop; an attempt in that moment is one during a search.
            after(150) { fake in
                fake.stopDiscovery(adapter, sender)
                fake.reply(call)
            }
        case "RemoveDevice":
            let path = try call.message.readString()
            guard let device = devices[path] else { throw Self.error("DoesNotExist", "Does Not Exist") }
            remove(device)
            reply(call)
        case "RegisterApplication": try register(call, on: adapter)
        case "UnregisterApplication":
            guard adapter.profiles.removeValue(forKey: sender) != nil else {
                throw Self.error("DoesNotExist", "Does Not Exist")
            }
            reply(call)
        default: return false
        }
        return true
    }

    func stopDiscovery(_ adapter: FakeAdapter, _ sender: String) {
        adapter.discoverers.remove(sender)
        if adapter.isDiscovering { return }
        for device in devices.values where device.adapter === adapter && device.rssiDBm != nil {
            device.rssiDBm = nil
            changed(device.path, "org.bluez.Device1", [:], lost: ["RSSI"])
        }
        changed(adapter.path, "org.bluez.Adapter1", ["Discovering": .bool(false)])
    }

    private func setPower(_ call: HeldCall, _ adapter: FakeAdapter) throws(BusError) {
        _ = try call.message.readString()
        let name = try call.message.readString()
        guard name == "Powered", let isOn = try call.message.readVariant().bool else {
            throw BusError(name: "org.freedesktop.DBus.Error.InvalidArgs", message: "")
        }
        if adapter.isBlocked { throw Self.failed("Failed") }
        after(200) { fake in
            fake.setPowered(isOn, of: adapter)
            fake.reply(call)
        }
    }

    /// Asks the program what it registers, before it is answered.
    private func register(_ call: HeldCall, on adapter: FakeAdapter) throws(BusError) {
        let sender = call.message.sender
        let root = try call.message.readString()
        if adapter.profiles[sender] != nil { throw Self.error("AlreadyExists", "Already Exists") }
        try bus?.call(sender, root, "org.freedesktop.DBus.ObjectManager", "GetManagedObjects") {
            [weak self] message, error in
            guard let self else { return }
            do throws(BusError) {
                if let error { throw error }
                adapter.profiles[sender] = try Self.profileServices(message)
                self.reply(call)
            } catch {
                self.reply(call, Self.failed("No object received"))
            }
        }
    }

    private static func profileServices(_ message: borrowing BusMessage) throws(BusError) -> [String] {
        var services: [String] = []
        _ = try message.enter(.array, "{oa{sa{sv}}}")
        while try message.enter(.entry, "oa{sa{sv}}") {
            _ = try message.readString()
            services += try message.readInterfaces()["org.bluez.GattProfile1"]?["UUIDs"]?.strings ?? []
            try message.leave()
        }
        try message.leave()
        if services.isEmpty { throw failed("No profile") }
        return services
    }
}
