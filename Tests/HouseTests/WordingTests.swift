import Foundation
import TestSupport
import Testing

/// What is said to the runner stands in one place, and what is said elsewhere does not alarm, blame, praise or play the
/// doctor either.
@Suite("Words, wherever they stand")
struct WordingTests {
    /// A literal that is let be, and why.
    private struct Exception {
        var file: String
        var text: String
        var reason: String
    }

    private struct Place: CustomStringConvertible {
        var file: String
        var literal: SwiftLiterals.Literal

        var description: String { "\(file):\(literal.line): \(literal.text)" }
    }

    private static let words = "Sources/Practice/Words/"

    private func places(_ folder: String) throws -> [Place] {
        let root = Places.root.appending(path: folder)
        let files =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        return try files.filter { $0.pathExtension == "swift" }.flatMap { file in
            let path = file.path.replacingOccurrences(of: Places.root.path + "/", with: "")
            let source = try String(contentsOf: file, encoding: .utf8)
            return SwiftLiterals.all(in: source).map { Place(file: path, literal: $0) }
        }
    }

    private struct Word {
        var word: String
        /// Where it may stand: a folder or a file.
        var place: String
        var reason: String
    }

    // MARK: - What is let be

    /// Literals with an exclamation mark that nobody is shown.
    private static let marks = [
        Exception(file: "Sources/WorkoutFiles/TCX/XMLScanner.swift", text: "<!--", reason: "XML, read"),
        Exception(file: "Sources/WorkoutFiles/TCX/XMLScanner.swift", text: "<![CDATA[", reason: "XML, read"),
        Exception(file: "Sources/WorkoutFiles/TCX/XMLScanner.swift", text: "<!", reason: "XML, read"),
        Exception(file: "Sources/Reporting/HTML/SessionPage.swift", text: "<!doctype html>", reason: "HTML"),
    ]

    /// Words that mean something else where they stand.
    private static let lettingBe = [
        Word(word: "fail*", place: "Sources/Adapters/", reason: "systemd's name of a state"),
        Word(word: "fail*", place: "Sources/BlueZ/", reason: "BlueZ's name of an error"),
        Word(word: "fail*", place: "Sources/SystemBus/", reason: "the bus's name of an error"),
        Word(word: "fail*", place: "Sources/SensorCodec/", reason: "the specification's name of an answer"),
        Word(word: "fail*", place: "Sources/Doctor/Finding.swift", reason: "the key of a finding, for programs"),
        Word(word: "fail*", place: "Sources/Doctor/BlueZVersion.swift", reason: "of a connection, not of the runner"),
        Word(word: "alert*", place: "Sources/Settings/SettingsText.swift", reason: "the name of a section"),
        Word(word: "should have", place: "Sources/HCIMonitor/MonitorFailure.swift", reason: "of a program"),
        Word(word: "incomplete", place: "Sources/RunEngine/Session/PacketTally.swift", reason: "of a capture's record"),
        Word(word: "too high", place: "Hardware/Quirk+Sentence.swift", reason: "of what a dry sensor reads"),
    ]

    /// Sentences in Dashboard and Reporting that are not said to a runner on the way.
    private static let sentences = [
        Exception(
            file: "Sources/Reporting/DoctorReport.swift",
            text: "{} Steady here. Begin at the top, then ask again: `steady doctor`.",
            reason: "the doctor speaks to whoever runs the machine"
        ),
        Exception(
            file: "Sources/Reporting/DoctorReport.swift",
            text: "Nothing stops Steady here.",
            reason: "the doctor speaks to whoever runs the machine"
        ),
        Exception(
            file: "Sources/Reporting/DoctorReport.swift",
            text: "Nothing stops Steady here. If links drop or sensors stay away, begin with what may trouble it.",
            reason: "the doctor speaks to whoever runs the machine"
        ),
    ]

    // MARK: - What holds

