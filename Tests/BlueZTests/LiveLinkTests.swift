import BlueZ
import FakeBlueZ
import SensorCodec
import SystemBus
import Testing

/// Each test has a bus and a thread to itself, and mostly waits; those of a suite come one after the other, or they would
/// take all threads there are.
@Suite("The live link over a private bus")
struct LiveLinkTests {
    @Suite("while all is well", .serialized)
    struct Well {
        @Test("two unknown sensors are found by a search, and both are live")
        func firstContact() throws {
            let scene = try LiveScene()
            scene.strap.batteryPercent = 81
            try scene.goLive()
            #expect(scene.link.host == .ready("hci0"))
            #expect(scene.bluez.record.trusted == [scene.strap.address, scene.treadmill.address])
            #expect(scene.bluez.record.count("StartDiscovery") >= 1)
            #expect(scene.bluez.hasProfile)
            #expect(!scene.bluez.isDiscovering)
            #expect(scene.client.count(.battery(81, of: scene.strap.address)) == 1)
            #expect(scene.client.count(.name("Strap", of: scene.strap.address)) == 1)
            scene.checkManners()
        }

        @Test("values come as they were sent, in order, with nothing lost or twice")
        func values() throws {
            let scene = try LiveScene()
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.isLive(scene.strap) })
            scene.strap.isSending = false
            try scene.run(seconds: 1)
            scene.client.values = []
            let sent = (0..<300).map { [0x10, UInt8($0 % 251), UInt8($0 / 251)] }
            for bytes in sent { scene.bluez.send(bytes, from: scene.strap, 0x2A37) }
            #expect(try scene.run { scene.client.values.count == sent.count })
            #expect(scene.client.values.map(\.bytes) == sent)
            #expect(scene.client.values.allSatisfy { $0.kind == .notification && $0.uuid == BluetoothUUID(0x2A37) })
        }

        @Test("what the sensor says of itself is read once on each link")
        func readings() throws {
            let scene = try LiveScene()
            try scene.goLive()
            try scene.run(seconds: 2)
            let read = scene.client.values.filter { $0.kind == .read }
            #expect(read.contains { $0.uuid == BluetoothUUID(0x2A29) && $0.bytes == Array("Maker".utf8) })
            #expect(read.contains { $0.uuid == BluetoothUUID(0x2ACC) })
            #expect(scene.bluez.record.count("ReadValue") == read.count)
        }

        @Test("a search tells of everything in reach, and ends when it is not wanted any more")
        func scan() throws {
            let scene = try LiveScene()
            scene.treadmill.advertisesDataOnly = true
            scene.link.scan(true)
            #expect(try scene.run { Set(scene.client.found).count == 2 })
            let device = scene.link.objects.devices.values.first { $0.address == scene.treadmill.address }
            #expect(device?.services == [BluetoothUUID(0x1826)])
            scene.link.scan(false)
            #expect(try scene.run { !scene.bluez.isDiscovering })
        }

        @Test("a search that bluetoothd refuses is asked for again, with no sensor followed")
        func scanRefused() throws {
            let scene = try LiveScene()
            var refusals = 3
            scene.bluez.interfere = { member, _ in
                guard member == "StartDiscovery" || member == "SetDiscoveryFilter", refusals > 0 else { return nil }
                if member == "StartDiscovery" { refusals -= 1 }
                return .error("org.bluez.Error.NotReady", "Resource Not Ready")
            }
            scene.link.scan(true)
            #expect(try scene.run { Set(scene.client.found).count == 2 })
            #expect(scene.bluez.record.count("SetDiscoveryFilter") == 4)
        }

        @Test("values that come twice, for two programs listen, are counted and dropped")
        func duplicates() throws {
            let scene = try LiveScene()
            scene.bluez.listenerCount = 2
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.link.counts.values >= 20 })
            #expect(abs(scene.link.counts.duplicates - scene.link.counts.values) <= 1)
            let values = scene.client.values.filter { $0.kind == .notification }.map(\.bytes)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 != $1 })
        }

        @Test("ten thousand values at once all arrive")
        func flood() throws {
            let scene = try LiveScene()
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.isLive(scene.strap) })
            scene.strap.isSending = false
            try scene.run(seconds: 1)
            let before = scene.link.counts.values
            for number in 0..<10_000 {
                scene.bluez.send([0x10, UInt8(number & 0xFF), UInt8(number >> 8)], from: scene.strap, 0x2A37)
            }
            #expect(try scene.run(seconds: 500) { scene.link.counts.values == before + 10_000 })
            #expect(scene.isLive(scene.strap))
        }

        @Test("empty values and values of 512 octets are values")
        func sizes() throws {
            let scene = try LiveScene()
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.isLive(scene.strap) })
            scene.strap.isSending = false
            try scene.run(seconds: 1)
            scene.client.values = []
            let long = (0..<512).map { UInt8($0 & 0xFF) }
            for bytes in [[], long, [1]] { scene.bluez.send(bytes, from: scene.strap, 0x2A37) }
            #expect(try scene.run { scene.client.values.count == 3 })
            #expect(scene.client.values.map(\.bytes) == [[], long, [1]])
            #expect(scene.link.counts.emptyValues == 1)
        }

        @Test("a name of 248 octets with escape sequences comes out without them")
        func hostileName() throws {
            let name = String(String(repeating: "\u{1B}]0;x\u{07}\u{1B}[2J\u{202E}ü\n", count: 20).prefix(180))
            let scene = try LiveScene { $0.name = name }
            scene.link.follow(scene.strap.address)
            #expect(try scene.run { scene.isLive(scene.strap) })
            let told = scene.link.objects.devices.values.compactMap(\.name).joined()
            #expect(!told.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E })
        }

        @Test("a control point is written, and answers with an indication")
        func controlPoint() throws {
            let scene = try LiveScene()
            try scene.goLive()
            var isAnswered = false
            var failure: String?
            let point = BluetoothUUID(0x2AD9)
            scene.link.write([0x00], to: point, of: scene.treadmill.address) { error in
                isAnswered = true
                failure = error?.name
            }
            #expect(try scene.run { isAnswered && scene.client.values.contains { $0.uuid == point } })
            #expect(failure == nil)
            let value = scene.client.values.first { $0.uuid == point }
            #expect(value?.bytes == [0x80, 0, 1])
            #expect(value?.kind == .indication)
        }

        @Test("a write that cannot be is answered, and so is one whose bluetoothd goes away")
        func writeFails() throws {
            let scene = try LiveScene()
            var answers: [String?] = []
            let point = BluetoothUUID(0x2AD9)
            scene.link.write([0], to: point, of: scene.treadmill.address) { answers.append($0?.name) }
            #expect(answers == ["org.bluez.Error.NotConnected"])
            try scene.goLive()
            scene.bluez.interfere = { member, _ in member == "WriteValue" ? .silence : nil }
            scene.link.write([0], to: point, of: scene.treadmill.address) { answers.append($0?.name) }
            #expect(try scene.run { scene.bluez.record.count("WriteValue") == 1 })
            scene.bluez.crash()
            #expect(try scene.run { answers.count == 2 })
            #expect(answers.last != .some(nil))
        }
    }
}
