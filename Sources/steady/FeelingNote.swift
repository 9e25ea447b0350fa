/// How the runner felt before a run, as a line of its recording: `feeling before 3`.
struct FeelingNote: Equatable {
    /// From 1 to 5.
    let before: Int

    init(before: Int) { self.before = before }

    /// Reads the line; `nil` for any other.
    init?(note: String) {
        let words = note.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "feeling", words[1] == "before", let value = Int(words[2]),
            (1...5).contains(value)
        else { return nil }
        before = value
    }

    var text: String { "feeling before \(before)" }
}
