import Dashboard
import TestSupport
import Testing

@Suite struct TerminalEncoderTests {
    @Test("Only what changed is sent")
    func onlyChanges() {
        var old = Frame(columns: 12, rows: 2)
        old.write("120 bpm", row: 0, column: 0)
        var new = old
        new.write("121", row: 0, column: 0)
        new.write("ok", row: 0, column: 8)
        new.write("=", row: 1, column: 11, style: Style(.easy, .bold))
        let text = String(decoding: TerminalEncoder().bytes(from: old, to: new), as: UTF8.self)
        #expect(text == "\u{1B}[1;3H1\u{1B}[5Cok\u{1B}[2;12H\u{1B}[1;32m=\u{1B}[m")
    }

    @Test("An unchanged frame costs no byte")
    func nothingChanged() {
        var generator = Randomness(seed: 1)
        let frame = Frame.random(columns: 80, rows: 24, using: &generator)
        #expect(TerminalEncoder().bytes(from: frame, to: frame).isEmpty)
        #expect(TerminalEncoder(colours: .none).bytes(from: frame, to: frame).isEmpty)
    }

    @Test("A terminal that follows the bytes shows the frame, whatever stood there before")
    func terminalFollows() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Randomness(seed: seed)
        for _ in 0..<300 {
            let columns = Int.random(in: 0...40, using: &generator)
            let rows = Int.random(in: 0...12, using: &generator)
            var shown = Frame.random(columns: columns, rows: rows, using: &generator)
            var terminal = SmallTerminal(columns: columns, rows: rows)
            try terminal.receive(TerminalEncoder().bytes(from: nil, to: shown))
            #expect(terminal.cells == shown.cells, "seed \(seed)")
            for _ in 0..<3 {
                var next = shown
                if Bool.random(using: &generator) { next = Frame(columns: columns, rows: rows) }
                next.scribble(using: &generator)
                try terminal.receive(TerminalEncoder().bytes(from: shown, to: next))
                #expect(terminal.cells == next.cells, "seed \(seed)")
                #expect(terminal.pen == .plain, "seed \(seed)")
                shown = next
            }
        }
    }

    @Test("Another size draws the whole screen anew")
    func resize() throws {
        var generator = Randomness(seed: 2)
        let small = Frame.random(columns: 10, rows: 4, using: &generator)
        let large = Frame.random(columns: 30, rows: 9, using: &generator)
        var terminal = SmallTerminal(columns: 30, rows: 9)
        try terminal.receive(TerminalEncoder().bytes(from: small, to: large))
        #expect(terminal.cells == large.cells)
    }

    @Test("Without colours no colour code is sent, and a change of colour alone is no change")
    func noColour() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = Randomness(seed: seed)
        let encoder = TerminalEncoder(colours: .none)
        let frame = Frame.random(columns: 60, rows: 20, using: &generator)
        let text = String(decoding: encoder.bytes(from: nil, to: frame), as: UTF8.self)
        let pens = text.matches(of: /\u{1B}\[([0-9;]*)m/).map(\.1)
        let codes = pens.flatMap { $0.split(separator: ";").compactMap { Int($0) } }
        #expect(!codes.isEmpty, "seed \(seed)")
        #expect(codes.allSatisfy { $0 < 30 }, "seed \(seed)")

        var green = Frame(columns: 4, rows: 1)
        green.write("easy", row: 0, column: 0, style: Style(.easy))
        var plain = Frame(columns: 4, rows: 1)
        plain.write("easy", row: 0, column: 0)
        #expect(encoder.bytes(from: plain, to: green).isEmpty)
    }

    @Test("Colours are sent by number where the terminal has them, and dim is a colour, not an attribute")
    func manyColours() {
        var frame = Frame(columns: 3, rows: 1)
        frame.write("a", row: 0, column: 0, style: Style(.easy, .bold))
        frame.write("b", row: 0, column: 1, style: .dim)
        frame.write("░", row: 0, column: 2, style: Style(.easy, .dim, isShaded: true))
        func text(_ colours: TerminalEncoder.Colours) -> String {
            String(
                decoding: TerminalEncoder(colours: colours).bytes(from: Frame(columns: 3, rows: 1), to: frame),
                as: UTF8.self
            )
        }
        #expect(
            text(.trueColour)
                == "\u{1B}[1;1H\u{1B}[1;38;2;111;227;188ma\u{1B}[22;38;2;143;153;165mb"
                + "\u{1B}[48;2;31;53;51;38;2;79;174;143m \u{1B}[m"
        )
        let few = text(.twoHundredFiftySix)
        #expect(few.contains("38;5;") && few.contains("48;5;") && !few.contains("38;2;") && !few.contains("░"))
        #expect(text(.sixteen).contains("░") && !text(.sixteen).contains("8;5"))
    }

    @Test("Another theme sends every glyph anew, without erasing the screen")
    func otherTheme() {
        var screen = Scenes.screen(seconds: 300)
        let dark = screen.frame(columns: 80, rows: 24)
        screen.nextTheme()
        let light = screen.frame(columns: 80, rows: 24)
        let text = String(decoding: TerminalEncoder(colours: .trueColour).bytes(from: dark, to: light), as: UTF8.self)
        #expect(!text.contains("2J") && text.contains("Steady") && text.contains("elapsed"))
        #expect(TerminalEncoder(colours: .trueColour).bytes(from: light, to: light).isEmpty)
    }
}
