/// A glyph that is a shape rather than a letter: blocks, shades and box lines.
struct SVGShape: Equatable {
    static let cellWidth = 10
    static let cellHeight = 20

    private let form: Form

    private enum Form: Equatable {
        /// The part of the cell from a top to a bottom, in the cell's units, more or less covered.
        case block(left: Int, right: Int, top: Int, bottom: Int, coverPercent: Int)
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
        default: return nil
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
        case .lines(let left, let right, let up, let down):
            for cell in 0..<cellCount {
                let start = x + cell * Self.cellWidth
                if left || right { data += Self.rectangle(start + (left ? 0 : 4), y + 9, left && right ? 10 : 6, 2) }
                if up || down { data += Self.rectangle(start + 4, y + (up ? 0 : 9), 2, up && down ? 20 : 11) }
            }
        }
        return "<path d=\"\(data)\" fill=\"\(fill)\"\(opacity) shape-rendering=\"crispEdges\"/>"
    }

    private static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
        "M\(x) \(y)h\(width)v\(height)h-\(width)z"
    }
}
