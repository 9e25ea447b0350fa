import Testing

@testable import Dashboard

@Suite struct FrameTests {
    @Test("Text stands where it is put, and what does not fit is left out")
    func writing() {
        var frame = Frame(columns: 8, rows: 2)
        frame.write("ab", row: 1, column: 6)
        frame.write("lost", row: 1, column: 7)
        frame.write("xyz", row: 0, column: -2)
        frame.write("end", row: 0, endingBefore: 8)
        #expect(frame.text == ["z    end", "      al"])
    }

    @Test("No coordinate and no size traps", arguments: [(0, 0), (1, 1), (10, 3), (500, 200), (-4, 7), (Int.max, 1)])
    func extremes(columns: Int, rows: Int) {
        var frame = Frame(columns: columns, rows: rows)
        for place in [Int.min, -1, 0, 1, 499, Int.max] {
            frame.write("steady", row: place, column: place)
            frame.write("steady", row: 0, column: place)
            frame.write("steady", row: 0, endingBefore: place)
            frame[place, place] = Cell("x")
            _ = frame[place, 0]
        }
        #expect(frame.cells.count == frame.columns * frame.rows)
        #expect(frame.columns <= Frame.largestSide)
    }

    @Test("A hostile character becomes a question mark, one column wide")
    func hostileCharacters() {
        let hostile: [Character] = [
            "\u{1B}", "\u{7F}", "\u{9B}", "\n", "\r\n", "\t", "\u{0}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{2066}",
            "\u{2028}", "\u{FEFF}", "🏃", "♥\u{FE0F}", "👨‍👩‍👧", "ﷺ", "\u{E000}", "\u{378}", "\u{300}", "א",
        ]
        for character in hostile {
            #expect(Cell(character).glyph == "?", "\(character.unicodeScalars.map(\.value))")
        }
    }

    @Test(
        "Letters of many languages stay, with one accent where there is such a letter, and wide signs take two columns"
    )
    func harmlessCharacters() {
        var frame = Frame(columns: 20, rows: 1)
        frame.write("Größe Žижα e\u{301}a\u{300}\u{301}\u{302} 心拍 ♥•↑", row: 0, column: 0)
        #expect(frame.text == ["Größe Žижα éa 心拍 ♥"])
    }

    @Test("There is never half of a wide glyph: at an edge, and where one is half written over, stands a blank")
    func wideGlyphs() {
        var frame = Frame(columns: 5, rows: 1)
        frame.write("心拍計", row: 0, column: 0)
        #expect(frame.text == ["心拍"])
        #expect(frame[0, 4] == .blank)
        frame[0, 1] = Cell("x")
        #expect(frame.text == [" x拍"])
        frame[0, 2] = Cell("y")
        #expect(frame.text == [" xy"])
        frame.write("心拍", row: 0, column: -1)
        #expect(frame.text == [" 拍"])
        frame.write("計", row: 0, column: 0)
        #expect(frame.text == ["計"])
        #expect(TextColumns.count("心a") == 3)
        #expect(TextColumns.cut("心拍計", to: 5) == "心..")
    }

    @Test("A name is cleaned, trimmed and cut")
    func cleaning() {
        #expect(PrintableGlyph.cleaned("  Polar \u{1B}[31mH10  ", limit: 40) == "Polar ?[31mH10")
        #expect(PrintableGlyph.cleaned(String(repeating: "x", count: 300), limit: 12).count == 12)
        #expect(PrintableGlyph.cleaned("   ", limit: 12).isEmpty)
    }
}
