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
        if wantsSearch && isFree { search(adapter, on: bus, at: now) } else { stopSearching(adapter, on: bus, at: now) }
        if !isConnecting, discovery.state == .off, let next = waiting.first { giveTurn(to: next, at: now) }
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
            }
        }
        ask(adapter.path, BlueZName.adapter, "StartDiscovery", on: bus) { link, _, error in
            let trouble = error.map { LinkTrouble($0) }
            let isOn = trouble == nil || trouble == .underway
            link.discovery.state = isOn ? .on : .off
            if let error, !isOn {
                link.remark("StartDiscovery: \(error.name) \(error.message)")
                link.discovery.retryAt = MonotonicClock.nowMicroseconds + 2_000_000
            }
        }
    }

    private func stopSearching(_ adapter: LocalAdapter, on bus: BusConnection, at now: Int64) {
        guard discovery.state == .on else { return }
        discovery.state = .stopping
        ask(adapter.path, BlueZName.adapter, "StopDiscovery", on: bus) { link, _, _ in
            // An error means that nothing was being searched: just as well.
            link.discovery.state = .off
        }
    }
}
