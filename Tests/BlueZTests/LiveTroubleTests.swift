import BlueZ
import FakeBlueZ
import SensorCodec
import SystemBus
import Testing
import TestSupport

extension LiveLinkTests {
    @Suite("when bluetoothd makes trouble", .serialized)
    struct Trouble {
        @Test("an error of any kind to any call only delays", arguments: ["org.bluez.Error.Failed", "org.example.New"])
        func errors(name: String) throws {
            let members = [
                "GetManagedObjects", "SetDiscoveryFilter", "StartDiscovery", "StopDiscovery", "Connect", "Set",
                "RegisterApplication", "StartNotify", "ReadValue", "Disconnect",
            ]
            let scene = try LiveScene()
            var left = Dictionary(uniqueKeysWithValues: members.map { ($0, 2) })
            scene.bluez.interfere = { member, _ in
                guard let count = left[member], count > 0 else { return nil }
                left[member] = count - 1
                return .error(name, "for no reason")
            }
            try scene.goLive()
            #expect(try scene.run { scene.bluez.hasProfile })
            #expect(left["Connect"] == 0 && left["GetManagedObjects"] == 0 && left["RegisterApplication"] == 0)
        }

        @Test("a bluetoothd that never answers is asked again, and believed when it does")
        func silence() throws {
            let scene = try LiveScene()
            scene.bluez.interfere = { _, _ in .silence }
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.link.host == .noService(.noAnswer) })
            try scene.run(seconds: 40)
            #expect(scene.bluez.record.count("GetManagedObjects") > 2)
            // Then it answers that, but nothing else.
            scene.bluez.interfere = { member, _ in member == "GetManagedObjects" ? nil : .silence }
            #expect(try scene.run { scene.link.host == .ready("hci0") })
            try scene.run(seconds: 40)
            scene.bluez.interfere = { _, _ in nil }
            #expect(try scene.hears(scene.strap))
        }

        @Test("a list of objects that cannot be read is asked for again")
        func unreadableSignals() throws {
            let scene = try LiveScene()
            try scene.goLive()
            scene.bluez.emit("/", "org.freedesktop.DBus.ObjectManager", "InterfacesAdded") { message throws(BusError) in
                try message.append(UInt16(5))
            }
            scene.bluez.emit("/org/bluez/hci0", "org.freedesktop.DBus.Properties", "PropertiesChanged") {
                message throws(BusError) in
                try message.append(true)
            }
            scene.bluez.emit("/org/bluez", "org.freedesktop.DBus.ObjectManager", "InterfacesRemoved") { _ in }
            #expect(try scene.run { scene.link.counts.unreadableMessages == 3 })
            #expect(try scene.hears(scene.strap))
        }

        @Test("a sensor that wants keys gets them, and is heard")
        func pairing() throws {
            let scene = try LiveScene { $0.needsPairing = true }
            scene.link.follow(scene.strap.address)
            #expect(try scene.hears(scene.strap))
            #expect(scene.bluez.record.count("Pair") == 1)
            #expect(scene.client.count(.needsPairing(scene.strap.address)) == 0)
        }

        @Test("a sensor that refuses keys is told of once, and heard once a person has helped")
        func pairingRefused() throws {
            let scene = try LiveScene {
                $0.needsPairing = true
                $0.refusesPairing = true
            }
            scene.link.follow(scene.strap.address)
            scene.link.follow(scene.treadmill.address)
            #expect(try scene.run { scene.client.count(.needsPairing(scene.strap.address)) == 1 })
            try scene.run(seconds: 30)
            #expect(try scene.hears(scene.treadmill))
            #expect(scene.client.count(.needsPairing(scene.strap.address)) == 1)
            scene.strap.needsPairing = false
            #expect(try scene.hears(scene.strap))
        }

        @Test("a sensor that bluetoothd will not trust is forgotten after a drop, and found again")
        func forgotten() throws {
            let scene = try LiveScene()
            scene.bluez.interfere = { member, path in
                member == "Set" && path.contains("dev_") ? .error("org.bluez.Error.Failed", "") : nil
            }
            scene.link.follow(scene.strap.address)
            #expect(try scene.hears(scene.strap))
            scene.bluez.drop(scene.strap, goesOff: true)
            #expect(
                try scene.run { scene.link.objects.devices.values.allSatisfy { $0.address != scene.strap.address } }
            )
            #expect(scene.link.objects.characteristics.isEmpty)
            scene.strap.isOn = true
            #expect(try scene.hears(scene.strap))
            #expect(scene.bluez.record.count("Set") == 2)
            scene.checkManners()
        }

        @Test("a link that nobody listens to is left from a run that was cut short, and is ended")
        func leftBehind() throws {
            let scene = try LiveScene()
            try scene.goLive()
            scene.bluez.forgetListeners()
            let guest = LiveScene.Client()
            let other = BlueZLink(LiveScene.configuration(scene.daemon.address), on: scene.loop, client: guest)
            other.follow(scene.strap.address)
            #expect(try scene.run { guest.counts[scene.strap.address, default: 0] > 5 })
            scene.bluez.record.calls = []
            var isDone = false
            other.close { isDone = true }
            #expect(try scene.run { isDone })
            #expect(scene.bluez.record.count("Disconnect") == 1)
        }

        @Test("a link that another program listens to is taken as it is, and left so")
        func adopted() throws {
            let scene = try LiveScene()
            try scene.goLive()
            let guest = LiveScene.Client()
            let other = BlueZLink(LiveScene.configuration(scene.daemon.address), on: scene.loop, client: guest)
            other.follow(scene.strap.address)
            #expect(try scene.run { guest.counts[scene.strap.address, default: 0] > 5 })
            #expect(scene.bluez.record.count("Connect") == 2)
            var isDone = false
            other.close { isDone = true }
            #expect(try scene.run { isDone })
            #expect(scene.bluez.record.count("Disconnect") == 0)
            #expect(try scene.hears(scene.strap))
        }

        @Test("an attempt that is under way is taken back on leaving")
        func closeWhileConnecting() throws {
            let scene = try LiveScene()
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.bluez.record.count("Connect") == 1 })
            var isDone = false
            scene.link.close { isDone = true }
            #expect(try scene.run { isDone })
            #expect(scene.bluez.record.count("Disconnect") == 1)
            try scene.run(seconds: 10)
            #expect(!scene.bluez.isConnected(scene.strap))
        }

        @Test("bluetoothd may be killed at any moment, and the link comes back", arguments: 0..<4)
        func killed(seed: Int) throws {
            var random = Randomness(seed: UInt64(seed))
            let scene = try LiveScene()
            scene.link.follow(scene.strap.address)
            scene.link.follow(scene.treadmill.address)
            for _ in 0..<4 {
                try scene.run(seconds: Int64.random(in: 0...12, using: &random))
                if random.chance(50) { scene.bluez.crash() } else { scene.bluez.stop() }
                if random.chance(50) { try scene.run(seconds: Int64.random(in: 0...4, using: &random)) }
                try scene.bluez.start()
            }
            #expect(try scene.hears(scene.strap), "seed \(seed)")
            #expect(try scene.hears(scene.treadmill), "seed \(seed)")
            scene.checkManners()
        }
    }
}
