/// Text in an HTML page.
enum HTMLText {
    /// A text from outside, fit to stand between tags and in attributes with quotes: whatever it holds, it stays text.
    /// What steers a terminal or turns the reading direction becomes `?`.
    static func escaped(_ text: String) -> String {
        var clean = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": clean += "&amp;"
            case "<": clean += "&lt;"
            case ">": clean += "&gt;"
            case "\"": clean += "&quot;"
            case "'": clean += "&#39;"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: clean += "?"
                default: clean.unicodeScalars.append(scalar)
                }
            }
        }
        return clean
    }

    /// A number as people read it, with the one that programs read beside it: the key is its place in the JSON form.
    static func number(_ key: String, _ value: String, _ text: String) -> String {
        "<data data-key=\"\(key)\" value=\"\(value)\">\(escaped(text))</data>"
    }

    /// A share in per cent with two places, for positions.
    static func percent(_ part: Int64, of whole: Int64) -> String {
        let hundredths = whole <= 0 ? 0 : min(max(0, part), whole) * 10_000 / whole
        return MetricWords.decimal(hundredths, places: 2) + "%"
    }
}