    /// All that the program can print. The benchmarks speak to whoever measures.
    private func shown() throws -> [Place] {
        let places = try places("Sources").filter { !$0.file.hasPrefix("Sources/Benchmarks/") } + places("Hardware")
        try #require(places.count > 4000)
        return places
    }

    @Test("literals are read as the compiler reads them")
    func literals() {
        let source = #"""
            let a = "one \(f("two", (1))) three" // "no"
            /* "no" /* "nor" */ "neither" */
            let b = """
                four \
                five!
                """ + #"si\x "seven""#
            let c = "\"" + ""
            """#
        #expect(
            SwiftLiterals.all(in: source) == [
                .init(text: "two", line: 1), .init(text: "one {} three", line: 1), .init(text: "four five!", line: 3),
                .init(text: #"si\x "seven""#, line: 6), .init(text: "\"", line: 7), .init(text: "", line: 7),
            ]
        )
    }

    @Test("nothing that is shown has an exclamation mark")
    func exclamationMarks() throws {
        var used: Set<String> = []
        for place in try shown() where place.literal.text.contains("!") {
            let known = Self.marks.first { place.file == $0.file && place.literal.text.hasPrefix($0.text) }
            let left = place.literal.text.dropFirst(known?.text.count ?? 0)
            #expect(known != nil && !left.contains("!"), "\(place)")
            if let known { used.insert(known.text) }
        }
        #expect(used == Set(Self.marks.map(\.text)))
    }

    @Test("nothing alarms, blames, praises, or plays the doctor")
    func tone() throws {
        let rules = WordingRules.alarm + WordingRules.blame + WordingRules.praise + WordingRules.medicine
        var used: Set<String> = []
        for place in try shown() where !place.file.hasPrefix(Self.words) {
            let words = WordingRules.words(of: place.literal.text)
            for rule in rules where WordingRules.has(rule, inWords: words) {
                let known = Self.lettingBe.first { $0.word == rule && place.file.hasPrefix($0.place) }
                #expect(known != nil, "'\(rule)' in \(place)")
                if let known { used.insert(known.place) }
            }
        }
        #expect(used == Set(Self.lettingBe.map(\.place)))
    }

    @Test("in the folder of what is said, whatever is written there keeps to all the rules")
    func folder() throws {
        for place in try places(Self.words) {
            // Where a claim comes from is not said.
            if place.file.hasSuffix("/Evidence.swift") { continue }
            let words = WordingRules.words(of: place.literal.text)
            for rule in WordingRules.banned {
                #expect(!WordingRules.has(rule, inWords: words), "'\(rule)' in \(place)")
            }
        }
    }

    @Test("Dashboard, Reporting and the rest of Practice choose what is said, and have no sentence of their own")
    func sentences() throws {
        var used: Set<String> = []
        let practice = try places("Sources/Practice").filter { !$0.file.hasPrefix(Self.words) }
        for place in try places("Sources/Dashboard") + places("Sources/Reporting") + practice {
            // A capital at the beginning, or behind what is put in; three words; a full stop.
            let text = place.literal.text
            guard text.contains(/(?:^|[>\s}])[A-Z][^.<>]*[ \n][^.<>]*[ \n][^.<>]*\.(?:$|[\s<])/) else { continue }
            let known = Self.sentences.first { place.file == $0.file && text == $0.text }
            #expect(known != nil, "\(place)")
            if let known { used.insert(known.text) }
        }
        #expect(used == Set(Self.sentences.map(\.text)))
    }

    @Test("no command says a sentence of its own to the runner: what follows a run is chosen, not written, there")
    func commands() throws {
        let root = Places.root.appending(path: "Sources/steady")
        let files =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        for file in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let isSaid = line.contains(/(?:tell|talker\.say|output\.print|said\.append|notice =)\(? ?"[A-Za-z]/)
                #expect(!isSaid, "\(file.lastPathComponent): \(line)")
            }
        }
    }
}
