import Dashboard
import RunEngine
import UnixIO

/// The screen of a run at one moment as an SVG picture.
struct ReplayPicture {
    let path: String
    let settings: RunSettings
    /// The moment, in session time; `nil` is the end.
    let endMilliseconds: Int64?

    private static let columns = 96
    private static let rows = 30

    /// Plays to the moment and writes the picture.
    func write(to file: String) throws {
        var run = try ReplayRun(path: path, settings: settings, endMilliseconds: endMilliseconds)
        var screen = RunScreen()
        while try run.step({ screen.apply($0) }) {}
        if endMilliseconds == nil { try run.finish { screen.apply($0) } }
        if run.session.header == nil { throw run.nothingToFollow }
        let name = path.lastPathComponent
        screen.playback = Playback(title: name, positionMilliseconds: run.positionMilliseconds)
        screen.keys = ReplayScreen.keys
        let frame = screen.frame(columns: Self.columns, rows: Self.rows)
        let picture = SVGPicture(title: "Steady plays \(name)").document(of: frame)
        do {
            try OutputFile.write(Array(picture.utf8), path: file)
        } catch {
            throw CommandFailure(error)
        }
    }
}
