import SensorCodec
import SystemBus
import UnixIO

/// The sensors that are followed: what their supervisors are told, and what they ask for.
extension BlueZLink {
    /// What a sensor may be listened to for; one of the first three has to be there.
    private static let measurements: Set = [
        Characteristic.heartRateMeasurement, Characteristic.treadmillData, Characteristic.rscMeasurement,
    ]
    private static let companions: Set = [BluetoothUUID(0x2ADA), BluetoothUUID(0x2AD3)]

    private func subscriptions(of device: RemoteDevice) -> [RemoteCharacteristic] {
        objects.characteristics(of: device).filter { characteristic in
            guard let uuid = characteristic.uuid, characteristic.tellsValues else { return false }
            return Self.measurements.contains(uuid) || Self.companions.contains(uuid)
        }
    }

    private func isReady(_ device: RemoteDevice) -> Bool {
        device.isResolved
            && objects.characteristics.values.contains { characteristic in
                characteristic.device == device.path && characteristic.tellsValues
                    && characteristic.uuid.map(Self.measurements.contains) ?? false
            }
    }

    private func view(of address: BluetoothAddress) -> SensorView {
        guard isCacheWhole, let adapter, adapter.isPowered else { return SensorView() }
        guard let device = objects.device(address, on: adapter.path) else { return SensorView(isAdapterReady: true) }
        return SensorView(
            isAdapterReady: true,
            isKnown: true,
            isConnected: device.isConnected,
            isReady: isReady(device),
            isTrusted: device.isTrusted,
            isPaired: device.isPaired,
            lastSeen: device.lastSeen
        )
    }

    /// True when another program listens to it. A link to which nobody listens is left from a run that was cut short.
    private func isListenedTo(_ address: BluetoothAddress) -> Bool {
        guard let device = device(address) else { return false }
        return objects.characteristics.values.contains { $0.device == device.path && $0.wasNotifying }
    }

    func lookAtSensor(_ address: BluetoothAddress, at now: Int64) {
        guard let sensor = sensors[address] else { return }
        let view = view(of: address)
        if sensor.isFirstLook, view.isAdapterReady {
            sensor.isFirstLook = false
            sensor.isOthers = view.isConnected && isListenedTo(address)
        }
        sensor.supervisor.observe(view, at: now)
        sensor.supervisor.advance(to: now)
        tellNews(of: sensor, isConnected: view.isConnected)
        perform(sensor, at: now)
    }

    // MARK: - News

    private func tellNews(of sensor: LinkedSensor, isConnected: Bool) {
        if sensor.isToldConnected, !isConnected || sensor.supervisor.phase == .blocked {
            sensor.isToldConnected = false
            // The next link is our own.
            sensor.isOthers = false
            sensor.endAcquired()
            sensor.reading = ReadingQueue()
            counts.drops += 1
            tell(.disconnected(sensor.address))
        }
        counts.silences += sensor.supervisor.silenceCount - sensor.toldSilences
        sensor.toldSilences = sensor.supervisor.silenceCount
        if sensor.toldPhase != sensor.supervisor.phase {
            sensor.toldPhase = sensor.supervisor.phase
            tell(.phase(sensor.supervisor.phase, of: sensor.address))
        }
        if sensor.supervisor.isPairingRefused, !sensor.isToldPairing { tell(.needsPairing(sensor.address)) }
        sensor.isToldPairing = sensor.supervisor.isPairingRefused
        guard let device = device(sensor.address) else { return }
        if let name = device.name, name != sensor.toldName {
            sensor.toldName = name
            tell(.name(name, of: sensor.address))
        }
        if let percent = device.batteryPercent, percent != sensor.toldBattery {
            sensor.toldBattery = percent
            tell(.battery(percent, of: sensor.address))
        }
    }

    // MARK: - Requests

    private func perform(_ sensor: LinkedSensor, at now: Int64) {
        let requests = sensor.supervisor.requests
        sensor.supervisor.requests = []
        guard let bus, let device = device(sensor.address) else { return }
        for request in requests {
            switch request {
            case .connect: connect(sensor, device, on: bus)
            case .disconnect: disconnect(device, on: bus)
            case .trust: set(device.path, BlueZName.device, "Trusted", .bool(true), on: bus)
            case .subscribe: subscribe(sensor, device, on: bus)
            case .pair: pair(sensor, device, on: bus)
            case .remove: remove(device, on: bus)
            }
            setNeedsLook()
        }
    }

