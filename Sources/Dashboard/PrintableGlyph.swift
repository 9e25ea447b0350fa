/// What of a text may reach a terminal: glyphs that are surely printable, and as wide as this page says.
///
/// A sensor's name comes over the air and may hold anything: escape codes, marks that turn the reading direction, letters
/// under a heap of accents, emoji, of which no two terminals agree how wide they are. The list below is of what is known
/// to be harmless; all else is `?`.
enum PrintableGlyph {
    static let replacement: Unicode.Scalar = "?"

    /// The one scalar that stands for a character. A letter with its accent is one where Unicode has it; other accents
    /// that follow a harmless letter are dropped.
    static func of(_ character: Character) -> Unicode.Scalar {
        // Most of what is written is.
        if let ascii = character.asciiValue, (0x20...0x7E).contains(ascii) { return Unicode.Scalar(ascii) }
        var scalars = character.unicodeScalars.makeIterator()
        guard let first = scalars.next(), isHarmless(first) else { return replacement }
        var hasAccents = false
        while let next = scalars.next() {
            guard next.properties.generalCategory == .nonspacingMark, !isVariationSelector(next) else {
                return replacement
            }
            hasAccents = true
        }
        return hasAccents ? letters[character] ?? first : first
    }

    /// The scalar, or what stands for it.
    static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar { isHarmless(scalar) ? scalar : replacement }

    /// How many columns a harmless glyph takes: two for the signs of East Asia, else one.
    static func columns(of glyph: Unicode.Scalar) -> Int { glyph.value >= 0x3000 && isWide(glyph) ? 2 : 1 }

    /// A text of harmless glyphs that takes at most `limit` columns, without spaces around it.
    static func cleaned(_ text: String, limit: Int) -> String {
        var clean = String.UnicodeScalarView()
        var pendingSpaces = 0
        var taken = 0
        for character in text {
            let glyph = of(character)
            taken += columns(of: glyph)
            if taken > limit { break }
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

    /// Is this scalar printable, written left to right, and not an emoji in most fonts?
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0xAD: false
        case 0xA0...0x24F: true
        case 0x370...0x3FF, 0x400...0x482, 0x48A...0x52F: isAssigned(scalar)
        case 0x2010...0x2027, 0x2030...0x205E: true
        case 0x20A0...0x20BF, 0x2190...0x2199, 0x2200...0x22FF: isAssigned(scalar)
        case 0x2500...0x25A0, 0x25B2...0x25C4, 0x25CB, 0x25CF, 0x2660...0x2667: true
        case BrailleDots.glyphs: true
        default: isWide(scalar)
        }
    }

    /// Kana, Hangul, Han and full-width forms: two columns in every terminal (East Asian Width W and F).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3001...0x3029, 0x3030...0x303D, 0x3041...0x3096, 0x309B...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xAC00...0xD7A3, 0xFF01...0xFF60:
            isAssigned(scalar)
        default: false
        }
    }

    private static func isAssigned(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .unassigned
    }

    /// The letters that Unicode has with their accent, by what they are canonically the same as.
    private static let letters: [Character: Unicode.Scalar] = {
        var letters: [Character: Unicode.Scalar] = [:]
        for value in [0xC0...0x24F, 0x370...0x3FF, 0x400...0x4FF].joined() {
            if let scalar = Unicode.Scalar(UInt32(value)), isHarmless(scalar) { letters[Character(scalar)] = scalar }
        }
        return letters
    }()

    /// Variation selector 16 makes an emoji, two columns wide, of a plain sign.
    private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value)
    }
}
