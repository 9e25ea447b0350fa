import Dashboard
import RunEngine

/// The screen of a run at one moment as an SVG picture.
struct ReplayPicture {
    let path: String
    let settings: RunSettings
    /// The moment, in session time; `nil` is the end.
    let endMilliseconds: Int64?
    let look: PictureOptions

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
        try look.write(screen, titled: "Steady plays \(name)", to: file)
    }
}
