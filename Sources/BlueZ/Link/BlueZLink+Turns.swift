import SensorCodec
import SystemBus
import UnixIO

/// The search for devices, as bluetoothd does it for this program.
struct Discovery {
    enum State { case off, starting, on, stopping }
    var state = State.off
    var hasFilter = false
    /// No attempt before this moment, in microseconds.
    var retryAt: Int64 = 0
    /// Since when it is on, but the adapter says that it searches nothing.
    var quietSince: Int64?
    /// How long that may last.
    var patience: Int64 = 0

    /// When something may have to be done about it.
    func nextMoment(after now: Int64) -> Int64? {
        if state == .off { return retryAt > now ? retryAt : nil }
        return quietSince.map { max($0 + patience, now + 1000) }
    }
}

/// Whose turn it is on the air: one attempt to connect at a time, and no search while one is under way.
extension BlueZLink {
    func arrangeTurns(at now: Int64) {
        guard isCacheWhole, let bus, let adapter, adapter.isPowered else { return }
        let waiting = order.filter { sensors[$0]?.supervisor.wantsTurn(at: now) ?? false }
        let isConnecting = sensors.values.contains { $0.supervisor.isConnecting }
        if !waiting.isEmpty, isConnecting {
            for sensor in sensors.values { sensor.supervisor.yieldTurn(at: now) }
        }
        let wantsSearch = isScanning || sensors.values.contains { $0.supervisor.wantsSearch(at: now) }
        let isFree = waiting.isEmpty && !isConnecting
        watchSearch(adapter, at: now)
        if wantsSearch && isFree { search(adapter, on: bus, at: now) } else { stopSearching(adapter, on: bus, at: now) }
        if !isConnecting, discovery.state == .off, let next = waiting.first { giveTurn(to: next, at: now) }
    }

    /// A search that bluetoothd has lost is begun anew. It rests between two rounds, so one moment says nothing.
    private func watchSearch(_ adapter: LocalAdapter, at now: Int64) {
        guard discovery.state == .on, !adapter.isDiscovering else { return discovery.quietSince = nil }
        guard let since = discovery.quietSince else {
            discovery.quietSince = now
            discovery.patience = timing.quietSearch
            return
        }
        if now - since >= discovery.patience { discovery = Discovery() }
    }

    private func giveTurn(to address: BluetoothAddress, at now: Int64) {
        sensors[address]?.supervisor.takeTurn(at: now)
        // Whoever had a turn is last in the next round.
        order.removeAll { $0 == address }
        order.append(address)
        setNeedsLook()
    }

    private func search(_ adapter: LocalAdapter, on bus: BusConnection, at now: Int64) {
        guard discovery.state == .off, now >= discovery.retryAt else { return }
        discovery.state = .starting
        if !discovery.hasFilter {
            discovery.hasFilter = true
            // Only the transport: a filter by service brings some versions of bluetoothd down, and would pass over
            // machines that tell their service as data only.
            call(adapter.path, BlueZName.adapter, "SetDiscoveryFilter", on: bus) { message throws(BusError) in
                try message.append(properties: ["Transport": .string("le")])
            } answer: { link, _, error in
                if error != nil { link.discovery.hasFilter = false }
            }
        }
        ask(adapter.path, BlueZName.adapter, "StartDiscovery", on: bus) { link, _, error in
            // The adapter went off or away meanwhile.
            guard link.discovery.state == .starting else { return }
            let trouble = error.map { LinkTrouble($0) }
            let isOn = trouble == nil || trouble == .underway
            link.discovery.state = isOn ? .on : .off
            if let error, !isOn {
                link.remark("StartDiscovery: \(error.name) \(error.message)")
                link.discovery.retryAt = MonotonicClock.nowMicroseconds + link.timing.notReady
            }
        }
    }

    private func stopSearching(_ adapter: LocalAdapter, on bus: BusConnection, at now: Int64) {
        guard discovery.state == .on else { return }
        discovery.state = .stopping
        ask(adapter.path, BlueZName.adapter, "StopDiscovery", on: bus) { link, _, _ in
            // An error means that nothing was being searched: just as well.
            if link.discovery.state == .stopping { link.discovery.state = .off }
        }
    }
}
