import BlueZ
import UnixIO

/// Says what a measurement by hand has to say: lines on standard output, what happens to the link on standard error.
final class PracticeTalker {
    private let words: HostWords
    /// Standard output belongs to a program then: nothing but its JSON is written there.
    private let isQuiet: Bool
    private var toldOfHost: String?

    init(words: HostWords, isQuiet: Bool) {
        self.words = words
        self.isQuiet = isQuiet
    }

    /// Lines for the runner. A reader that went away hears nothing; the measurement goes on.
    func say(_ lines: [String]) {
        if isQuiet { return }
        var output = StandardOutput()
        for line in lines { try? output.print(line) }
        try? output.flush()
    }

    func show(_ event: LinkEvent) {
        if case .host(let state) = event {
            let sentence = words.sentence(for: state)
            if let sentence, sentence != toldOfHost { tell(sentence) }
            toldOfHost = sentence
        } else if let line = LinkWords.line(for: event, isVerbose: false) {
            tell(line)
        }
    }

    func tell(_ notice: String) { StandardError.print("steady: \(notice)") }
}
