import Capture
import Foundation
import TestSupport
import Testing

@Suite("Captures damaged by chance")
struct DamagedCaptureTests {
    static let names = ["both", "hr", "l2cap", "odd", "reconnect", "treadmill"]

    @Test(
        "whatever octets a shipped capture is changed in, every line is JSON and the last is the end",
        arguments: names
    )
    func mutations(_ name: String) throws {
        let whole = try Places.bytes(Places.captures.appending(path: "\(name).btsnoop"))
        let number = try #require(Self.names.firstIndex(of: name))
        // With 34 of each there are 204 of them.
        for turn in 0..<34 {
            var random = Randomness(seed: UInt64(1000 * number + turn))
            let file = Self.mutated(whole, turn, &random)
            let label = Comment(rawValue: "\(name), turn \(turn)")
            let inspection: Inspection
            do {
                inspection = try Inspection(file)
            } catch {
                // Only a file whose own header was hit is refused.
                #expect(file.prefix(16) != whole.prefix(16), label)
                continue
            }
            let lines = try Parsed.lines(inspection.json)
            #expect(lines.first?["record"] as? String == "capture", label)
            #expect(lines.last?["record"] as? String == "end", label)
            #expect(lines.count { $0["record"] as? String == "end" } == 1, label)
            #expect(lines.last?["values"] as? Int == lines.count { $0["record"] as? String == "value" }, label)
            #expect(lines.dropFirst().dropLast().allSatisfy { $0["device"] is String }, label)
        }
    }

    /// Single octets, bits, stretches of chance, lost and doubled stretches, cuts, and lengths of 4 GB.
    private static func mutated(_ whole: [UInt8], _ turn: Int, _ random: inout Randomness) -> [UInt8] {
        var file = whole
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let at = Int.random(in: 0..<max(1, file.count - 64), using: &random)
            let length = Int.random(in: 1...64, using: &random)
            guard at + length <= file.count else { break }
            switch turn % 7 {
            case 0: file[at] = UInt8.random(in: 0...255, using: &random)
            case 1: file[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: file.replaceSubrange(at..<at + length, with: random.bytes(length))
            case 3: file.removeSubrange(at..<at + length)
            case 4: file.insert(contentsOf: file[at..<at + length], at: at)
            case 5: file.removeSubrange(at...)
            default: file.replaceSubrange(at..<min(at + 8, file.count), with: [UInt8](repeating: 0xFF, count: 8))
            }
        }
        return file
    }
}
