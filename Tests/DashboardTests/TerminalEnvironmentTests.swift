import Dashboard
import Testing

/// What the environment tells of a terminal.
@Suite struct TerminalEnvironmentTests {
    @Test("Colours and glyphs go by what terminals set")
    func terminals() {
        let cases: [([String: String], TerminalEncoder.Colours, GlyphSet)] = [
            (["TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "de_DE.UTF-8"], .trueColour, .full),
            (["TERM": "xterm-256color", "LANG": "en_GB.utf8"], .twoHundredFiftySix, .full),
            (["TERM": "tmux-256color", "LC_ALL": "C.UTF-8", "LANG": "C"], .twoHundredFiftySix, .full),
            (["TERM": "screen", "LANG": "en_US.UTF-8"], .sixteen, .full),
            (["TERM": "xterm-direct", "LANG": "en_US.UTF-8"], .trueColour, .full),
            (["TERM": "linux", "COLORTERM": "truecolor", "LANG": "en_US.UTF-8"], .sixteen, .console),
            (["TERM": "xterm-256color", "COLORTERM": "24bit", "NO_COLOR": "1", "LANG": "en_US.UTF-8"], .none, .full),
            (["TERM": "xterm-256color", "NO_COLOR": "", "LANG": "C"], .twoHundredFiftySix, .ascii),
            (["TERM": "xterm", "LC_CTYPE": "en_US.ISO-8859-1", "LANG": "en_US.UTF-8"], .sixteen, .ascii),
            (["TERM": "vt100"], .none, .full),
            ([:], .sixteen, .full),
        ]
        for (environment, colours, glyphs) in cases {
            let encoder = TerminalEncoder { environment[$0] }
            #expect(encoder.colours == colours && encoder.glyphs == glyphs, "\(environment)")
        }
    }
}
