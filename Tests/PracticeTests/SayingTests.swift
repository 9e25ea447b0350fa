import Practice
import TestSupport
import Testing

/// All that is said to the runner, held to the rules for saying it.
@Suite("What is said")
struct SayingTests {
    @Test("nothing alarms, blames, praises, compares, or plays the doctor", arguments: Sayings.all)
    func tone(_ saying: Sayings.Entry) {
        #expect(!saying.template.contains("!"))
        let words = WordingRules.words(of: saying.template)
        for word in WordingRules.banned {
            #expect(!WordingRules.has(word, inWords: words), "'\(word)' in \(saying.name)")
        }
    }

    @Test("what claims something has a source", arguments: Sayings.all)
    func evidence(_ saying: Sayings.Entry) {
        if saying.template.hasSuffix("?") || saying.evidence != nil { return }
        let words = WordingRules.words(of: saying.template)
        for word in WordingRules.claims {
            #expect(!WordingRules.has(word, inWords: words), "'\(word)' in \(saying.name)")
        }
    }

    @Test("sentences are short, and end as sentences do", arguments: Sayings.all)
    func shape(_ saying: Sayings.Entry) {
        for line in saying.template.split(separator: "\n") {
            for sentence in line.split(separator: ". ") { #expect(sentence.split(separator: " ").count <= 24) }
        }
        // What is put behind a name, such as an age or a battery, begins as it goes on.
        let isAdded = saying.template.hasPrefix(" for {") || saying.template.hasPrefix(", ")
        #expect(isAdded || !saying.template.hasPrefix(" "))
        #expect(!saying.template.hasSuffix(" ") && !saying.template.hasSuffix("\n"))
        if saying.template.contains(". ") { #expect(!saying.template.hasSuffix(",")) }
    }

    @Test("no sentence is written twice")
    func unique() {
        // A single word may mean two things.
        let templates = Sayings.all.map(\.template).filter { $0.contains(" ") }
        #expect(templates.count > 200)
        for (template, copies) in Dictionary(grouping: templates, by: \.self) {
            #expect(copies.count == 1, "\(template)")
        }
    }

    @Test("every place has a name, and is closed", arguments: Sayings.all)
    func openPlaces(_ saying: Sayings.Entry) {
        let open = saying.template.count { $0 == "{" }
        #expect(saying.template.matches(of: /\{[a-zA-Z]+\}/).count == open)
        #expect(saying.template.count { $0 == "}" } == open)
    }

    @Test("every source is one that can be looked up, and is used", arguments: Evidence.allCases)
    func sources(_ evidence: Evidence) {
        #expect(evidence.source.contains(/[0-9]{4}/))
        #expect(Sayings.all.contains { $0.evidence == evidence })
    }

    @Test("places are filled by name")
    func places() {
        #expect(WeekSaying.goalMet.text(["goal": "three"]) == "That is your three. Rest counts too.")
        #expect(CareSaying.crisis.text() == CareSaying.crisis.rawValue)
    }
}
