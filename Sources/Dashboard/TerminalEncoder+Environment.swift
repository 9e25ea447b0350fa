extension TerminalEncoder {
    /// What a terminal understands, by the variables of the environment that tell of it: `NO_COLOR`, `COLORTERM`,
    /// `TERM`, and the locale.
    public init(environment value: (String) -> String?) {
        func filled(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
        let terminal = filled("TERM") ?? ""
        let colours = Self.colours(
            terminal: terminal,
            colourTerminal: filled("COLORTERM") ?? "",
            isColourless: filled("NO_COLOR") != nil
        )
        // The first that is set decides, as in the C library.
        let locale = filled("LC_ALL") ?? filled("LC_CTYPE") ?? filled("LANG") ?? ""
        self.init(colours: colours, glyphs: Self.glyphs(terminal: terminal, locale: locale))
    }

    private static func colours(terminal: String, colourTerminal: String, isColourless: Bool) -> Colours {
        if isColourless || ["dumb", "vt100", "vt220"].contains(terminal) { return .none }
        if terminal == "linux" { return .sixteen }
        if ["truecolor", "24bit"].contains(colourTerminal) || terminal.hasSuffix("-direct") { return .trueColour }
        return terminal.contains("256color") ? .twoHundredFiftySix : .sixteen
    }

    private static func glyphs(terminal: String, locale: String) -> GlyphSet {
        let encoding = locale.lowercased()
        // Where no locale is set, as in many containers, the terminal is one of today's all the same.
        guard encoding.isEmpty || encoding.contains("utf-8") || encoding.contains("utf8") else { return .ascii }
        return terminal == "linux" ? .console : .full
    }
}
