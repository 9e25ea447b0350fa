import EventLoop
import SensorCodec
import SystemBus
import UnixIO

/// The bus, bluetoothd on it, and the cache of what it tells.
extension BlueZLink {
    func openBus() {
        do {
            let bus = try BusConnection(address: configuration.busAddress, on: loop)
            self.bus = bus
            bus.onClosed = { [weak self] in self?.busClosed() }
            try listen(on: bus)
            try serveProfile(on: bus)
            fetchObjects()
        } catch {
            remark("no message bus: \(error.name) \(error.message)")
            bus = nil
            setHost(.noBus)
            tryAgainLater { $0.openBus() }
        }
    }

    private func busClosed() {
        bus = nil
        forgetEverything()
        setHost(.noBus)
        tryAgainLater { $0.openBus() }
    }

    /// Waits for 1, 2, 4, 8, 15 s.
    private func tryAgainLater(_ what: @escaping (BlueZLink) -> Void) {
        let wait = min(timing.firstWait << Int64(min(openingFailures, 4)), timing.longestWait)
        openingFailures += 1
        loop.schedule(atMicroseconds: MonotonicClock.nowMicroseconds + wait) { [weak self] in
            if let self, !self.isClosing { what(self) }
        }
    }

    // MARK: - Listening

    private func listen(on bus: BusConnection) throws(BusError) {
        let rule = "type='signal',sender='\(BlueZName.service)',interface="
        try bus.listen(
            rule + "'\(BlueZName.properties)',member='PropertiesChanged',path_namespace='\(BlueZName.root)'"
        ) { [weak self] in self?.propertiesChanged($0) }
        try bus.listen(rule + "'\(BlueZName.objectManager)',member='InterfacesAdded'") { [weak self] message in
            self?.reading { link throws(BusError) in
                let path = try message.readString()
                let interfaces = try message.readInterfaces()
                link.added(path, interfaces)
            }
        }
        try bus.listen(rule + "'\(BlueZName.objectManager)',member='InterfacesRemoved'") { [weak self] message in
            self?.reading { link throws(BusError) in
                let path = try message.readString()
                link.removed(path, try message.readStrings())
            }
        }
        try bus.listen(
            "type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',"
                + "arg0='\(BlueZName.service)'"
        ) { [weak self] message in
            self?.reading { link throws(BusError) in
                try message.skip("ss")
                link.serviceChanged(isThere: try !message.readString().isEmpty)
            }
        }
    }

    /// Reads a message; one that cannot be read is counted.
    func reading(_ body: (BlueZLink) throws(BusError) -> Void) {
        do throws(BusError) {
            try body(self)
        } catch {
            counts.unreadableMessages += 1
        }
    }

    private func added(_ path: String, _ interfaces: [String: BusProperties]) {
        guard isCacheWhole else { return }
        let now = MonotonicClock.nowMicroseconds
        objects.add(path, interfaces, at: now)
        if interfaces[BlueZName.device] != nil { noteDevice(path, at: now) }
        setNeedsLook()
    }

    private func removed(_ path: String, _ interfaces: [String]) {
        guard isCacheWhole else { return }
        objects.remove(path, interfaces)
        if interfaces.contains(BlueZName.characteristic) { sources[path] = nil }
        setNeedsLook()
    }

    /// Properties other than values changed.
    func changed(_ path: String, _ interface: String, _ properties: BusProperties, lost: [String]) {
        guard isCacheWhole else { return }
        let now = MonotonicClock.nowMicroseconds
        // Though it may be on again before the next look, nothing is searched any more.
        if path == adapter?.path, properties["Powered"]?.bool == false { discovery = Discovery() }
        objects.change(path, interface, properties, lost: lost, at: now)
        if interface == BlueZName.device { noteDevice(path, at: now) }
        setNeedsLook()
    }

    private func noteDevice(_ path: String, at now: Int64) {
        guard isScanning, let device = objects.devices[path], device.lastSeen == now else { return }
        tell(.found(device))
    }

    // MARK: - The service

