/// Numbers and lines as people read them, in reports.
enum PlainText {
    /// `1:02:05`, hours first.
    static func clock(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        return "\(seconds / 3600):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    }

    /// `9.12 km`, rounded to the nearest.
    static func kilometres(_ millimetres: Int64) -> String {
        MetricWords.decimal((millimetres + 5000) / 10_000, places: 2) + " km"
    }

    /// A share of a whole in whole per cent, rounded to the nearest; 0 of nothing.
    static func percent(_ part: Int64, of whole: Int64) -> Int64 {
        whole <= 0 ? 0 : (part * 100 + whole / 2) / whole
    }

    /// `07`
    static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A text cut at its spaces into lines of at most so many characters; all but the first begin with an indent. A word
    /// that is longer keeps a line of its own.
    static func wrapped(_ text: String, columns: Int, indent: Int = 0) -> [String] {
        if text.count <= columns { return [text] }
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var isFirstWord = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if !isFirstWord, line.count + 1 + word.count > columns, !line.allSatisfy({ $0 == " " }) {
                lines.append(line)
                line = margin + word
            } else {
                line += isFirstWord ? String(word) : " " + word
            }
            isFirstWord = false
        }
        lines.append(line)
        return lines.map(trimmed)
    }

    /// Without spaces at its end.
    static func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

    /// What lines under a title begin with.
    static let margin = "  "
}
