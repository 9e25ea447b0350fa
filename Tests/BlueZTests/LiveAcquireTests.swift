import BlueZ
import FakeBlueZ
import SensorCodec
import Testing

extension LiveLinkTests {
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
            #expect(try scene.run { strap().count { $0.count == 3 && $0[1] == 9 } == 150 })
            #expect(try scene.hears(scene.strap))
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
            let scene = try LiveScene(acquires: true, isImpatient: true)
            try scene.goLive()
            scene.bluez.closeDescriptors(scene.strap)
            #expect(try scene.hears(scene.strap))
            #expect(scene.link.counts.emptyValues == 0)
        }
    }
}
