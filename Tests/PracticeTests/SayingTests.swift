import Practice
import Testing

/// All that is said to the runner, held to the rules for saying it.
@Suite("What is said")
struct SayingTests {
    /// Blame, alarm, praise, body, comparison and medicine: as whole words, or as the beginning of one where a `*` is.
    private static let banned = [
        "fail*", "incomplete", "behind", "warning", "too high", "too low", "danger*", "abnormal*", "must",
        "should have",
        "amazing", "awesome", "great", "perfect*", "excellent", "congratulation*", "proud", "well done", "bravo",
        "weight", "fat", "lose", "burn*", "slim*", "calorie*",
        "record", "best ever", "personal best", "streak*", "rank*", "faster than", "better than others", "beat",
        "treat*", "cure*", "prevent*", "heal*", "therap*", "diagnos*", "overtrain*", "disorder*", "symptom*",
        "your brain", "neuro*", "endorphin*", "cortisol", "only", "just", "lazy", "missed", "zone 2", "criteria",
    ]

    /// Words that make a sentence a claim about what running does; a question claims nothing.
    private static let claims = [
        "some ease", "calmer", "sleep*", "asleep", "anxiety", "depression", "stress*", "mood", "helps you",
        "many people", "feel better", "heart medicine",
    ]

    private func has(_ pattern: String, in text: String) -> Bool {
        let text = " " + text.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : " " }.joined() + " "
        return pattern.hasSuffix("*")
            ? text.contains(" " + pattern.dropLast()) : text.contains(" " + pattern + " ")
    }

    @Test("nothing alarms, blames, praises, compares, or plays the doctor", arguments: Sayings.all)
    func tone(_ saying: Sayings.Entry) {
        #expect(!saying.template.contains("!"))
        for word in Self.banned { #expect(!has(word, in: saying.template), "'\(word)' in \(saying.name)") }
    }

    @Test("what claims something has a source", arguments: Sayings.all)
    func evidence(_ saying: Sayings.Entry) {
        if saying.template.hasSuffix("?") || saying.evidence != nil { return }
        for word in Self.claims { #expect(!has(word, in: saying.template), "'\(word)' in \(saying.name)") }
    }

    @Test("sentences are short, and end as sentences do", arguments: Sayings.all)
    func shape(_ saying: Sayings.Entry) {
        for sentence in saying.template.split(separator: ". ") { #expect(sentence.split(separator: " ").count <= 24) }
        #expect(!saying.template.hasPrefix(" ") && !saying.template.hasSuffix(" "))
    }

    @Test("no sentence is written twice")
    func unique() {
        let templates = Sayings.all.map(\.template)
        #expect(Set(templates).count == templates.count)
    }

    @Test("every source is one that can be looked up, and is used", arguments: Evidence.allCases)
    func sources(_ evidence: Evidence) {
        #expect(evidence.source.contains(/[0-9]{4}/))
    }

    @Test("places are filled by name")
    func places() {
        #expect(WeekSaying.goalMet.text(["goal": "three"]) == "That is your three. Rest counts too.")
        #expect(CareSaying.crisis.text() == CareSaying.crisis.rawValue)
    }
}
