import Capture
import Foundation
import SensorCodec
import TestSupport
import Testing

enum RecordedCaptures {
    static let areHere = Places.recordings != nil && Places.program("tshark") != nil
    static let missing = Places.recordings == nil ? Places.noRecordings : "tshark is not installed"

    static let files: [String] = {
        guard let place = Places.recordings?.appending(path: "captures") else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).filter {
            !$0.hasSuffix(".md")
        }
        .sorted()
    }()
}

/// Captures that other people made of real devices, read beside tshark: the numbers of attribute packets of each
/// opcode must be equal, or differ for a reason that is written here.
@Suite("Recorded captures", .enabled(if: RecordedCaptures.areHere, Comment(rawValue: RecordedCaptures.missing)))
struct RecordedCaptureTests {
    @Test("each opens without damage and counts as tshark does", arguments: RecordedCaptures.files)
    func sameAsTshark(_ name: String) throws {
        let file = try #require(Places.recordings).appending(path: "captures/\(name)")
        let reading = try Reading(Places.bytes(file))
        #expect(reading.damages == [])
        #expect(reading.frameCount > 0)
        let theirs = try Tshark.attributePackets(file)
        for opcode in 0..<256 {
            let packets = theirs.filter { $0.opcode == opcode }
            let difference = Self.differences[name]?[opcode] ?? Difference()
            let label = Comment(rawValue: "\(name), opcode \(String(opcode, radix: 16))")
            #expect(
                reading.opcodeCounts[opcode] == packets.count - difference.badChecksums - difference.repetitions,
                label
            )
            // tshark itself marks as many packets so.
            #expect(packets.count { $0.hasBadChecksum } == difference.badChecksums, label)
            #expect(packets.count { $0.isRepetition && !$0.hasBadChecksum } >= difference.repetitions, label)
        }
    }

    /// Why Steady counts fewer packets of an opcode than tshark. Only captures of the air differ.
    struct Difference {
        /// tshark reads frames on that the sniffer marked as garbled; Steady passes over them.
        var badChecksums = 0
        /// tshark counts a frame again that the radio repeated; Steady counts it once. tshark marks more frames as
        /// repeated, by their sequence number alone: those whose payload is new came after one that the sniffer
        /// missed, and both programs count them.
        var repetitions = 0
    }

    static let differences: [String: [Int: Difference]] = [
        "treadspan_ble-capture-1.pcap": [
            0x12: Difference(repetitions: 9), 0x13: Difference(repetitions: 3), 0x1B: Difference(repetitions: 4),
        ],
        "treadspan_urevo-with-urevo-mobile-app.pcapng": [
            0x13: Difference(badChecksums: 1), 0x16: Difference(badChecksums: 1),
            0x1B: Difference(badChecksums: 7, repetitions: 5), 0x52: Difference(badChecksums: 1),
        ],
        "whad_ble_pairing.pcap": [0x08: Difference(repetitions: 1)],
    ]
}

/// The attribute packets of a capture as tshark sees them.
enum Tshark {
    struct AttributePacket {
        var opcode: Int
        var hasBadChecksum: Bool
        var isRepetition: Bool
    }

    static func attributePackets(_ file: URL) throws -> [AttributePacket] {
        try fields(["btatt.opcode", "nordic_ble.crcok", "btle.retransmit"], of: file, filter: "btatt").flatMap {
            fields -> [AttributePacket] in
            // Several attribute packets in one frame stand side by side.
            fields[0].split(separator: ",").compactMap { word in
                Int(word.dropFirst(2), radix: 16).map {
                    AttributePacket(opcode: $0, hasBadChecksum: fields[1] == "0", isRepetition: !fields[2].isEmpty)
                }
            }
        }
    }

    /// The fields of each packet that the filter lets through; those that a packet has not are empty.
    static func fields(_ names: [String], of file: URL, filter: String) throws -> [[String]] {
        let process = Process()
        process.executableURL = Places.program("tshark")
        process.arguments = ["-r", file.path, "-Y", filter, "-T", "fields"] + names.flatMap { ["-e", $0] }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
