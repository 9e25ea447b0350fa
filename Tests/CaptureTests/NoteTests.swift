import Capture
import TestSupport
import Testing

@Suite("Notes in a capture")
struct NoteTests {
    /// A capture of one record of the monitor.
    private func notes(opcode: UInt32, _ packet: [UInt8]) throws -> [String] {
        var file: [UInt8] = []
        BtsnoopWriter.appendHeader(.linuxMonitor, to: &file)
        BtsnoopWriter.append(
            packet.span,
            flags: 0xFFFF_0000 | opcode,
            unixMicroseconds: 1_800_000_000_000_000,
            to: &file
        )
        return try Reading(file).notes.map(\.text)
    }

    @Test("those of Steady are told without its name, in both ways that the monitor has")
    func ours() throws {
        #expect(try notes(opcode: 12, Array("steady pause\0".utf8)) == ["pause"])
        #expect(try notes(opcode: 12, Array("steady pause".utf8)) == ["pause"])
        #expect(try notes(opcode: 13, [6, 7] + Array("steady\0resume\0".utf8)) == ["resume"])
        #expect(try notes(opcode: 13, [6, 6] + Array("steadyresume".utf8)) == ["resume"])
    }

    @Test(
        "those of others are not",
        arguments: [
            (12, "Linux version 6.1.0\0"), (12, "steady\0"), (12, "steady \0"), (12, "steadypause"),
            (12, "Steady pause"),
            (12, "stea"), (12, ""), (13, ""), (13, "\u{6}"), (13, "\u{6}\u{7}"), (13, "\u{6}\u{7}steady"),
            (13, "\u{6}\u{7}steady\0"), (13, "\u{6}\u{7}steadypause"), (13, "\u{6}\u{8}steady\0\0pause"),
            (13, "\u{6}\u{C}bluetoothd\0\0pause"), (13, "\u{6}\u{0}pause"), (13, "\u{6}\u{7}steady\0\u{1B}\0"),
        ] as [(UInt32, String)]
    )
    func theirs(_ opcode: UInt32, _ packet: String) throws {
        #expect(try notes(opcode: opcode, Array(packet.utf8)) == [])
    }

    @Test("hostile ones are cleaned and cut, when they are written and when they are read")
    func hostile() throws {
        let text = "\u{1B}]0;bad\u{7}\u{202E}\nmore\u{0}hidden " + String(repeating: "♥", count: 200)
        let read = try notes(opcode: 13, [6, 7] + Array("steady\0".utf8) + Array(text.utf8))
        #expect(read == ["]0;badmore"])
        var recorder = Recorder()
        recorder.note(text)
        recorder.note("")
        recorder.note(" \n")
        let written = try Reading(recorder.bytes).notes.map(\.text)
        #expect(written.count == 1)
        #expect(written[0].hasPrefix("]0;badmorehidden ♥♥"))
        #expect(written[0].utf8.count <= 248)
        #expect(!recorder.bytes.contains(0x1B))
        let invalid = try notes(
            opcode: 13,
            [6, 7] + Array("steady\0".utf8) + [0x61] + [UInt8](repeating: 0xFF, count: 600)
        )
        #expect(invalid == ["a" + String(repeating: "\u{FFFD}", count: 82)])
    }
}
