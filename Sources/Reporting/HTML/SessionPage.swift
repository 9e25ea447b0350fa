internal import Practice
public import RunEngine
public import SessionStore

/// A session of the log as one HTML page that needs nothing else: no script, no network, pictures and style within.
///
/// It is fed with the samples one by one, and keeps a bounded number of them: a run of ten hours makes no larger page
/// than one of an hour. Equal sessions make equal pages.
public struct SessionPage {
    /// Steps of time in the plots: about one for each point of a phone's screen, two at most.
    private static let stepLimit = 1024

    /// Whatever may have come into the page, it runs nothing and asks nobody.
    private static let policy =
        [
            "script", "connect", "img", "font", "media", "object", "frame", "worker", "manifest",
        ].map { "\($0)-src 'none'; " }.joined() + "base-uri 'none'; form-action 'none'"

    let session: StoredSession
    let words: (RunNotice) -> String
    private(set) var history = RunHistory(limit: stepLimit)

    /// A page of a session, before its first sample.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - words: What a run has to say of what was noticed about its sensors.
    public init(_ session: StoredSession, words: @escaping (RunNotice) -> String) {
        self.session = session
        self.words = words
    }

    /// Adds what was known at an instant.
    public mutating func record(_ sample: RunSample) { history.record(sample) }

    /// The whole page.
    public var html: String {
        let began = began
        let title = "Run of \(began.dayWords), \(began.clock)"
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
            <title>\(title)</title>
            <style>
            \(PageStyle.css)</style>
            </head>
            <body>
            <main>
            <header>
            <p class="name">Steady</p>
            <h1>\(began.dayWords)</h1>
            <p><time datetime="\(began.machineText)">\(began.clock) (\(began.zone))</time>, \(origin)</p>
            </header>
            \(sections.joined())</main>
            <footer>
            <p>\(HTMLText.escaped(PageSaying.asTold.text(["id": session.header.id])))</p>
            <p>\(HTMLText.escaped(PageSaying.whatItIsFor.text()))</p>
            </footer>
            </body>
            </html>

            """
    }

    var began: LocalTime {
        LocalTime(
            unixMicroseconds: session.header.startedAtUnixMicroseconds,
            utcOffsetSeconds: session.utcOffsetSeconds
        )
    }

    private var origin: String {
        HTMLText.escaped(session.importedFrom.map { "from \($0)" } ?? session.header.source.words)
    }

    /// Each part, from what is read first to what is read last; empty ones are left out.
    private var sections: [String] {
        [totals, plots, zones, laps, marks, figures, noticed, sensors, numbers]
    }

    /// A part of the page under its heading; nothing where there is nothing in it.
    static func section(_ id: String, _ heading: String, _ content: String) -> String {
        if content.isEmpty { return "" }
        return """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(heading)</h2>
            \(content)</section>

            """
    }
}
