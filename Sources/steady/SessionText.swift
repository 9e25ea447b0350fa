import Dashboard
import Reporting
import RunEngine
import SessionStore
import UnixIO

/// A session of the log for a person: words, and a chart as wide as the terminal.
struct SessionText {
    /// Where standard output is no terminal.
    private static let plainColumns = 80
    private static let columns = 40...200

    private let session: StoredSession
    private let log: SessionLog

    init(_ session: StoredSession, of log: SessionLog) {
        self.session = session
        self.log = log
    }

    /// The lines, fit to be printed: nothing in a name steers the terminal.
    func lines() throws -> [String] {
        let width = Terminal.outputColumns.map { min(max($0, Self.columns.lowerBound), Self.columns.upperBound) }
        let columns = width ?? Self.plainColumns
        let words = SessionWords(session, columns: columns, words: { $0.sentence })
        let chart = try chart(columns: columns)
        return [words.totals.map(\.printable), chart, words.details.map(\.printable)].filter { !$0.isEmpty }
            .joined(separator: [""]).map { $0 }
    }

    /// The samples are read one by one, and none is kept.
    private func chart(columns: Int) throws -> [String] {
        var chart = SessionChart(
            band: session.header.band,
            elapsedMilliseconds: session.summary.elapsedMilliseconds
        )
        chart.markMilliseconds = session.marks.map(\.timeMilliseconds)
        try log.forEachSample(of: session.header.id) { chart.record($0) }
        let frame = chart.frame(columns: columns)
        let hasColours = Terminal.isOutput && Environment.value(of: "NO_COLOR") == nil
        return hasColours ? TerminalEncoder().lines(of: frame) : frame.text
    }
}
