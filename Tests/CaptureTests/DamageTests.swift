import Capture
import SensorCodec
import TestSupport
import Testing

@Suite("Damaged captures")
struct DamageTests {
    static let formats: [(name: String, bytes: [UInt8])] = [
        ("btsnoop", Session.twoSensors.btsnoop(1002)), ("monitor", Session.twoSensors.btsnoop(2001)),
        ("pcap", Session.twoSensors.pcap(201)), ("pcapng", Session.twoSensors.pcapng(201)),
        ("air", Session.twoSensors.pcap(272)),
    ]

    private func file(_ name: String) throws -> [UInt8] { try #require(Self.formats.first { $0.name == name }).bytes }

    @Test("a file cut at any octet gives all records before the cut", arguments: formats.map(\.name))
    func everyCut(_ name: String) throws {
        let bytes = try file(name)
        let whole = try Reading(bytes)
        var lastFrames = 0
        for length in 0..<bytes.count {
            guard let reading = try? Reading(Array(bytes[0..<length])) else { continue }
            #expect(reading.values == Array(whole.values.prefix(reading.values.count)), "cut at \(length)")
            #expect(reading.frameCount >= lastFrames, "cut at \(length)")
            #expect(reading.damages.count <= 1 && reading.damages.allSatisfy(\.isCutTail), "cut at \(length)")
            lastFrames = reading.frameCount
        }
        #expect(lastFrames == whole.frameCount - 1)
    }

    @Test("a record that claims 4 GB is passed over, and all others are read")
    func hugeLength() throws {
        var bytes = try file("btsnoop")
        let whole = try Reading(bytes)
        let offsets = recordOffsets(bytes)
        let offset = offsets[10]
        bytes.replaceSubrange(offset..<offset + 8, with: [UInt8](repeating: 0xFF, count: 8))
        let reading = try Reading(bytes)
        #expect(reading.frameCount == whole.frameCount - 1)
        #expect(reading.damages.map(\.offset) == [Int64(offset)])
        #expect(reading.damages.map(\.octets) == [Int64(offsets[11] - offset)])
    }

    @Test("a length that swallows the next records is not believed")
    func swallowingLength() throws {
        var bytes = try file("btsnoop")
        let whole = try Reading(bytes)
        let offset = recordOffsets(bytes)[8]
        // Original and included length say 200 instead of some twenty.
        bytes[offset + 3] = 200
        bytes[offset + 7] = 200
        let reading = try Reading(bytes)
        #expect(reading.frameCount == whole.frameCount - 1)
        #expect(reading.damages.count == 1)
    }

    @Test(
        "chance octets in the middle cost the records they lie in, and no more than one beside",
        arguments: formats.map(\.name)
    )
    func garbledMiddle(_ name: String) throws {
        let bytes = try file(name)
        let whole = try Reading(bytes)
        for seed in UInt64(1)...40 {
            var random = Randomness(seed: seed)
            var damaged = bytes
            let start = Int.random(in: bytes.count / 3..<bytes.count * 2 / 3, using: &random)
            let garbage = random.bytes(Int.random(in: 1...120, using: &random))
            damaged.replaceSubrange(start..<start + garbage.count, with: garbage)
            let reading = try Reading(damaged)
            // The longest stretch of 120 octets touches five of the shortest records.
            #expect(reading.frameCount >= whole.frameCount - 7, "seed \(seed)")
            #expect(reading.values.last == whole.values.last, "seed \(seed)")
        }
    }

    @Test("octets put in or taken out of the middle are passed over", arguments: formats.map(\.name))
    func shiftedMiddle(_ name: String) throws {
        let bytes = try file(name)
        let whole = try Reading(bytes)
        for seed in UInt64(1)...20 {
            var random = Randomness(seed: seed)
            var damaged = bytes
            let at = Int.random(in: bytes.count / 3..<bytes.count * 2 / 3, using: &random)
            // pcapng aligns its blocks to four octets; a tool that loses octets does not.
            if seed.isMultiple(of: 2) {
                damaged.removeSubrange(at..<at + 13)
            } else {
                damaged.insert(contentsOf: random.bytes(37), at: at)
            }
            let reading = try Reading(damaged)
            #expect(reading.damages.count >= 1, "seed \(seed)")
            #expect(reading.frameCount >= whole.frameCount - 3, "seed \(seed)")
            #expect(reading.values.last == whole.values.last, "seed \(seed)")
        }
    }

    @Test("chance octets behind a good header are one damage, whatever their number")
    func onlyGarbage() throws {
        for seed in UInt64(1)...10 {
            var random = Randomness(seed: seed)
            for header in [
                Session().btsnoop(1002), Session().btsnoop(2001), Session().pcap(201), Session().pcapng(201),
            ] {
                let reading = try Reading(header + random.bytes(20_000))
                #expect(reading.frameCount <= 2, "seed \(seed)")
                #expect(reading.damages.reduce(0) { $0 + $1.octets } >= 19_000, "seed \(seed)")
            }
        }
    }

    @Test("chance packets in good records trap nothing")
    func hostilePackets() throws {
        for seed in UInt64(1)...10 {
            var random = Randomness(seed: seed)
            for datalink in [1001, 1002, 2001] as [UInt32] {
                var file: [UInt8] = []
                BtsnoopWriter.appendHeader(datalink == 2001 ? .linuxMonitor : .h4, to: &file)
                file.replaceSubrange(12..<16, with: Session.big(datalink))
                for index in 0..<400 {
                    var packet = random.bytes(Int.random(in: 0...40, using: &random))
                    // Half of them get as far as the attribute protocol.
                    if packet.count > 12, index.isMultiple(of: 2) {
                        packet.replaceSubrange(
                            0..<9,
                            with: [2, 0x40, 0x20, UInt8(packet.count - 5), 0, UInt8(packet.count - 9), 0, 4, 0]
                        )
                    }
                    let flags =
                        datalink == 2001 ? UInt32.random(in: 2...5, using: &random) : .random(in: 0...3, using: &random)
                    BtsnoopWriter.append(packet.span, flags: flags, unixMicroseconds: Int64(index) * 1000, to: &file)
                }
                #expect(try Reading(file).frameCount == 400, "seed \(seed)")
            }
        }
    }

    /// Where the records of a btsnoop file begin.
    private func recordOffsets(_ bytes: [UInt8]) -> [Int] {
        var offsets: [Int] = []
        var at = 16
        while at + 24 <= bytes.count {
            offsets.append(at)
            at += 24 + (Int(bytes[at + 6]) << 8) + Int(bytes[at + 7])
        }
        return offsets
    }
}
