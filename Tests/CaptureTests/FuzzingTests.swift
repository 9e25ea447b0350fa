import Capture
import Foundation
import TestSupport
import Testing

@Suite("What the fuzzers of the capture readers found, and where they begin")
struct FuzzingTests {
    @Test("every find is read in keeping with what must hold", arguments: ["btsnoop", "pcap", "pcapng"])
    func finds(_ format: String) throws {
        let finds = try Places.finds(format)
        #expect(!finds.isEmpty)
        for find in finds {
            let findings = CaptureProperties.check(try Places.bytes(find))
            #expect(findings.violation == nil, "\(find.lastPathComponent)")
            #expect(findings.format == format, "\(find.lastPathComponent)")
        }
    }

    @Test("every seed is read in keeping with what must hold", arguments: ["btsnoop", "pcap", "pcapng"])
    func seeds(_ format: String) throws {
        let seeds = try #require(try FuzzSeeds.all()[format])
        for seed in seeds {
            #expect(CaptureProperties.check(seed) == CaptureProperties.Findings(format: format))
        }
    }

    @Test("a pcapng section whose two lengths differ is damage, however much of it is at hand")
    func sectionWithTwoLengths() throws {
        var file = Session.twoSensors.pcapngWithOddBlocks(201)
        // The header of the first section has options, so that its second length lies behind what tells the format.
        let end = Int(file[7])
        #expect(end > 28)
        file[end - 1] ^= 0x40
        let whole = try Reading(file)
        #expect(whole.header?.format == .pcapng)
        #expect(whole.damages.first?.offset == 0)
        for piece in [1, 28, 1000] { #expect(try Reading(file, piece: piece) == whole) }
    }

    @Test("sections in both byte orders are read, and blocks and options that few programs write are passed over")
    func oddBlocks() throws {
        let whole = try Reading(Session.twoSensors.pcapng(201))
        let reading = try Reading(Session.twoSensors.pcapngWithOddBlocks(201))
        #expect(reading.damages == [])
        #expect(reading.values.map(\.bytes) == whole.values.map(\.bytes))
        #expect(reading.names == whole.names)
        let simple = try Reading(Session.twoSensors.pcapngOfSimplePackets(201))
        #expect(simple.values.map(\.bytes) == whole.values.map(\.bytes))
        #expect(simple.values.allSatisfy { $0.value.unixMicroseconds == 0 })
    }
}
