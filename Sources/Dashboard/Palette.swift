/// A colour by its red, green and blue, each from 0 to 255.
struct RGBColour: Hashable {
    var red: Int
    var green: Int
    var blue: Int

    /// `0x14191F` and the like.
    init(_ hexadecimal: Int) {
        red = hexadecimal >> 16 & 0xFF
        green = hexadecimal >> 8 & 0xFF
        blue = hexadecimal & 0xFF
    }

    /// `#14191f`
    var hexadecimal: String {
        "#" + [red, green, blue].map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    }
}

/// The colours of a theme.
///
/// Teal, amber and blue stay apart for people who see no red, no green or no blue, and each can be read on the darkest
/// and the palest ground that its theme is meant for (WCAG 2, contrast 4.5 or more); tests reckon both.
extension Theme {
    /// The ground of pictures. A terminal keeps its own.
    var ground: RGBColour {
        switch self {
        case .dark: RGBColour(0x14191F)
        case .light: RGBColour(0xFCFCFA)
        }
    }

    /// The ground of the band's strip.
    var shade: RGBColour {
        switch self {
        case .dark: RGBColour(0x1F3533)
        case .light: RGBColour(0xDDF0EA)
        }
    }

    /// The colour of a style on this theme's ground.
    func colour(of style: Style) -> RGBColour {
        let row =
            switch (self, style.ink) {
            case (.dark, .plain): (bold: 0xF2F5F8, normal: 0xCDD4DB, dim: 0x8F99A5)
            case (.dark, .easy): (bold: 0x6FE3BC, normal: 0x5FD7AF, dim: 0x4FAE8F)
            case (.dark, .above): (bold: 0xFFC06E, normal: 0xFFB454, dim: 0xC38D48)
            case (.dark, .below): (bold: 0x9CC2FF, normal: 0x87B5FF, dim: 0x7499D2)
            case (.light, .plain): (bold: 0x10161D, normal: 0x2B3540, dim: 0x59636E)
            case (.light, .easy): (bold: 0x005A4F, normal: 0x00695C, dim: 0x2F7A6C)
            case (.light, .above): (bold: 0x8F3800, normal: 0xA04000, dim: 0xA85B22)
            case (.light, .below): (bold: 0x1D429B, normal: 0x2450B8, dim: 0x4A6CC0)
            }
        return switch style.weight {
        case .bold: RGBColour(row.bold)
        case .normal: RGBColour(row.normal)
        case .dim: RGBColour(row.dim)
        }
    }
}

/// The part of xterm's 256 colours that every terminal has alike: a cube of 6 by 6 by 6, and 24 greys.
enum XtermPalette {
    private static let levels = [0, 95, 135, 175, 215, 255]

    /// The number of the colour nearest to another, from 16 to 255.
    static func index(nearestTo colour: RGBColour) -> Int {
        index(nearestTo: colour) { _ in true }
    }

    /// The number of the colour nearest to that of a style, among those that can be read as well as it.
    static func index(of style: Style, in theme: Theme) -> Int {
        let colour = theme.colour(of: style)
        let least = brightness(colour)
        return index(nearestTo: colour) { theme == .dark ? brightness($0) >= least : brightness($0) <= least }
    }

    private static func index(nearestTo colour: RGBColour, where isFit: (RGBColour) -> Bool) -> Int {
        (16...255).filter { isFit(rgb($0)) }.min { distance(rgb($0), colour) < distance(rgb($1), colour) } ?? 16
    }

    /// About the luminance: squares stand for the curve of a screen.
    private static func brightness(_ colour: RGBColour) -> Int {
        213 * colour.red * colour.red + 715 * colour.green * colour.green + 72 * colour.blue * colour.blue
    }

    /// The colour of a number from 16 to 255.
    static func rgb(_ index: Int) -> RGBColour {
        var colour = RGBColour(0)
        if index >= 232 {
            let grey = 8 + (index - 232) * 10
            (colour.red, colour.green, colour.blue) = (grey, grey, grey)
        } else {
            let place = index - 16
            (colour.red, colour.green, colour.blue) = (levels[place / 36], levels[place / 6 % 6], levels[place % 6])
        }
        return colour
    }

    /// The square of the way from one colour to another, green weighing most, as in the eye.
    private static func distance(_ one: RGBColour, _ other: RGBColour) -> Int {
        func square(_ difference: Int) -> Int { difference * difference }
        return 2 * square(one.red - other.red) + 4 * square(one.green - other.green) + 3 * square(one.blue - other.blue)
    }
}