    private func serviceChanged(isThere: Bool) {
        if isCacheWhole { counts.serviceLosses += 1 }
        forgetEverything()
        // Without this the next call would start it again at once, and again when it falls over.
        if isThere { fetchObjects() } else { setHost(.noService(.noService)); tryAgainLater { $0.fetchObjects() } }
    }

    /// What bluetoothd told is worth nothing any more: it says nothing of the end of its objects when it ends itself.
    private func forgetEverything() {
        generation += 1
        isCacheWhole = false
        for sensor in sensors.values { sensor.endAcquired() }
        objects = BlueZObjects()
        sources = [:]
        discovery = Discovery()
        registeredAdapter = nil
        profileRetryAt = nil
        power = PowerAttempt()
        let lost = writes
        writes = []
        for write in lost { write.end(BusError(name: BusError.disconnected, message: "bluetoothd is gone")) }
        setNeedsLook()
    }

    private func fetchObjects() {
        guard let bus, !isCacheWhole else { return }
        generation += 1
        ask("/", BlueZName.objectManager, "GetManagedObjects", on: bus) {
            link,
            message,
            error throws(BusError) in
            if let error {
                link.setHost(.noService(LinkTrouble(error)))
                link.remark("bluetoothd does not answer: \(error.name) \(error.message)")
                return link.tryAgainLater { $0.fetchObjects() }
            }
            do throws(BusError) {
                try link.takeObjects(message)
            } catch {
                link.setHost(.noService(.unknown))
                link.tryAgainLater { $0.fetchObjects() }
                throw error
            }
        }
    }

    private func takeObjects(_ message: borrowing BusMessage) throws(BusError) {
        let now = MonotonicClock.nowMicroseconds
        var fresh = BlueZObjects()
        _ = try message.enter(.array, "{oa{sa{sv}}}")
        while try message.enter(.entry, "oa{sa{sv}}") {
            let path = try message.readString()
            fresh.add(path, try message.readInterfaces(), at: now)
            try message.leave()
        }
        try message.leave()
        // What was advertised some time ago tells nothing of who is in reach now.
        fresh.forgetSightings()
        objects = fresh
        isCacheWhole = true
        openingFailures = 0
        setNeedsLook()
    }

    // MARK: - Calls

    /// Calls a method of bluetoothd's that takes no arguments; the same holds as for
    /// ``call(_:_:_:deadlineMicroseconds:on:arguments:answer:)``.
    func ask(
        _ path: String,
        _ interface: String,
        _ member: String,
        deadlineMicroseconds: Int64? = nil,
        on bus: BusConnection,
        answer: @escaping (BlueZLink, borrowing BusMessage, BusError?) throws(BusError) -> Void
    ) {
        call(
            path,
            interface,
            member,
            deadlineMicroseconds: deadlineMicroseconds,
            on: bus,
            arguments: { _ in },
            answer: answer
        )
    }

    /// Calls a method of bluetoothd's; `answer` is called once, later, with the reply or with why there is none. An answer that comes when bluetoothd, or the bus, is another one is dropped.
    func call(
        _ path: String,
        _ interface: String,
        _ member: String,
        deadlineMicroseconds: Int64? = nil,
        on bus: BusConnection,
        arguments: (borrowing BusMessage) throws(BusError) -> Void,
        answer: @escaping (BlueZLink, borrowing BusMessage, BusError?) throws(BusError) -> Void = { _, _, _ in }
    ) {
        let asked = generation
        let take = { [weak self] (message: borrowing BusMessage, error: BusError?) in
            guard let self, self.generation == asked else { return }
            do throws(BusError) {
                try answer(self, message, error)
            } catch {
                self.counts.unreadableMessages += 1
            }
            self.setNeedsLook()
        }
        do throws(BusError) {
            try bus.call(
                BlueZName.service,
                path,
                interface,
                member,
                deadlineMicroseconds: UInt64(max(1, deadlineMicroseconds ?? timing.answer)),
                arguments: arguments,
                answer: take
            )
        } catch {
            // Mostly the bus is going away. Whoever waits for the answer is told all the same.
            remark("cannot call \(member): \(error.name)")
            loop.schedule(atMicroseconds: 0) {
                if let nothing = try? bus.emptyMessage() { take(nothing, error) }
            }
        }
    }
}
