import Testing
import UnixIO

@Suite("Keys of a terminal")
struct TerminalKeyTests {
    private func keys(_ pieces: [[UInt8]]) -> [TerminalKey] {
        var decoder = TerminalKeyDecoder()
        var keys: [TerminalKey] = []
        for piece in pieces {
            decoder.take(piece)
            // What is the beginning of a key waits for the rest of it.
            while !decoder.isUnfinished, let key = decoder.next() { keys.append(key) }
        }
        while let key = decoder.next() { keys.append(key) }
        #expect(decoder.isEmpty)
        return keys
    }

    /// As xterm, rxvt, screen, tmux and the Linux console send them.
    static let spellings: [(String, TerminalKey)] = [
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
        ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home),
        ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end),
        ("\u{1B}[8~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\r", .enter), ("\n", .enter),
        ("\u{1B}OM", .enter), ("\u{3}", .interrupt), ("\u{1A}", .suspend), ("q", .character(0x71)),
        (" ", .character(0x20)), ("?", .character(0x3F)),
    ]

    @Test("a key is known in every spelling, wherever a read cuts it", arguments: spellings)
    func spelling(_ text: String, _ key: TerminalKey) {
        let octets = Array(text.utf8)
        for cut in 0...octets.count {
            let pieces = [Array(octets[..<cut]), Array(octets[cut...])]
            #expect(keys(pieces) == [key], "cut at \(cut)")
        }
        #expect(keys([octets + octets + [0x71]]) == [key, key, .character(0x71)])
    }

    @Test("Escape alone is Escape, and what follows it in time is a key of its own")
    func escape() {
        #expect(keys([[0x1B]]) == [.escape])
        var decoder = TerminalKeyDecoder()
        decoder.take([0x1B])
        #expect(decoder.isUnfinished && decoder.next() == .escape && decoder.isEmpty)
        decoder.take([0x71])
        #expect(!decoder.isUnfinished && decoder.next() == .character(0x71))
    }

    @Test("keys that nobody knows, and those with Shift or Control, are passed over whole")
    func unknown() {
        for text in ["\u{1B}[1;2F", "\u{1B}[1;5A", "\u{1B}[15~", "\u{1B}OP", "\u{1B}[Z", "\u{1B}[200~"] {
            #expect(keys([Array(text.utf8), [0x71]]) == [.character(0x71)], "\(text.dropFirst())")
        }
    }

    @Test("whatever comes, each octet is used up, and a sequence that never ends is no key")
    func anything() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let octets = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                [0x1B, UInt8(ascii: "["), UInt8(ascii: "O"), 0x31, 0x7E, UInt8.random(in: 0...255, using: &generator)]
                    .randomElement(using: &generator) ?? 0
            }
            let found = keys([octets])
            #expect(found.count <= octets.count, "\(octets)")
        }
        #expect(keys([[0x1B, UInt8(ascii: "[")] + Array(repeating: 0x31, count: 100)]).isEmpty)
    }
}
