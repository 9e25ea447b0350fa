/// What a person sees on a terminal, made of the octets that a program sent: the alternate screen as text, and what
/// was printed before and after it. Knows the sequences that Steady may use; others are told as ``trouble``.
struct ScreenText {
    private(set) var columns: Int
    private(set) var rows: Int
    /// The octets are shown on the alternate screen.
    private(set) var isAlternate = false
    private(set) var hasEnteredAlternate = false
    private(set) var isCursorShown = true
    /// What was printed outside the alternate screen.
    private(set) var printed = ""
    /// The numbers of the styles that were set.
    private(set) var styles: Set<Int> = []
    /// Sequences that no terminal of a runner may be asked to know.
    private(set) var trouble: [String] = []
    /// How often the bell rang.
    private(set) var bellCount = 0
    /// How often the screen was wiped, and how many cells were written.
    private(set) var wipeCount = 0
    private(set) var cellCount = 0
    /// The octets that came.
    private(set) var octetCount = 0
    private var cells: [Character]
    private var row = 0
    private var column = 0
    private var pending: [UInt8] = []

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: " ", count: columns * rows)
    }

    /// The rows as they are seen, without blanks at their ends.
    var lines: [String] {
        (0..<rows).map { row in
            var line = cells[row * columns..<(row + 1) * columns]
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }

    /// True when a row shows these words.
    func shows(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

    /// The window has another size, and is blank until the program draws.
    mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: " ", count: columns * rows)
    }

    /// Takes in octets; a sequence may be cut anywhere.
    mutating func receive(_ octets: some Sequence<UInt8>) {
        let before = pending.count
        pending += octets
        octetCount += pending.count - before
        while let count = lengthOfUnit() {
            let unit = Array(pending.prefix(count))
            pending.removeFirst(count)
            if unit[0] == 0x1B { obey(unit) } else { show(unit) }
        }
    }

    /// Octets of the whole sequence or character that comes next; `nil` when more of it must come.
    private func lengthOfUnit() -> Int? {
        guard let first = pending.first else { return nil }
        if first == 0x1B {
            guard pending.count >= 2 else { return nil }
            if pending[1] != UInt8(ascii: "[") { return 2 }
            // A program that was ended in the middle of a sequence: the next one begins, as on every terminal.
            guard let end = pending.dropFirst(2).firstIndex(where: { $0 >= 0x40 || $0 == 0x1B }) else { return nil }
            return pending[end] == 0x1B ? end : end + 1
        }
        let count = first < 0xC0 ? 1 : (first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4))
        // Likewise of a character.
        if let end = pending.prefix(count).dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) { return end }
        return pending.count >= count ? count : nil
    }

    private mutating func show(_ unit: [UInt8]) {
        if unit == [0x07] {
            bellCount += 1
            return
        }
        let text = String(decoding: unit, as: UTF8.self)
        if !isAlternate {
            if text != "\r" { printed += text }
            return
        }
        guard let character = text.first, unit[0] >= 0x20, unit[0] != 0x7F else {
            return trouble.append("octet \(unit)")
        }
        cellCount += 1
        // What was drawn for a larger window before the program knew of the smaller one lands nowhere.
        if row < rows, column < columns { cells[row * columns + column] = character }
        column += 1
    }

    private mutating func obey(_ sequence: [UInt8]) {
        let text = String(decoding: sequence.dropFirst(), as: UTF8.self)
        // Cut short: it means nothing.
        if text.hasPrefix("["), text.utf8.count == 1 || text.utf8.last.map({ $0 < 0x40 }) ?? true { return }
        let numbers = text.dropFirst().dropLast().split(separator: ";").map { Int($0) ?? -1 }
        switch (text, text.last) {
        case ("[?1049h", _): (isAlternate, hasEnteredAlternate) = (true, true)
        case ("[?1049l", _): isAlternate = false
        case ("[?25h", _): isCursorShown = true
        case ("[?25l", _): isCursorShown = false
        case ("[2J", _):
            wipeCount += 1
            cells = Array(repeating: " ", count: columns * rows)
        case (_, "H") where numbers.count == 2: (row, column) = (numbers[0] - 1, numbers[1] - 1)
        case (_, "C") where numbers.count <= 1: column += numbers.first ?? 1
        case (_, "m") where !numbers.contains(-1): styles.formUnion(numbers.isEmpty ? [0] : numbers)
        default: trouble.append(text)
        }
    }
}
