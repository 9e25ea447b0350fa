/// What of a text may reach a terminal: glyphs that are surely printable and one column wide.
///
/// A sensor's name comes over the air and may hold anything: escape codes, marks that turn the reading direction, glyphs
/// two columns wide, letters under a heap of accents. The list below is of what is known to be harmless; all else is `?`.
enum PrintableGlyph {
    static let replacement: Unicode.Scalar = "?"

    /// The one scalar that stands for a character. Accents that follow a harmless letter are dropped.
    static func of(_ character: Character) -> Unicode.Scalar {
        var scalars = character.unicodeScalars.makeIterator()
        guard let first = scalars.next(), isHarmless(first) else { return replacement }
        while let next = scalars.next() {
            guard next.properties.generalCategory == .nonspacingMark, !isVariationSelector(next) else {
                return replacement
            }
        }
        return first
    }

    /// A text of harmless glyphs, one a column, at most `limit` of them, without spaces around it.
    static func cleaned(_ text: String, limit: Int) -> String {
        var clean = String.UnicodeScalarView()
        var pendingSpaces = 0
        for character in text.prefix(limit) {
            let glyph = of(character)
            if glyph == " " {
                pendingSpaces += clean.isEmpty ? 0 : 1
                continue
            }
            clean.append(contentsOf: repeatElement(" ", count: pendingSpaces))
            pendingSpaces = 0
            clean.append(glyph)
        }
        return String(clean)
    }

    /// Is this scalar printable, one column wide, written left to right, and not an emoji in most fonts?
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0xAD: false
        case 0xA0...0x24F: true
        case 0x370...0x3FF, 0x400...0x482, 0x48A...0x52F: isAssigned(scalar)
        case 0x2010...0x2027, 0x2030...0x205E: true
        case 0x20A0...0x20BF, 0x2190...0x2199, 0x2200...0x22FF: isAssigned(scalar)
        case 0x2500...0x25A0, 0x25B2...0x25C4, 0x25CB, 0x25CF, 0x2660...0x2667: true
        default: false
        }
    }

    private static func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .unassigned
    }

    /// Variation selector 16 makes an emoji, two columns wide, of a plain sign.
    private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value)
    }
}
