import Foundation
import Hardware
import TestSupport
import Testing

/// The page beside the profiles is as the profiles are.
@Suite("The page of quirks")
struct CoverageTests {
    private struct Row {
        var number: String
        var cells: [String]
    }

    private func rows() throws -> [Row] {
        let text = try String(contentsOf: Places.root.appending(path: "Hardware/README.md"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let number = cells.first, number.wholeMatch(of: /[ACE]\d+/) != nil else { return nil }
            return Row(number: number, cells: Array(cells.dropFirst()))
        }
    }

    @Test("has every row, each met somewhere")
    func complete() throws {
        let rows = try rows()
        let expected = (1...32).map { "A\($0)" } + (1...20).map { "C\($0)" } + (1...9).map { "E\($0)" }
        #expect(rows.map(\.number) == expected)
        for row in rows {
            #expect(row.cells.count == 3, "\(row.number)")
            #expect(row.cells.allSatisfy { !$0.isEmpty }, "\(row.number)")
        }
    }

    @Test("names profiles and protocols that there are, and leaves none out")
    func names() throws {
        let text = try rows().map { $0.cells[2] }.joined(separator: "\n")
        let profiles = text.matches(of: /profile `([\w-]+)`/).map { String($0.1) }
        let protocols = text.matches(of: /protocol `([\w-]+)`/).map { String($0.1) }
        #expect(Set(profiles) == Set(DeviceProfile.all.map(\.id)))
        #expect(Set(protocols).isSubset(of: Set(UnsupportedProtocol.all.map(\.id))))
        #expect(protocols.count > 8)
    }

    @Test("names tests that there are")
    func tests() throws {
        let text = try rows().map { $0.cells[2] }.joined(separator: "\n")
        let references = text.matches(of: /"([^"]+)" in `([\w\/.]+)`/)
        #expect(references.count > 20)
        for reference in references {
            let file = Places.root.appending(path: "Tests/\(reference.2)")
            let source = try String(contentsOf: file, encoding: .utf8)
            #expect(source.contains("\"\(reference.1)"), "\(reference.1)")
        }
    }
}

/// Every quirk that is known can be told and traced.
@Suite("Quirks in words")
struct QuirkWordsTests {
    static let known = DeviceProfile.all.flatMap(\.quirks) + KnownQuirk.ofAnyHeartRateSensor

    @Test("each is one sentence for a runner", arguments: Set(known.map(\.quirk.sentence)))
    func sentence(_ sentence: String) {
        #expect(sentence.hasSuffix("."))
        #expect(sentence.first?.isUppercase == true)
        #expect(!sentence.dropLast().contains(". "))
        #expect(sentence.count < 200)
    }

    @Test(
        "numbers in them are figures",
        arguments: [
            (.inclinationFixed(.fifteenDegrees), "26.8 %"), (.declines(toDeciPercent: -55), "-5.5 %"),
            (.inclinationWithin(-60...400), "-6 to 40 %"), (.speedOff(upToCentiKmH: 30), "0.3 km/h"),
            (.links(1), "one"), (.links(2), "2"), (.declines(toDeciPercent: .min), "-3276.8 %"),
        ] as [(Quirk, String)]
    )
    func figures(_ quirk: Quirk, _ figures: String) {
        #expect(quirk.sentence.contains(figures))
    }

    @Test("each names its source, and its bytes are bytes")
    func evidence() {
        let evidence = Self.known.map(\.evidence) + UnsupportedProtocol.all.map(\.evidence)
        for one in evidence {
            #expect(one.source.count > 5)
            for payload in one.payloads { #expect([UInt8](hex: payload).hex == payload) }
        }
    }

    @Test("each profile has a quirk and each quirk stands once in it", arguments: DeviceProfile.all.map(\.id))
    func once(_ id: String) throws {
        let quirks = try #require(DeviceProfile.named(id)).quirks.map(\.quirk)
        #expect(!quirks.isEmpty)
        #expect(Set(quirks).count == quirks.count)
    }
}
