/// Steps through the elements of an XML file: as much of XML as data files need, and nothing that can grow.
///
/// A document type is refused, so that there are no entities but the five of XML and numbers of characters; no more than
/// ``deepest`` elements lie in each other, and of a text ``longestText`` octets are kept. Tags have to pair. Prefixes of
/// names are left out.
struct XMLScanner: ~Escapable {
    /// What stands at a place.
    enum Token {
        /// A start tag; an empty element is followed by its end.
        case start(name: String, attributes: [(name: String, value: String)])
        /// An end tag, and the text since the last tag.
        case end(name: String, text: String)
    }

    static let deepest = 64
    static let longestText = 4096
    private static let mostAttributes = 64

    private let bytes: Span<UInt8>
    private(set) var offset: Int
    private var open: [String] = []
    private var text: [UInt8] = []
    /// The name of an empty element whose end is due.
    private var pendingEnd: String?
    private var hasRoot = false

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        offset = bytes.count >= 3 && mark.indices.allSatisfy { bytes[$0] == mark[$0] } ? 3 : 0
    }

    private var damaged: WorkoutFailure { .damaged(.tcx, offset: offset) }

    /// The next tag; `nil` behind the root element.
    mutating func next() throws(WorkoutFailure) -> Token? {
        if let name = pendingEnd {
            pendingEnd = nil
            return try end(name)
        }
        while offset < bytes.count {
            if bytes[offset] != UInt8(ascii: "<") {
                try takeText()
            } else if let token = try tag() {
                return token
            }
        }
        if !open.isEmpty || !hasRoot { throw .truncated(.tcx) }
        return nil
    }

    private mutating func tag() throws(WorkoutFailure) -> Token? {
        if begins("<!--") {
            try skip(behind: "-->")
        } else if begins("<![CDATA[") {
            let start = offset + 9
            try skip(behind: "]]>")
            for at in start..<offset - 3 where text.count < Self.longestText { text.append(bytes[at]) }
        } else if begins("<!") {
            throw .documentType
        } else if begins("<?") {
            try skip(behind: "?>")
        } else if begins("</") {
            offset += 2
            let name = try name()
            try skipSpace()
            try expect(UInt8(ascii: ">"))
            return try end(name)
        } else {
            return try start()
        }
        return nil
    }

    private mutating func start() throws(WorkoutFailure) -> Token {
        offset += 1
        let name = try name()
        if open.isEmpty, hasRoot { throw damaged }
        var attributes: [(name: String, value: String)] = []
        while true {
            try skipSpace()
            let octet = try peek()
            if octet == UInt8(ascii: ">") || octet == UInt8(ascii: "/") { break }
            if attributes.count == Self.mostAttributes { throw damaged }
            attributes.append(try attribute())
        }
        if bytes[offset] == UInt8(ascii: "/") {
            offset += 1
            pendingEnd = name
        }
        try expect(UInt8(ascii: ">"))
        if open.count == Self.deepest { throw damaged }
        open.append(name)
        hasRoot = true
        text.removeAll(keepingCapacity: true)
        return .start(name: name, attributes: attributes)
    }

    private mutating func end(_ name: String) throws(WorkoutFailure) -> Token {
        guard open.popLast() == name else { throw damaged }
        defer { text.removeAll(keepingCapacity: true) }
        return .end(name: name, text: String(decoding: text, as: UTF8.self))
    }

    private mutating func attribute() throws(WorkoutFailure) -> (name: String, value: String) {
        let name = try name()
        try skipSpace()
        try expect(UInt8(ascii: "="))
        try skipSpace()
        let quote = try peek()
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw damaged }
        offset += 1
        var value: [UInt8] = []
        while try peek() != quote { try takeCharacter(into: &value) }
        offset += 1
        return (name, String(decoding: value, as: UTF8.self))
    }
}

// MARK: - Octets

extension XMLScanner {
    private func begins(_ mark: StaticString) -> Bool {
        let mark = mark.description.utf8
        guard bytes.count - offset >= mark.count else { return false }
        return mark.enumerated().allSatisfy { bytes[offset + $0.offset] == $0.element }
    }

    private mutating func skip(behind mark: StaticString) throws(WorkoutFailure) {
        while offset < bytes.count {
            if begins(mark) {
                offset += mark.utf8CodeUnitCount
                return
            }
            offset += 1
        }
        throw .truncated(.tcx)
    }

    private func peek() throws(WorkoutFailure) -> UInt8 {
        guard offset < bytes.count else { throw .truncated(.tcx) }
        return bytes[offset]
    }

    private mutating func expect(_ octet: UInt8) throws(WorkoutFailure) {
        guard try peek() == octet else { throw damaged }
        offset += 1
    }

    private mutating func skipSpace() throws(WorkoutFailure) {
        while Self.isSpace(try peek()) { offset += 1 }
    }

    private static func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0D).contains(octet) }

    /// A name without its prefix.
    private mutating func name() throws(WorkoutFailure) -> String {
        var octets: [UInt8] = []
        var length = 0
        while true {
            let octet = try peek()
            let isName =
                octet >= 0x80 || octet == UInt8(ascii: "_") || octet == UInt8(ascii: "-")
                || octet == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
            if octet == UInt8(ascii: ":") { octets.removeAll() } else if isName { octets.append(octet) } else { break }
            offset += 1
            length += 1
            if length > 256 { throw damaged }
        }
        if octets.isEmpty { throw damaged }
        return String(decoding: octets, as: UTF8.self)
    }

    private mutating func takeText() throws(WorkoutFailure) {
        if open.isEmpty {
            guard Self.isSpace(bytes[offset]) else { throw damaged }
            offset += 1
            return
        }
        var content: [UInt8] = []
        swap(&content, &text)
        defer { swap(&content, &text) }
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { try takeCharacter(into: &content) }
    }

    /// One octet, or a reference; beyond the longest text nothing is kept.
    private mutating func takeCharacter(into text: inout [UInt8]) throws(WorkoutFailure) {
        let octet = bytes[offset]
        offset += 1
        let isKept = text.count < Self.longestText
        if octet == UInt8(ascii: "&") {
            let octets = try reference()
            if isKept { text += octets }
        } else if isKept {
            text.append(octet)
        }
    }

    /// What stands between `&` and `;`.
    private mutating func reference() throws(WorkoutFailure) -> [UInt8] {
        var name: [UInt8] = []
        while try peek() != UInt8(ascii: ";") {
            name.append(bytes[offset])
            offset += 1
            if name.count > 10 { throw damaged }
        }
        offset += 1
        switch String(decoding: name, as: UTF8.self) {
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "amp": return [UInt8(ascii: "&")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        case let number where number.hasPrefix("#"):
            let isHex = number.hasPrefix("#x")
            let value = UInt32(number.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
            guard let scalar = value.flatMap({ Unicode.Scalar($0) }) else { throw damaged }
            return Array(String(Character(scalar)).utf8)
        default: throw damaged
        }
    }
}
