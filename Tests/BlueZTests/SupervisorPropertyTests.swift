import BlueZ
import SystemBus
import Testing
import TestSupport

/// A supervisor in a world of chance, which may be healed.
private struct ChanceWorld {
    var supervisor: SensorSupervisor
    var random: Randomness
    var now: Int64 = 0
    var view = SensorView()
    /// bluetoothd has an attempt in hand.
    var isAttempting = false
    var violation: String?
    /// What a healthy world does later.
    var plans: [(moment: Int64, change: @Sendable (inout ChanceWorld) -> Void)] = []

    static let troubles: [LinkTrouble?] = [
        nil, .attemptFailed, .underway, .cancelled, .adapterNotReady, .forgotten, .notConnected, .needsPairing,
        .notSupported, .taken, .notPermitted, .wrongRadio, .noAnswer, .noService, .unknown,
    ]

    init(seed: UInt64) {
        random = Randomness(seed: seed)
        supervisor = SensorSupervisor(seed: seed)
    }

    // MARK: - What the link does

    /// One look, as the link does it; answers what was asked for.
    mutating func look() -> [SensorSupervisor.Request] {
        supervisor.observe(view, at: now)
        supervisor.advance(to: now)
        if !view.isAdapterReady || !view.isKnown || view.isConnected { isAttempting = false }
        let requests = supervisor.requests
        supervisor.requests = []
        for request in requests {
            if request == .disconnect { isAttempting = false }
            if request == .connect {
                if isAttempting { violation = "a second attempt" }
                isAttempting = true
            }
        }
        check()
        return requests
    }

    private mutating func check() {
        let next = supervisor.nextMoment(after: now)
        if let next, next <= now { violation = "the next moment of \(supervisor.phase) is over" }
        if next == nil, supervisor.phase != .blocked { violation = "nothing ends \(supervisor.phase)" }
        if supervisor.phase == .blocked, view.isAdapterReady { violation = "blocked for nothing" }
        let waits = [.connecting, .resolving, .subscribing, .pairing].contains(supervisor.phase)
        if waits, let next, next - now > 70_000_000 { violation = "\(supervisor.phase) takes too long" }
    }

    // MARK: - Chance

    mutating func stumble() {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: view.isAdapterReady = random.chance(80)
        case 1: view.isKnown = random.chance(80)
        case 2: view.isConnected = random.chance(60)
        case 3: view.isReady = random.chance(60)
        case 4: view.isPaired = random.chance(20)
        case 5: view.lastSeen = now
        case 6: supervisor.takeTurn(at: now)
        case 7: supervisor.yieldTurn(at: now)
        case 8:
            isAttempting = false
            supervisor.connectAnswered(random.pick(Self.troubles), at: now)
            // bluetoothd goes on with what it says is under way.
            isAttempting = supervisor.phase == .connecting
        case 9: supervisor.subscribeAnswered(random.pick(Self.troubles), at: now)
        case 10: supervisor.pairAnswered(random.pick(Self.troubles), at: now)
        default: supervisor.heardValue(at: now)
        }
        if !view.isAdapterReady || !view.isKnown { view.isConnected = false }
        if !view.isConnected { view.isReady = false }
        _ = look()
        if random.chance(50) { pass(Int64.random(in: 0...30_000_000, using: &random)) }
    }

    /// Time goes by, with a look whenever the supervisor wants one.
    private mutating func pass(_ time: Int64) {
        let end = now + time
        while let next = supervisor.nextMoment(after: now), next <= end, violation == nil {
            now = next
            _ = look()
        }
        now = end
        _ = look()
    }

    // MARK: - Health

    /// From now on all goes well; answers how long it takes until values may come, in microseconds.
    mutating func heal(within limit: Int64) -> Int64? {
        let start = now
        view.isAdapterReady = true
        view.isKnown = true
        if view.isConnected { plan(1_000_000) { $0.view.isReady = $0.view.isConnected } }
        while now - start <= limit, violation == nil {
            view.lastSeen = view.isConnected ? view.lastSeen : now
            for plan in plans where plan.moment <= now { plan.change(&self) }
            plans.removeAll { [now] in $0.moment <= now }
            for request in look() { answer(request) }
            if supervisor.phase == .live { return now - start }
            if supervisor.wantsTurn(at: now) {
                supervisor.takeTurn(at: now)
                for request in look() { answer(request) }
            }
            now += 100_000
        }
        return nil
    }

    private mutating func plan(_ wait: Int64, _ change: @escaping @Sendable (inout ChanceWorld) -> Void) {
        plans.append((now + wait, change))
    }

    private mutating func answer(_ request: SensorSupervisor.Request) {
        let phase = supervisor.phaseCount
        switch request {
        case .connect:
            plan(1_800_000) { world in
                guard world.supervisor.phaseCount == phase else { return }
                world.view.isConnected = true
                world.plan(900_000) { $0.view.isReady = $0.view.isConnected }
                world.supervisor.connectAnswered(nil, at: world.now)
            }
        case .disconnect:
            plan(2_100_000) { world in
                world.view.isConnected = false
                world.view.isReady = false
            }
        case .trust: view.isTrusted = true
        case .subscribe:
            plan(200_000) { world in
                if world.supervisor.phaseCount == phase { world.supervisor.subscribeAnswered(nil, at: world.now) }
            }
        case .pair:
            plan(2_000_000) { world in
                world.view.isPaired = true
                if world.supervisor.phaseCount == phase { world.supervisor.pairAnswered(nil, at: world.now) }
            }
        case .remove:
            view.isKnown = false
            view.isConnected = false
            view.isReady = false
            plan(3_000_000) { $0.view.isKnown = true }
        }
    }
}

@Suite("The supervisor of a sensor, in a world of chance")
struct SupervisorPropertyTests {
    @Test("whatever happened, a healthy world brings values within two minutes and a half", arguments: 0..<8)
    func alwaysComesBack(part: UInt64) {
        for number in 0..<250 {
            let seed = part * 1000 + UInt64(number)
            var world = ChanceWorld(seed: seed)
            for _ in 0..<Int.random(in: 0..<80, using: &world.random) where world.violation == nil { world.stumble() }
            let before = world.supervisor.phase
            let time = world.heal(within: 150_000_000)
            #expect(world.violation == nil, "seed \(seed)")
            #expect(time != nil, "seed \(seed): from \(before) to \(world.supervisor.phase)")
            if time == nil || world.violation != nil { return }
        }
    }
}
