/// A glyph that is a shape rather than a letter: blocks, shades and box lines.
struct SVGShape: Equatable {
    static let cellWidth = 10
    static let cellHeight = 20

    private let form: Form

    private enum Form: Equatable {
        /// The part of the cell from a top to a bottom, in the cell's units, more or less covered.
        case block(left: Int, right: Int, top: Int, bottom: Int, coverPercent: Int)
        /// Braille, dot by dot.
        case dots(mask: UInt32)
        /// Thin lines from the middle to some edges.
        case lines(left: Bool, right: Bool, up: Bool, down: Bool)
    }

    init?(glyph: Unicode.Scalar) {
        switch glyph {
        case "█": form = .block(left: 0, right: 10, top: 0, bottom: 20, coverPercent: 100)
        case "▀": form = .block(left: 0, right: 10, top: 0, bottom: 10, coverPercent: 100)
        case "▄": form = .block(left: 0, right: 10, top: 10, bottom: 20, coverPercent: 100)
        case "▌": form = .block(left: 0, right: 5, top: 0, bottom: 20, coverPercent: 100)
        case "▐": form = .block(left: 5, right: 10, top: 0, bottom: 20, coverPercent: 100)
        case "░": form = .block(left: 0, right: 10, top: 0, bottom: 20, coverPercent: 25)
        case "▒": form = .block(left: 0, right: 10, top: 0, bottom: 20, coverPercent: 50)
        case "▓": form = .block(left: 0, right: 10, top: 0, bottom: 20, coverPercent: 75)
        case "─": form = .lines(left: true, right: true, up: false, down: false)
        case "│": form = .lines(left: false, right: false, up: true, down: true)
        case "┌": form = .lines(left: false, right: true, up: false, down: true)
        case "┐": form = .lines(left: true, right: false, up: false, down: true)
        case "└": form = .lines(left: false, right: true, up: true, down: false)
        case "┘": form = .lines(left: true, right: false, up: true, down: false)
        case "├": form = .lines(left: false, right: true, up: true, down: true)
        case "┤": form = .lines(left: true, right: false, up: true, down: true)
        case "┬": form = .lines(left: true, right: true, up: false, down: true)
        case "┴": form = .lines(left: true, right: true, up: true, down: false)
        case "┼": form = .lines(left: true, right: true, up: true, down: true)
        default:
            guard BrailleDots.glyphs.contains(glyph.value) else { return nil }
            form = .dots(mask: glyph.value - BrailleDots.glyphs.lowerBound)
        }
    }

    /// The element that draws so many equal neighbours from the top left corner of the first.
    func path(x: Int, y: Int, cellCount: Int, fill: String) -> String {
        var data = ""
        var opacity = ""
        switch form {
        case .block(let left, let right, let top, let bottom, let coverPercent):
            if coverPercent < 100 { opacity = " fill-opacity=\"0.\(coverPercent)\"" }
            if left == 0 && right == Self.cellWidth {
                data = Self.rectangle(x, y + top, cellCount * Self.cellWidth, bottom - top)
            } else {
                for cell in 0..<cellCount {
                    data += Self.rectangle(x + cell * Self.cellWidth + left, y + top, right - left, bottom - top)
                }
            }
        case .dots(let mask):
            for cell in 0..<cellCount {
                for (bit, place) in Self.dotPlaces.enumerated() where mask >> UInt32(bit) & 1 == 1 {
                    data += Self.rectangle(x + cell * Self.cellWidth + place.x * 5, y + place.y * 5, 5, 5)
                }
            }
        case .lines(let left, let right, let up, let down):
            for cell in 0..<cellCount {
                let start = x + cell * Self.cellWidth
                if left || right { data += Self.rectangle(start + (left ? 0 : 4), y + 9, left && right ? 10 : 6, 2) }
                if up || down { data += Self.rectangle(start + 4, y + (up ? 0 : 9), 2, up && down ? 20 : 11) }
            }
        }
        return "<path d=\"\(data)\" fill=\"\(fill)\"\(opacity) shape-rendering=\"crispEdges\"/>"
    }

    /// Where the dot of each bit is: down the left side, down the right, then the lowest two.
    private static let dotPlaces = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        .map { (x: $0.0, y: $0.1) }

    private static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
        "M\(x) \(y)h\(width)v\(height)h-\(width)z"
    }
}
