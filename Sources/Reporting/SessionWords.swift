internal import Practice
public import RunEngine
public import SessionStore

/// A session of the log in words, for a person at a terminal: the output of `show`.
///
/// What comes first stands in ``totals``, what explains it in ``details``; a chart has its place between the two.
public struct SessionWords {
    private static let nameColumns = 20

    private let session: StoredSession
    private let columns: Int
    private let words: (RunNotice) -> String

    /// The words for a session.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - columns: How long a line may be; a shorter one than 40 is never made.
    ///   - words: What a run has to say of what was noticed about its sensors.
    public init(_ session: StoredSession, columns: Int, words: @escaping (RunNotice) -> String) {
        self.session = session
        self.columns = max(40, columns)
        self.words = words
    }

    /// What it was, and the time first.
    public var totals: [String] {
        let summary = session.summary
        let header = session.header
        let began = LocalTime(
            unixMicroseconds: header.startedAtUnixMicroseconds,
            utcOffsetSeconds: session.utcOffsetSeconds
        )
        var lines = wrapped(
            "Session \(header.id), \(session.importedFrom.map { "from \($0)" } ?? header.source.words)"
        )
        lines += wrapped("Began \(began.words)")
        lines += practice
        lines += [""] + row("Time", PlainText.clock(summary.elapsedMilliseconds))
        if summary.pausedMilliseconds > 0 { lines += row("Paused", PlainText.clock(summary.pausedMilliseconds)) }
        lines += band
        if let distance = summary.distanceMillimetres { lines += row("Distance", PlainText.kilometres(distance)) }
        if let rate = summary.heartRate {
            let said = SessionSaying.heartRate.text([
                "average": "\(rate.averageBPM)", "lowest": "\(rate.minimumBPM)", "highest": "\(rate.maximumBPM)",
            ])
            lines += row("Heart rate", said)
        }
        return lines
    }

    /// The zones, the laps and marks, the figures, and what was noticed.
    public var details: [String] {
        let sections = [zones, laps, marks, notes, figures, noticed, odd].filter { !$0.isEmpty }
        return Array(sections.joined(separator: [""]))
    }

    /// What it set out to be, and what the runner noted of it.
    private var practice: [String] {
        var lines: [String] = []
        if let calm = session.calm {
            let until = LocalTime(
                unixMicroseconds: calm.untilUnixMicroseconds,
                utcOffsetSeconds: session.utcOffsetSeconds
            )
            lines += wrapped(LogSaying.calmWindow.text(["time": until.clock]))
            if let rate = calm.settledBPM { lines += wrapped(LogSaying.settled.text(["rate": "\(rate) bpm"])) }
        }
        return lines
    }

    private var notes: [String] {
        let feelings = session.feelings
        var lines: [String] = []
        if let before = feelings[.before] { lines += row("  before", "\(before) of 5") }
        if let after = feelings[.after] { lines += row("  after", "\(after) of 5") }
        if let calm = feelings[.calm] {
            lines += row("  an hour later", [SessionSaying.worse, .same, .better][calm - 1].text())
        }
        let talks = session.events.compactMap { if case .talk(let talk) = $0 { talk } else { nil } }
        lines += talks.flatMap { talk in
            row(
                "  \(PlainText.clock(talk.timeMilliseconds))",
                (talk.answer == .canTalk ? SessionSaying.couldTalk : .couldNotTalk).text()
            )
        }
        return lines.isEmpty ? [] : ["Noted by you"] + lines
    }

    private var band: [String] {
        let summary = session.summary
        let band = session.header.band
        let inside = PlainText.clock(summary.insideMilliseconds)
        var lines = row("In the band", "\(inside)  (\(band.lowerBPM) to \(band.upperBPM) bpm)")
        if let basis = session.header.basis { lines += row("", basis.bandWords) }
        lines += row(
            "Below, above",
            "\(PlainText.clock(summary.belowMilliseconds)), \(PlainText.clock(summary.aboveMilliseconds))"
        )
        if summary.unknownMilliseconds > 0 { lines += row("Not known", PlainText.clock(summary.unknownMilliseconds)) }
        return lines
    }

    private var zones: [String] {
        let title = session.header.zones.model.title
        let bars = ZoneBars(session.summary, of: session.header.zones)
        var lines = wrapped(title) + bars.lines(columns: columns)
        if let basis = session.header.basis {
            lines += basis.numberSentences(for: session.header.zones.model).flatMap { wrapped("  \($0)", indent: 2) }
        }
        return lines
    }

    private var laps: [String] {
        let table = LapTable(laps: session.laps).lines(columns: columns)
        return table.isEmpty ? [] : ["Laps"] + table
    }

    /// With the numbers that they have under a chart.
    private var marks: [String] {
        if session.marks.isEmpty { return [] }
        return ["Marks"]
            + session.marks.enumerated().flatMap { index, mark in
                wrapped("  ▲\(index + 1)  \(PlainText.clock(mark.timeMilliseconds))  \(mark.text)", indent: 15)
            }.map(PlainText.trimmed)
    }

    private var figures: [String] {
        let rows = MetricWords.rows(for: session.summary)
        return rows.isEmpty ? [] : ["Figures"] + rows.flatMap { row("  \($0.name)", $0.value) }
    }

    private var noticed: [String] {
        let notices = session.events.compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
        if notices.isEmpty { return [] }
        return ["Noticed"]
            + notices.flatMap { wrapped("  \(PlainText.clock($0.timeMilliseconds))  \(words($0))", indent: 11) }
    }

    private var odd: [String] {
        let issues = session.summary.issueCounts
        if issues.isEmpty { return [] }
        let list = issues.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        let said = SessionSaying.odd.text(["packets": "\(session.summary.packetCount)", "issues": list])
        return wrapped(said, indent: 2)
    }

    /// A name, and a value that goes on under itself where it is long.
    private func row(_ name: String, _ value: String) -> [String] {
        let padding = String(repeating: " ", count: max(1, Self.nameColumns - name.count))
        return wrapped(name + padding + value, indent: Self.nameColumns)
    }

    private func wrapped(_ text: String, indent: Int = 2) -> [String] {
        PlainText.wrapped(text, columns: columns, indent: indent)
    }
}
