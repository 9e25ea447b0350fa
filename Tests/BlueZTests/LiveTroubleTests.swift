import BlueZ
import FakeBlueZ
import SensorCodec
import SystemBus
import Testing
import TestSupport

extension LiveLinkTests {
    @Suite("when bluetoothd makes trouble", .serialized)
    struct Trouble {
<<<<<<< HEAD
        /// The errors and oddities of an attempt that the real one was seen to end with.
        static let outcomes: [FakeSensor.Outcome] = [
            .abort, .dropsInSetup, .successWithoutLink, .unresolved,
            .error("org.bluez.Error.Failed", "Input/output error"),
            .error("org.bluez.Error.Failed", "br-connection-profile-unavailable"),
            .error("org.bluez.Error.Failed", "Operation already in progress"),
            .error("org.bluez.Error.InProgress", "In Progress"),
            .error("org.bluez.Error.NotReady", "Resource Not Ready"),
            .error("org.freedesktop.DBus.Error.UnknownMethod", "doesn't exist"),
            .error("org.example.Nonsense", ""),
        ]

        @Test("an attempt may end in any way twice; then there are values", arguments: outcomes)
        func attempts(outcome: FakeSensor.Outcome) throws {
            let scene = try LiveScene()
            scene.strap.outcomes = [outcome, outcome]
            scene.link.follow(scene.strap.address)
            #expect(try scene.hears(scene.strap))
            scene.checkManners()
        }

        /// Those that an attempt may end with again and again.
        static let lastingOutcomes: [FakeSensor.Outcome] = [
            .abort, .dropsInSetup, .successWithoutLink, .unresolved,
            .error("org.bluez.Error.InProgress", "In Progress"),
            .error("org.example.Nonsense", ""),
        ]

        @Test("one sensor that fails for ever never disturbs the other", arguments: lastingOutcomes)
        func independent(outcome: FakeSensor.Outcome) throws {
            let scene = try LiveScene()
            scene.strap.lastingOutcome = outcome
            scene.link.follow(scene.strap.address)
            scene.link.follow(scene.treadmill.address)
            #expect(try scene.hears(scene.treadmill))
            for _ in 0..<3 {
                try scene.run(seconds: 8)
                #expect(try scene.hears(scene.treadmill))
            }
            #expect(scene.link.counts.drops == 0 || scene.client.count(.disconnected(scene.treadmill.address)) == 0)
            scene.checkManners()
        }

=======
>>>>>>> wip-fake
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
<<<<<<< HEAD
            let scene = try LiveScene { $0.strap.needsPairing = true }
=======
            let scene = try LiveScene { $0.needsPairing = true }
>>>>>>> wip-fake
            scene.link.follow(scene.strap.address)
            #expect(try scene.hears(scene.strap))
            #expect(scene.bluez.record.count("Pair") == 1)
            #expect(scene.client.count(.needsPairing(scene.strap.address)) == 0)
        }

        @Test("a sensor that refuses keys is told of once, and heard once a person has helped")
        func pairingRefused() throws {
            let scene = try LiveScene {
<<<<<<< HEAD
                $0.strap.needsPairing = true
                $0.strap.refusesPairing = true
=======
                $0.needsPairing = true
                $0.refusesPairing = true
>>>>>>> wip-fake
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

<<<<<<< HEAD
=======
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

>>>>>>> wip-fake
        @Test("a link that was there before is taken as it is, and left so")
        func adopted() throws {
            let scene = try LiveScene()
            try scene.goLive()
            let guest = LiveScene.Client()
<<<<<<< HEAD
            let other = BlueZLink(LiveScene.configuration(scene.daemon.address, false), on: scene.loop, client: guest)
=======
            let other = BlueZLink(LiveScene.configuration(scene.daemon.address), on: scene.loop, client: guest)
>>>>>>> wip-fake
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
<<<<<<< HEAD

    @Suite("with descriptors of its own", .serialized)
    struct AcquiredValues {
        @Test("values come through the descriptor, and a drop ends it")
        func acquired() throws {
            let scene = try LiveScene(acquires: true)
            try scene.goLive()
            #expect(scene.bluez.record.count("AcquireNotify") == 4)
            #expect(scene.bluez.record.count("StartNotify") == 0)
            scene.strap.isSending = false
            try scene.run(seconds: 1)
            scene.client.values = []
            // Equal and empty values are values here: nobody else has the descriptor.
            for bytes in [[0, 1], [0, 1], [], [0, 2]] as [[UInt8]] {
                scene.bluez.send(bytes, from: scene.strap, 0x2A37)
            }
            let strap = { scene.client.values.filter { $0.address == scene.strap.address }.map(\.bytes) }
            #expect(try scene.run { strap().count == 4 })
            #expect(strap() == [[0, 1], [0, 1], [], [0, 2]])
            // What was sent before the end comes before it, however much it is; the end is no value.
            scene.client.values = []
            for number in 0..<150 { scene.bluez.send([0, 9, UInt8(number)], from: scene.strap, 0x2A37) }
            scene.bluez.drop(scene.strap)
            scene.strap.isSending = true
            #expect(try scene.hears(scene.strap))
            #expect(strap().filter { $0.count == 3 && $0[1] == 9 }.count == 150)
            #expect(!strap().contains([]))
            #expect(scene.link.counts.emptyValues == 1)
        }

        @Test(
            "where there is none to be had, the bus is listened to",
            arguments: ["NotSupported", "NotPermitted", "InProgress", "Failed", ""]
        )
        func fallback(error: String) throws {
            let scene = try LiveScene(acquires: true)
            scene.bluez.interfere = { member, _ in
                guard member == "AcquireNotify" else { return nil }
                return error.isEmpty ? .silence : .error("org.bluez.Error.\(error)", "Notify acquired")
            }
            scene.link.follow(scene.treadmill.address)
            #expect(try scene.hears(scene.treadmill))
            #expect(scene.bluez.record.count("StartNotify") == 3)
            #expect(!scene.client.remarks.isEmpty)
        }

        @Test("services that are told anew, and a crash, are got over")
        func anew() throws {
            let scene = try LiveScene(acquires: true)
            try scene.goLive()
            scene.bluez.tellServicesAnew(scene.strap)
            #expect(try scene.hears(scene.strap))
            scene.bluez.crash()
            try scene.bluez.start()
            #expect(try scene.hears(scene.strap))
            #expect(try scene.hears(scene.treadmill))
        }

        @Test("descriptors that somebody else ends are missed after a while")
        func ended() throws {
            let scene = try LiveScene(acquires: true)
            try scene.goLive()
            scene.bluez.closeDescriptors(scene.strap)
            #expect(try scene.hears(scene.strap))
            #expect(scene.link.counts.emptyValues == 0)
        }
    }
=======
>>>>>>> wip-fake
}
