import ArgumentParser
import Dashboard
import UnixIO

/// How a picture of the screen is drawn.
struct PictureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The size of a picture's screen.", valueName: "columnsxrows"))
    var size = SizeArgument(columns: 96, rows: 30)

    @Option(help: "The colours of a picture.")
    var theme = ThemeArgument.dark

    /// Writes the screen as an SVG picture, in the place of an old one.
    func write(_ screen: RunScreen, titled title: String, to file: String) throws {
        var screen = screen
        screen.theme = theme == .dark ? .dark : .light
        let picture = SVGPicture(title: title).document(of: screen.frame(columns: size.columns, rows: size.rows))
        do {
            try OutputFile.write(Array(picture.utf8), path: file)
        } catch {
            throw CommandFailure(error)
        }
    }
}

/// `96x30`: columns and rows.
struct SizeArgument: ExpressibleByArgument, Equatable {
    var columns: Int
    var rows: Int

    private static let sides = 1...500

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    init?(argument: String) {
        let sides = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let columns = sides[0], let rows = sides[1], Self.sides.contains(columns),
            Self.sides.contains(rows)
        else { return nil }
        self.init(columns: columns, rows: rows)
    }

    var defaultValueDescription: String { "\(columns)x\(rows)" }
}

/// For which ground a picture is.
enum ThemeArgument: String, ExpressibleByArgument, CaseIterable {
    case dark, light
}
