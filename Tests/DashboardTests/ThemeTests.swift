import Testing

@testable import Dashboard

/// Colours that can be read, and told apart by everyone.
@Suite struct ThemeTests {
    /// The grounds that terminals of each kind have: from the darkest to the palest that its theme is meant for.
    private static func grounds(_ theme: Theme) -> [RGBColour] {
        switch theme {
        case .dark: [RGBColour(0x000000), RGBColour(0x1E1E1E), RGBColour(0x282C34), theme.ground, theme.shade]
        case .light: [RGBColour(0xFFFFFF), RGBColour(0xFDF6E3), theme.ground, theme.shade]
        }
    }

    private static let styles = Style.Ink.allCases.flatMap { ink in Style.Weight.allCases.map { Style(ink, $0) } }

    @Test(
        "Every text has a contrast of 4.5 or more (WCAG 2, AA) on every ground it may stand on",
        arguments: Theme.allCases,
        [TerminalEncoder.Colours.trueColour, .twoHundredFiftySix]
    )
    func contrast(theme: Theme, colours: TerminalEncoder.Colours) {
        for style in Self.styles {
            let index = XtermPalette.index(of: style, in: theme)
            let colour = colours == .trueColour ? theme.colour(of: style) : XtermPalette.rgb(index)
            for ground in Self.grounds(theme) {
                // The strip of a chart has a line on it, and no text: 3 is enough for a line.
                let least = ground == theme.shade ? 3.0 : 4.5
                let contrast = Vision.contrast(colour, ground)
                #expect(contrast >= least, "\(style) \(colour.hexadecimal) on \(ground.hexadecimal)")
            }
        }
    }

    @Test(
        "In, above and below the band are told apart without red, green or blue cones",
        arguments: Theme.allCases,
        Vision.allCases
    )
    func colourBlindness(theme: Theme, vision: Vision) {
        for weight in Style.Weight.allCases {
            let colours = [Style.Ink.easy, .above, .below].map { theme.colour(of: Style($0, weight)) }
            for (one, other) in [(0, 1), (0, 2), (1, 2)] {
                let distance = vision.distance(colours[one], colours[other])
                // About 2 can just be seen side by side; 10 is plain at a glance.
                #expect(distance >= 10, "\(weight) \(colours[one].hexadecimal) \(colours[other].hexadecimal)")
            }
        }
    }

    @Test("No colour is red: nothing on the screen is an alarm")
    func noRed() {
        for theme in Theme.allCases {
            for style in Self.styles {
                let colour = theme.colour(of: style)
                #expect(!(colour.red > 2 * colour.green && colour.red > 2 * colour.blue) || theme == .light)
                #expect(colour.green * 3 > colour.red, "\(colour.hexadecimal)")
            }
        }
    }

    @Test("The nearest of xterm's colours to one of them is itself")
    func xterm() {
        for index in 16...255 {
            let nearest = XtermPalette.index(nearestTo: XtermPalette.rgb(index))
            #expect(XtermPalette.rgb(nearest) == XtermPalette.rgb(index))
        }
        #expect(XtermPalette.rgb(16) == RGBColour(0) && XtermPalette.rgb(231) == RGBColour(0xFFFFFF))
    }

    @Test("A key turns the themes, and comes back to the first")
    func cycle() {
        var screen = RunScreen()
        for theme in [Theme.light, .dark] {
            screen.nextTheme()
            #expect(screen.theme == theme)
            #expect(screen.frame(columns: 10, rows: 3).theme == theme)
        }
    }
}
