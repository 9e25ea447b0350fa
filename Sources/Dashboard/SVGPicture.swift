/// A frame as a picture: the same cells on the ground of its theme, as scalable vector graphics.
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
            "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(frame.theme.ground.hexadecimal)\"/>",
            """
            <g transform="translate(\(Metrics.margin) \(Metrics.margin))" font-size="16.6" \
            font-family="'DejaVu Sans Mono', Menlo, Consolas, monospace">
            """,
        ]
        for row in 0..<frame.rows {
            for run in runs(of: frame, row: row) { lines.append(contentsOf: draw(run, row: row, theme: frame.theme)) }
        }
        lines.append("</g>")
        lines.append("</svg>")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Neighbours of one row that are drawn alike.
    private struct Run {
        var column: Int
        var glyphs: [Unicode.Scalar]
        /// How many columns a glyph takes; alike in one run.
        var glyphColumns: Int
        var style: Style
        var shape: SVGShape?
    }

    private func runs(of frame: Frame, row: Int) -> [Run] {
        var runs: [Run] = []
        for column in 0..<frame.columns {
            let cell = frame[row, column]
            if cell.isRest || cell.glyph == " " && !cell.style.isInverse { continue }
            let isGround = cell.style.isShaded && cell.glyph == "░"
            let shape = isGround ? nil : SVGShape(glyph: cell.glyph)
            if let last = runs.last, last.column + last.glyphs.count * last.glyphColumns == column,
                last.glyphColumns == cell.columns, last.style == cell.style,
                last.shape == shape, (last.glyphs[0] == "░") == (cell.glyph == "░")
            {
                runs[runs.count - 1].glyphs.append(cell.glyph)
            } else {
                runs.append(
                    Run(
                        column: column,
                        glyphs: [cell.glyph],
                        glyphColumns: cell.columns,
                        style: cell.style,
                        shape: shape
                    )
                )
            }
        }
        return runs
    }

    private func draw(_ run: Run, row: Int, theme: Theme) -> [String] {
        let x = run.column * Metrics.cellWidth
        let y = row * Metrics.cellHeight
        let width = run.glyphs.count * run.glyphColumns * Metrics.cellWidth
        var fill = theme.colour(of: run.style).hexadecimal
        var lines: [String] = []
        if run.style.isInverse {
            lines.append("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"20\" fill=\"\(fill)\"/>")
            fill = theme.ground.hexadecimal
        }
        if run.style.isShaded {
            let shade = theme.shade.hexadecimal
            lines.append("<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"20\" fill=\"\(shade)\"/>")
            if run.glyphs[0] == "░" { return lines }
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
