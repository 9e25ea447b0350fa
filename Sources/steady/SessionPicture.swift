import Dashboard
import RunEngine
import SessionStore

/// The screen of a run as it was at its end, as an SVG picture, from the log.
struct SessionPicture {
    let session: StoredSession
    let log: SessionLog
    let look: PictureOptions

    /// Writes the picture. The samples are read one by one, and none is kept.
    func write(to file: String) throws {
        var screen = RunScreen()
        screen.apply(.session(session.header))
        for event in session.events { screen.apply(event) }
        try log.forEachSample(of: session.header.id) { screen.apply(.sample($0)) }
        screen.apply(.summary(session.summary))
        try look.write(screen, titled: "A run with Steady", to: file)
    }
}
