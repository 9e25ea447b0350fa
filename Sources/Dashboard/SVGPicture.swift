/// A frame as a picture: the same cells on a dark ground, as scalable vector graphics.
///
/// Equal frames give equal text. Blocks and lines are drawn as shapes, since fonts leave seams between them; each run of
/// text says how long it is, so that columns line up in any font.
public struct SVGPicture: Sendable {
    /// What the picture is of, for people who hear it.
    public var title: String

    /// A picture with a title.
    public init(title: String) {
        self.title = title
    }

    /// The SVG document of a frame.
    public func document(of frame: Frame) -> String {
        let width = frame.columns * Metrics.cellWidth + 2 * Metrics.margin
        let height = frame.rows * Metrics.cellHeight + 2 * Metrics.margin
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
            height="\(height)" role="img">
            """,
            "<title>\(SVGText.escaped(title))</title>",
            "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(Palette.ground)\"/>",
            """
            <g transform="translate(\(Metrics.margin) \(Metrics.margin))" font-size="16.6" \
            font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace">
            """,
        ]
        for row in 0..<frame.rows {
            for run in runs(of: frame, row: row) { lines.append(contentsOf: draw(run, row: row)) }
        }
        lines.append("</g>")
        lines.append("</svg>")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Neighbours of one row that are drawn alike.
    private struct Run {
        var column: Int
        var glyphs: [Unicode.Scalar]
        var style: Style
        var shape: SVGShape?
    }

    private func runs(of frame: Frame, row: Int) -> [Run] {
        var runs: [Run] = []
        for column in 0..<frame.columns {
            let cell = frame[row, column]
            if cell.glyph == " " && !cell.style.isInverse { continue }
            let shape = SVGShape(glyph: cell.glyph)
            if let last = runs.last, last.column + last.glyphs.count == column, last.style == cell.style,
                last.shape == shape
            {
                runs[runs.count - 1].glyphs.append(cell.glyph)
            } else {
                runs.append(Run(column: column, glyphs: [cell.glyph], style: cell.style, shape: shape))
            }
        }
        return runs
    }

    private func draw(_ run: Run, row: Int) -> [String] {
        let x = run.column * Metrics.cellWidth
        let y = row * Metrics.cellHeight
        let width = run.glyphs.count * Metrics.cellWidth
        var fill = Palette.colour(of: run.style)
        var lines: [String] = []
        if run.style.isInverse {
            lines.append("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"20\" fill=\"\(fill)\"/>")
            fill = Palette.ground
        }
        if let shape = run.shape {
            lines.append(shape.path(x: x, y: y, cellCount: run.glyphs.count, fill: fill))
        } else {
            let bold = run.style.weight == .bold ? " font-weight=\"bold\"" : ""
            let text = SVGText.escaped(String(String.UnicodeScalarView(run.glyphs)))
            lines.append(
                """
                <text x="\(x)" y="\(y + Metrics.baseline)" textLength="\(width)" \
                lengthAdjust="spacingAndGlyphs" xml:space="preserve" fill="\(fill)"\(bold)>\(text)</text>
                """
            )
        }
        return lines
    }

    private enum Metrics {
        static let cellWidth = SVGShape.cellWidth
        static let cellHeight = SVGShape.cellHeight
        static let baseline = 15
        static let margin = 16
    }

    /// Calm colours on a dark ground.
    private enum Palette {
        static let ground = "#14191f"

        static func colour(of style: Style) -> String {
            switch (style.ink, style.weight) {
            case (.plain, .normal): "#c9d1d9"
            case (.plain, .bold): "#f0f3f6"
            case (.plain, .dim): "#77818c"
            case (.easy, .normal): "#8ccba4"
            case (.easy, .bold): "#a6e3bd"
            case (.easy, .dim): "#5c8d70"
            case (.above, .normal): "#e0b872"
            case (.above, .bold): "#f2cd8c"
            case (.above, .dim): "#94794b"
            case (.below, .normal): "#86bfe0"
            case (.below, .bold): "#a3d5f2"
            case (.below, .dim): "#587f96"
            }
        }
    }
}

/// Text inside an XML document.
enum SVGText {
    static func escaped(_ text: String) -> String {
        var clean = ""
        for character in text {
            let glyph = PrintableGlyph.of(character)
            switch glyph {
            case "&": clean += "&amp;"
            case "<": clean += "&lt;"
            case ">": clean += "&gt;"
            case "\"": clean += "&quot;"
            default: clean.unicodeScalars.append(glyph)
            }
        }
        return clean
    }
}
