import BlueZ
import FakeBlueZ
import SensorCodec
import Testing

extension LiveLinkTests {
    @Suite("when links are lost", .serialized)
    struct Losses {
        private let scene: LiveScene

        init() throws {
            scene = try LiveScene()
            try scene.goLive()
        }

        @Test("a sensor that drops is back at once, its services not told again")
        func drop() throws {
            scene.bluez.drop(scene.strap)
            #expect(try scene.run { scene.link.phase(of: scene.strap.address) != .live })
            #expect(try scene.hears(scene.strap))
            #expect(scene.client.count(.disconnected(scene.strap.address)) == 1)
            #expect(scene.link.counts.drops == 1)
            #expect(scene.client.events.count { if case .connected = $0 { true } else { false } } == 3)
            scene.checkManners()
        }

        @Test("a sensor that was away for minutes is heard again, and the other never stops")
        func longAbsence() throws {
            scene.bluez.drop(scene.strap, goesOff: true)
            for _ in 0..<4 {
                try scene.run(seconds: 20)
                #expect(try scene.hears(scene.treadmill))
            }
            scene.strap.isOn = true
            #expect(try scene.hears(scene.strap, seconds: 90))
            scene.checkManners()
        }

        @Test("a bluetoothd that was killed leaves links of which it knows nothing; they are made anew")
        func crash() throws {
            scene.bluez.crash()
            #expect(try scene.run { scene.link.phase(of: scene.strap.address) == .blocked })
            #expect(scene.link.objects.devices.isEmpty)
            try scene.run(seconds: 3)
            try scene.bluez.start()
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
            #expect(scene.link.counts.serviceLosses == 1)
            #expect(scene.bluez.record.count("Disconnect") >= 2)
            scene.checkManners()
        }

        @Test("a bluetoothd that is restarted in peace is followed at once")
        func restart() throws {
            scene.bluez.stop()
            try scene.run(seconds: 1)
            try scene.bluez.start()
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
            scene.checkManners()
        }

        @Test("an adapter that goes off and on brings both back")
        func offAndOn() throws {
            scene.bluez.setPowered(false)
            #expect(try scene.run { scene.link.phase(of: scene.strap.address) == .blocked })
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
            #expect(scene.bluez.record.count("Set") > 2)
        }

        @Test("a blocked adapter is told of, and used when it is free again")
        func blocked() throws {
            scene.bluez.block(true)
            #expect(try scene.run { scene.link.host == .adapterOff("hci0") })
            try scene.run(seconds: 30)
            scene.bluez.block(false)
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
        }

        @Test("an adapter that is taken out and put in brings both back")
        func unplugged() throws {
            scene.bluez.unplug()
            #expect(try scene.run { scene.link.host == .noAdapter })
            try scene.run(seconds: 40)
            scene.bluez.plug()
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
            scene.checkManners()
        }

        @Test("a second adapter does not take over while the first one works, but does when that is gone")
        func secondAdapter() throws {
            scene.bluez.unplug()
            scene.bluez.plug(adapter: 1)
            #expect(try scene.hears(scene.strap))
            #expect(scene.link.host == .ready("hci1"))
            scene.bluez.plug(adapter: 0)
            try scene.run(seconds: 5)
            #expect(scene.link.host == .ready("hci1"))
            #expect(try scene.hears(scene.strap))
            scene.bluez.unplug(adapter: 1)
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
            #expect(scene.link.host == .ready("hci0"))
        }

        @Test("services that vanish and come back are listened to again")
        func servicesAnew() throws {
            scene.bluez.tellServicesAnew(scene.treadmill)
            #expect(try scene.run { !scene.isLive(scene.treadmill) })
            #expect(try scene.hears(scene.treadmill))
            #expect(scene.client.count(.disconnected(scene.treadmill.address)) == 0)
        }

        @Test("a bus that is killed is gone back to when there is one again")
        func busKilled() throws {
            scene.daemon.kill()
            #expect(try scene.run { scene.link.host == .noBus })
            try scene.run(seconds: 5)
            try scene.daemon.start()
            try scene.bluez.start()
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
            scene.checkManners()
        }

        @Test("letting go takes the profile back first, then ends the links")
        func close() throws {
            var isDone = false
            scene.bluez.record.calls = []
            scene.link.close { isDone = true }
            #expect(try scene.run { isDone })
            #expect(scene.bluez.record.calls.first?.hasPrefix("UnregisterApplication") ?? false)
            #expect(scene.bluez.record.count("Disconnect") == 2)
            try scene.run(seconds: 10)
            #expect(!scene.bluez.isConnected(scene.strap))
            #expect(!scene.bluez.isConnected(scene.treadmill))
        }
    }
}
