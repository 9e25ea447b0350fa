import SensorCodec

/// The lines of text that a recording holds beside its packets.
///
/// Only Steady's own are told: user logging by the name of `steady`, and system notes that begin with the word. Others
/// write into the monitor too: the kernel its version, bluetoothd its complaints.
enum MonitorNote {
    /// What stands before the text in a system note.
    static let prefix = "steady "
    private static let ident = Array("steady".utf8)

    /// The text of a system note: `steady `, text.
    static func ofSystem(_ note: Span<UInt8>) -> String? {
        guard begins(note, with: ident), note.count > ident.count, note[ident.count] == UInt8(ascii: " ") else {
            return nil
        }
        return text(note.dropping(ident.count + 1))
    }

    /// The text of user logging: u8 priority, u8 length of the name, name, text. The name may end with NUL.
    static func ofUser(_ logging: Span<UInt8>) -> String? {
        guard logging.count >= 2 else { return nil }
        let start = 2 + Int(logging[1])
        guard start <= logging.count else { return nil }
        let name = logging.extracting(2..<start)
        guard begins(name, with: ident),
            name.count == ident.count || name.count == ident.count + 1 && name[ident.count] == 0
        else { return nil }
        return text(logging.dropping(start))
    }

    /// What stands before the first NUL, without control characters; at most 248 octets. `nil` when nothing is left.
    private static func text(_ octets: Span<UInt8>) -> String? {
        let text = PrintableText.text(octets.beforeNUL)
        return text.isEmpty ? nil : text
    }

    private static func begins(_ octets: Span<UInt8>, with word: [UInt8]) -> Bool {
        guard octets.count >= word.count else { return false }
        for at in word.indices where octets[at] != word[at] { return false }
        return true
    }
}