    private func disconnect(_ device: RemoteDevice, on bus: BusConnection) {
        ask(device.path, BlueZName.device, "Disconnect", on: bus) { link, _, error in
            if let error { link.remark("\(device.address): Disconnect: \(error.name) \(error.message)") }
        }
    }

    private func connect(_ sensor: LinkedSensor, _ device: RemoteDevice, on bus: BusConnection) {
        let phase = sensor.supervisor.phaseCount
        let deadline = timing.connect + timing.subscribe
        ask(device.path, BlueZName.device, "Connect", deadlineMicroseconds: deadline, on: bus) { link, _, error in
            if let error { link.remark("\(device.address): Connect: \(error.name) \(error.message)") }
            guard sensor.supervisor.phaseCount == phase else { return }
            sensor.supervisor.connectAnswered(error.map { LinkTrouble($0) }, at: MonotonicClock.nowMicroseconds)
        }
    }

    private func pair(_ sensor: LinkedSensor, _ device: RemoteDevice, on bus: BusConnection) {
        let phase = sensor.supervisor.phaseCount
        let deadline = timing.pair + timing.part
        ask(device.path, BlueZName.device, "Pair", deadlineMicroseconds: deadline, on: bus) { link, _, error in
            if let error { link.remark("\(device.address): Pair: \(error.name) \(error.message)") }
            guard sensor.supervisor.phaseCount == phase else { return }
            sensor.supervisor.pairAnswered(error.map { LinkTrouble($0) }, at: MonotonicClock.nowMicroseconds)
        }
    }

    private func remove(_ device: RemoteDevice, on bus: BusConnection) {
        call(device.adapter, BlueZName.adapter, "RemoveDevice", on: bus) { message throws(BusError) in
            try message.append(path: device.path)
        }
    }

    /// Listens to all that the sensor tells, then says so; what cannot be listened to does no harm but to itself.
    private func subscribe(_ sensor: LinkedSensor, _ device: RemoteDevice, on bus: BusConnection) {
        let wanted = subscriptions(of: device)
        for characteristic in wanted { register(characteristic, of: sensor) }
        tellConnected(sensor)
        var open = wanted.count
        var worst: LinkTrouble?
        let phase = sensor.supervisor.phaseCount
        for characteristic in wanted {
            listen(to: characteristic, of: sensor, on: bus) { link, trouble in
                open -= 1
                // Its measurements are what a sensor is for.
                if let trouble, trouble != .underway, Self.measurements.contains(characteristic.uuid!) || worst == nil {
                    if trouble == .needsPairing || Self.measurements.contains(characteristic.uuid!) { worst = trouble }
                }
                guard open == 0, sensor.supervisor.phaseCount == phase else { return }
                sensor.supervisor.subscribeAnswered(worst, at: MonotonicClock.nowMicroseconds)
                if worst == nil { link.beginReading(sensor) }
                link.setNeedsLook()
            }
        }
    }

    private func register(_ characteristic: RemoteCharacteristic, of sensor: LinkedSensor) {
        guard let uuid = characteristic.uuid else { return }
        sources[characteristic.path] = ValueSource(
            sensor: sensor,
            characteristic: uuid,
            handle: characteristic.valueHandle ?? 0,
            isIndication: !characteristic.flags.contains("notify")
        )
    }

    /// Tells once for each link what the sensor offers, before its first value.
    func tellConnected(_ sensor: LinkedSensor) {
        guard !sensor.isToldConnected, let device = device(sensor.address) else { return }
        sensor.isToldConnected = true
        let offer = SensorOffer(
            device: device,
            services: objects.services(of: device),
            characteristics: objects.characteristics(of: device)
        )
        tell(.connected(offer))
    }

    private func listen(
        to characteristic: RemoteCharacteristic,
        of sensor: LinkedSensor,
        on bus: BusConnection,
        _ answer: @escaping (BlueZLink, LinkTrouble?) -> Void
    ) {
        if configuration.acquiresNotifications, characteristic.flags.contains("notify") {
            return acquire(characteristic, of: sensor, on: bus, answer)
        }
        startNotify(characteristic, on: bus, answer)
    }

    func startNotify(
        _ characteristic: RemoteCharacteristic,
        on bus: BusConnection,
        _ answer: @escaping (BlueZLink, LinkTrouble?) -> Void
    ) {
        ask(characteristic.path, BlueZName.characteristic, "StartNotify", on: bus) { link, _, error in
            if let error { link.remark("\(characteristic.path): StartNotify: \(error.name) \(error.message)") }
            answer(link, error.map { LinkTrouble($0) })
        }
    }
}
