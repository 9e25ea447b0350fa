import BlueZ

/// A supervisor and the world around it, moved by hand. Times are seconds.
final class Watched {
    var supervisor = SensorSupervisor(seed: 7)
    var now: Int64 = 1_000_000_000
    var view = SensorView(isAdapterReady: true, isKnown: true)

    func pass(_ seconds: Double) {
        now += Int64(seconds * 1_000_000)
        supervisor.advance(to: now)
    }

    func see(_ change: (inout SensorView) -> Void) {
        change(&view)
        supervisor.observe(view, at: now)
    }

    /// What was asked for since the last time.
    func asked() -> [SensorSupervisor.Request] {
        defer { supervisor.requests = [] }
        return supervisor.requests
    }

    func connect() {
        see { $0.lastSeen = now }
        supervisor.takeTurn(at: now)
    }

    func goLive() {
        connect()
        see { $0.isConnected = true }
        see { $0.isTrusted = true }
        see { $0.isReady = true }
        supervisor.subscribeAnswered(nil, at: now)
        supervisor.heardValue(at: now)
        supervisor.requests = []
    }
}
