import BlueZ
import SystemBus
import Testing

@Suite("The supervisor of a sensor")
struct SupervisorTests {
    private let world = Watched()

    @Test("the way to values: connect, trust, subscribe")
    func way() {
        world.connect()
        #expect(world.asked() == [.connect])
        #expect(world.supervisor.phase == .connecting)
        world.see { $0.isConnected = true }
        #expect(world.asked() == [.trust])
        world.supervisor.connectAnswered(nil, at: world.now)
        #expect(world.supervisor.phase == .resolving)
        world.see { $0.isReady = true }
        #expect(world.asked() == [.subscribe])
        world.supervisor.subscribeAnswered(nil, at: world.now)
        #expect(world.supervisor.phase == .live)
        #expect(world.asked().isEmpty)
    }

    @Test("a sensor that was not heard is searched, not connected")
    func search() {
        world.see { $0.isKnown = false }
        #expect(world.supervisor.wantsSearch(at: world.now))
        #expect(!world.supervisor.wantsTurn(at: world.now))
        world.see { $0.isKnown = true }
        #expect(!world.supervisor.wantsTurn(at: world.now))
        world.see { $0.lastSeen = world.now }
        #expect(world.supervisor.wantsTurn(at: world.now))
        #expect(!world.supervisor.wantsSearch(at: world.now))
        world.pass(11)
        #expect(!world.supervisor.wantsTurn(at: world.now))
    }

    @Test("it is searched for twenty seconds, then eight in thirty, after ten minutes eight in sixty")
    func schedule() {
        world.see { $0.isKnown = false }
        var searched: [Int] = []
        for _ in 0..<900 {
            searched.append(world.supervisor.wantsSearch(at: world.now) ? 1 : 0)
            world.pass(1)
        }
        #expect(searched[0..<20].allSatisfy { $0 == 1 })
        #expect(searched[20..<620].reduce(0, +) == 160)
        #expect(searched[640..<880].reduce(0, +) == 32)
    }

    @Test("a silent peer: the attempt is taken back when bluetoothd has not given it up itself")
    func silentPeer() {
        world.connect()
        _ = world.asked()
        world.pass(41.4)
        #expect(world.supervisor.phase == .connecting)
        world.supervisor.connectAnswered(.attemptFailed, at: world.now)
        #expect(world.supervisor.phase == .searching)
        world.connect()
        _ = world.asked()
        world.pass(45)
        #expect(world.asked() == [.disconnect])
        #expect(world.supervisor.phase == .searching)
    }

    @Test("success without a link is a failure after a moment")
    func noLink() {
        world.connect()
        _ = world.asked()
        world.supervisor.connectAnswered(nil, at: world.now)
        world.pass(1.4)
        #expect(world.supervisor.phase == .connecting)
        world.pass(0.2)
        #expect(world.supervisor.phase == .searching)
        #expect(world.asked() == [.disconnect])
    }

    @Test("an attempt that is under way already is waited for")
    func underway() {
        world.connect()
        world.supervisor.connectAnswered(.underway, at: world.now)
        #expect(world.supervisor.phase == .connecting)
        world.pass(30)
        world.see { $0.isConnected = true }
        #expect(world.supervisor.phase == .resolving)
    }

    @Test("a link without services is made anew; the second time the device is forgotten, unless it has keys")
    func zombie() {
        for isPaired in [false, true] {
            let world = Watched()
            world.see { $0.isPaired = isPaired }
            for round in 1...2 {
                world.connect()
                world.see {
                    $0.isConnected = true
                    $0.isTrusted = true
                }
                _ = world.asked()
                world.pass(12)
                #expect(world.supervisor.phase == .parting)
                #expect(world.asked() == (round == 2 && !isPaired ? [.disconnect, .remove] : [.disconnect]))
                world.pass(2)
                world.see { $0.isConnected = false }
                #expect(world.supervisor.phase == .searching)
            }
        }
    }

    @Test("a link that does not even end is begun with from the start")
    func endless() {
        world.goLive()
        world.pass(20)
        #expect(world.asked() == [.disconnect])
        world.pass(6)
        #expect(world.supervisor.phase == .subscribing)
        #expect(world.asked() == [.subscribe])
    }

    @Test("after a drop there is an attempt after a breath, and one more; then waits grow to fifteen seconds")
    func backoff() {
        world.goLive()
        world.see { $0.isConnected = false }
        #expect(world.supervisor.dropCount == 1)
        var waits: [Double] = []
        for _ in 0..<8 {
            world.see { $0.lastSeen = world.now }
            let start = world.now
            while !world.supervisor.wantsTurn(at: world.now) {
                world.pass(0.01)
                world.see { $0.lastSeen = world.now }
            }
            waits.append(Double(world.now - start) / 1_000_000)
            world.supervisor.takeTurn(at: world.now)
            world.supervisor.connectAnswered(.attemptFailed, at: world.now)
        }
        #expect(waits[0] >= 0.5 && waits[0] < 0.52 && waits[1] == 0)
        for (wait, middle) in zip(waits.dropFirst(2), [1.0, 2, 4, 8, 15, 15]) {
            #expect(wait >= middle * 0.8 - 0.01 && wait <= middle * 1.2 + 0.02)
        }
        world.pass(30)
        world.goLive()
        world.see { $0.isConnected = false }
        world.pass(0.5)
        #expect(world.supervisor.wantsTurn(at: world.now))
    }

