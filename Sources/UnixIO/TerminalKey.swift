/// A key that Steady knows.
public enum TerminalKey: Equatable, Sendable {
    case character(UInt8)
    case left, right, up, down
    case pageUp, pageDown, home, end
    case enter, escape
    /// Ctrl-C.
    case interrupt
    /// Ctrl-Z.
    case suspend
}

/// Makes keys of the octets that a terminal sends for them. A read may bring several keys, or half of one.
public struct TerminalKeyDecoder: Sendable {
    /// What was typed and not told of yet.
    private var typed: [UInt8] = []
    /// No key is longer: what never ends is none.
    private static let longestSequence = 32

    /// Nothing was typed yet.
    public init() {}

    /// True when nothing is left to be told of.
    public var isEmpty: Bool { typed.isEmpty }

    /// True when what is left is the beginning of a key: either the rest of it comes at once, or it is Escape.
    public var isUnfinished: Bool {
        guard typed.first == 0x1B else { return false }
        if typed.count == 1 { return true }
        return isSequence && typed.count < Self.longestSequence && end == nil
    }

    /// Takes in what was typed.
    public mutating func take(_ octets: some Sequence<UInt8>) { typed += octets }

    /// The next key; `nil` when none is left. Those that Steady does not know are passed over.
    public mutating func next() -> TerminalKey? {
        while !typed.isEmpty {
            if let key = isSequence ? takeSequence() : Self.key(typed.removeFirst()) { return key }
        }
        return nil
    }

    private var isSequence: Bool {
        typed.count >= 2 && typed[0] == 0x1B && (typed[1] == UInt8(ascii: "[") || typed[1] == UInt8(ascii: "O"))
    }

    /// Behind ESC and [ or O come parameters, and one octet that names the key.
    private var end: Int? { typed.dropFirst(2).firstIndex { $0 >= 0x40 } }

    private static func key(_ octet: UInt8) -> TerminalKey {
        switch octet {
        case 0x03: .interrupt
        case 0x0A, 0x0D: .enter
        case 0x1A: .suspend
        case 0x1B: .escape
        default: .character(octet)
        }
    }

    private mutating func takeSequence() -> TerminalKey? {
        guard let end else {
            typed.removeAll()
            return nil
        }
        let parameters = String(decoding: typed[2..<end], as: UTF8.self)
        let name = typed[end]
        typed.removeFirst(end + 1)
        if name == UInt8(ascii: "~") { return Self.numbered[parameters] }
        // With Shift or Control it is another key.
        return parameters.isEmpty || parameters == "1" ? Self.named[name] : nil
    }

    private static let named: [UInt8: TerminalKey] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "M"): .enter,
    ]

    /// The spellings of VT220, of rxvt and of the Linux console.
    private static let numbered: [String: TerminalKey] = [
        "1": .home, "7": .home, "4": .end, "8": .end, "5": .pageUp, "6": .pageDown,
    ]
}
