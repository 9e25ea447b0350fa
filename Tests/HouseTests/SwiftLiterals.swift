/// The string literals of a Swift file, as they are said: escapes resolved, `{}` where something is put in.
///
/// Literals inside an interpolation are literals of their own. Comments are passed over. It reads as much of the language
/// as the house writes: no regular expression here holds a quotation mark.
struct SwiftLiterals {
    struct Literal: Equatable {
        var text: String
        /// Where it begins, from 1.
        var line: Int
    }

    private let source: [UInt8]
    private var place = 0
    private var line = 1
    private var found: [Literal] = []

    private init(_ source: String) { self.source = Array(source.utf8) }

    static func all(in source: String) -> [Literal] {
        var reader = SwiftLiterals(source)
        reader.readCode(untilParenthesis: false)
        return reader.found
    }

    private func octet(_ offset: Int = 0) -> UInt8? {
        place + offset < source.count ? source[place + offset] : nil
    }

    private func has(_ text: StaticString) -> Bool {
        source[place...].starts(with: Array(text.description.utf8))
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where place < source.count {
            if source[place] == UInt8(ascii: "\n") { line += 1 }
            place += 1
        }
    }

    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while let octet = octet() {
            switch octet {
            case UInt8(ascii: "/") where has("//"): while self.octet() ?? 10 != 10 { advance() }
            case UInt8(ascii: "/") where has("/*"): skipComment()
            case UInt8(ascii: "#"), UInt8(ascii: "\""): readLiteralOrHash()
            case UInt8(ascii: "("):
                depth += 1
                advance()
            case UInt8(ascii: ")"):
                depth -= 1
                advance()
                if untilParenthesis, depth < 0 { return }
            default: advance()
            }
        }
    }

    /// Comments may lie in comments.
    private mutating func skipComment() {
        var depth = 0
        repeat {
            if has("/*") {
                depth += 1
                advance(2)
            } else if has("*/") {
                depth -= 1
                advance(2)
            } else {
                advance()
            }
        } while depth > 0 && place < source.count
    }

    private mutating func readLiteralOrHash() {
        var hashes = 0
        while octet(hashes) == UInt8(ascii: "#") { hashes += 1 }
        guard octet(hashes) == UInt8(ascii: "\"") else { return advance(max(1, hashes)) }
        let first = line
        advance(hashes)
        let isLong = has("\"\"\"")
        let end = Array(repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1) + hashMarks(hashes)
        advance(isLong ? 4 : 1)
        if isLong { skipIndentation() }
        var text: [UInt8] = []
        while place < source.count, !source[place...].starts(with: end) {
            if source[place...].starts(with: [UInt8(ascii: "\\")] + hashMarks(hashes)) {
                advance(1 + hashes)
                readEscape(into: &text)
            } else {
                text.append(source[place])
                advance()
                if isLong, text.last == 10 { skipIndentation() }
            }
        }
        advance(end.count)
        if isLong, text.last == 10 { text.removeLast() }
        found.append(Literal(text: String(decoding: text, as: UTF8.self), line: first))
    }

    private func hashMarks(_ count: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "#"), count: count) }

    private mutating func skipIndentation() {
        while octet() == UInt8(ascii: " ") { advance() }
    }

    private mutating func readEscape(into text: inout [UInt8]) {
        guard let octet = octet() else { return }
        advance()
        switch octet {
        case UInt8(ascii: "("):
            readCode(untilParenthesis: true)
            text += Array("{}".utf8)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            while self.octet() ?? UInt8(ascii: "}") != UInt8(ascii: "}") { advance() }
            advance()
        // A line that goes on in the next one.
        case 10: skipIndentation()
        default: text.append(octet)
        }
    }
}