    @Test("a link that drops again and again before any value is waited for longer and longer")
    func flapping() {
        for _ in 0..<6 {
            world.connect()
            world.see { $0.isConnected = true }
            world.see { $0.isReady = true }
            world.supervisor.subscribeAnswered(nil, at: world.now)
            world.see {
                $0.isConnected = false
                $0.isReady = false
            }
            let retry = world.supervisor.nextMoment(after: world.now) ?? 0
            if retry > world.now { world.pass(Double(retry - world.now) / 1_000_000) }
        }
        world.connect()
        world.supervisor.connectAnswered(.attemptFailed, at: world.now)
        #expect((world.supervisor.nextMoment(after: world.now) ?? 0) - world.now >= 12_000_000)
    }

    @Test("an adapter that goes off in an attempt ends it, for nobody answers; on again, all begins anew")
    func adapterOff() {
        world.connect()
        world.see { $0 = SensorView() }
        #expect(world.supervisor.phase == .blocked)
        #expect(world.asked().isEmpty)
        world.supervisor.connectAnswered(nil, at: world.now)
        #expect(world.supervisor.phase == .blocked)
        #expect(world.supervisor.nextMoment(after: world.now) == nil)
        world.view = SensorView(isAdapterReady: true, isKnown: true)
        world.connect()
        #expect(world.asked() == [.connect])
        // The next bluetoothd is asked for trust again.
        world.see { $0.isConnected = true }
        #expect(world.asked() == [.trust])
    }

    @Test("a device that is forgotten in an attempt is searched for")
    func forgotten() {
        world.connect()
        world.see { $0.isKnown = false }
        #expect(world.supervisor.phase == .searching)
    }

    @Test("a link over which nothing comes is made anew, with growing patience; a value makes it short again")
    func silence() {
        world.goLive()
        var patience = 20.0
        for round in 1...7 {
            world.pass(patience - 0.1)
            #expect(world.supervisor.phase == .live)
            world.pass(0.1)
            #expect(world.supervisor.phase == .parting)
            #expect(world.supervisor.silenceCount == round)
            #expect(world.asked() == [.disconnect])
            world.see {
                $0.isConnected = false
                $0.isReady = false
            }
            world.pass(30)
            world.connect()
            world.see { $0.isConnected = true }
            world.see { $0.isReady = true }
            world.supervisor.subscribeAnswered(nil, at: world.now)
            world.supervisor.requests = []
            patience = min(patience * 2, 600)
        }
        world.supervisor.heardValue(at: world.now)
        world.pass(20)
        #expect(world.supervisor.phase == .parting)
    }

    @Test("keys that are wanted are exchanged; the phase after that has its end, too")
    func pairing() {
        world.connect()
        world.see { $0.isConnected = true }
        world.see { $0.isReady = true }
        _ = world.asked()
        world.supervisor.subscribeAnswered(.needsPairing, at: world.now)
        #expect(world.supervisor.phase == .pairing)
        #expect(world.asked() == [.pair])
        world.see { $0.isReady = false }
        world.supervisor.pairAnswered(nil, at: world.now)
        #expect(world.supervisor.phase == .resolving)
        #expect(world.supervisor.nextMoment(after: world.now) != nil)
        world.see { $0.isReady = true }
        #expect(world.asked() == [.subscribe])
    }

    @Test("keys that are refused are told of, and not asked for again; the link is tried now and then")
    func pairingRefused() {
        world.connect()
        world.see { $0.isConnected = true }
        world.see { $0.isReady = true }
        world.supervisor.subscribeAnswered(.needsPairing, at: world.now)
        world.supervisor.pairAnswered(.needsPairing, at: world.now)
        #expect(world.supervisor.isPairingRefused)
        #expect(world.supervisor.phase == .parting)
        world.see {
            $0.isConnected = false
            $0.isReady = false
        }
        world.pass(2)
        world.connect()
        world.see { $0.isConnected = true }
        world.see { $0.isReady = true }
        _ = world.asked()
        world.supervisor.subscribeAnswered(.needsPairing, at: world.now)
        #expect(world.asked() == [.disconnect])
        world.see { $0.isConnected = false }
        world.pass(5)
        world.connect()
        world.see { $0.isConnected = true }
        world.supervisor.subscribeAnswered(nil, at: world.now)
        #expect(!world.supervisor.isPairingRefused)
    }

    @Test("a sensor that is perhaps not there leaves its turn to others after a while; one that was heard does not")
    func yields() {
        world.goLive()
        world.see { $0.isConnected = false }
        world.pass(10.5)
        world.supervisor.takeTurn(at: world.now)
        #expect(world.asked() == [.connect])
        world.supervisor.yieldTurn(at: world.now)
        #expect(world.supervisor.phase == .connecting)
        world.pass(5)
        world.see { $0.lastSeen = world.now }
        world.supervisor.yieldTurn(at: world.now)
        #expect(world.supervisor.phase == .connecting)
        world.pass(11)
        world.supervisor.yieldTurn(at: world.now)
        #expect(world.supervisor.phase == .searching)
        #expect(world.asked() == [.disconnect])
        #expect(!world.supervisor.wantsTurn(at: world.now))
        #expect(world.supervisor.wantsSearch(at: world.now))
    }

    @Test("a link that comes by itself is taken, in any phase")
    func byItself() {
        world.see { $0.isConnected = true }
        #expect(world.supervisor.phase == .resolving)
        world.see { $0.isReady = true }
        world.supervisor.subscribeAnswered(nil, at: world.now)
        #expect(world.supervisor.phase == .live)
        #expect(!world.asked().contains(.connect))
    }

    @Test("services that are taken back are waited for, and listened to again")
    func anew() {
        world.goLive()
        world.see { $0.isReady = false }
        #expect(world.supervisor.phase == .resolving)
        world.see { $0.isReady = true }
        #expect(world.asked() == [.subscribe])
    }
}
