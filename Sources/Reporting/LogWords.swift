public import RunEngine
public import SessionStore

/// The session log in words: the output of `list` and `show` for a person.
public enum LogWords {
    /// A line for each session, newest first.
    public static func list(_ sessions: [SessionEntry]) -> [String] {
        if sessions.isEmpty { return ["No session yet. `steady import FILE` makes one of a capture."] }
        return sessions.map { session in
            let moving = session.elapsedMilliseconds - session.pausedMilliseconds
            return [
                session.id, right(minutes(moving), 10), right(minutes(session.insideMilliseconds) + " in the band", 21),
                right(session.distanceMillimetres.map(kilometres) ?? "", 9),
                right(session.averageBPM.map { "\($0) bpm" } ?? "", 7), session.importedFrom ?? session.source.rawValue,
            ].joined(separator: "  ")
        }
    }

    /// A session, the time first, with what was noticed about its sensors in the words that a run has for it.
    public static func session(_ session: StoredSession, words: (RunNotice) -> String) -> [String] {
        let summary = session.summary
        var lines = [
            "Session \(session.header.id), \(session.importedFrom.map { "from \($0)" } ?? session.header.source.rawValue)",
            "Began \(WallTime.text(unixMicroseconds: session.header.startedAtUnixMicroseconds))",
            "",
            row("Time", clock(summary.elapsedMilliseconds)),
        ]
        if summary.pausedMilliseconds > 0 { lines.append(row("Paused", clock(summary.pausedMilliseconds))) }
        let band = session.header.band
        lines.append(
            row("In the band", clock(summary.insideMilliseconds) + "  (\(band.lowerBPM) to \(band.upperBPM) bpm)")
        )
        if let basis = session.header.basis { lines.append(row("", basis.bandWords)) }
        lines.append(row("Below, above", "\(clock(summary.belowMilliseconds)), \(clock(summary.aboveMilliseconds))"))
        if summary.unknownMilliseconds > 0 { lines.append(row("Not known", clock(summary.unknownMilliseconds))) }
        if let distance = summary.distanceMillimetres { lines.append(row("Distance", kilometres(distance))) }
        if let rate = summary.heartRate {
            lines.append(
                row("Heart rate", "\(rate.averageBPM) bpm on average, \(rate.minimumBPM) to \(rate.maximumBPM)")
            )
        }
        lines += ["", "Zones by \(session.header.zones.model.rawValue)"]
        for (zone, time) in summary.zoneMilliseconds.enumerated() {
            lines.append(row("  \(zone), from \(session.header.zones.lowerBoundBPM(of: zone)) bpm", clock(time)))
        }
        if let basis = session.header.basis {
            lines += basis.numberSentences(for: session.header.zones.model).map { "  \($0)" }
        }
        let figures = MetricWords.rows(for: summary)
        if !figures.isEmpty {
            lines += ["", "Figures"]
            lines += figures.map { row("  \($0.name)", $0.value) }
        }
        let notices = session.events.compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
        if !notices.isEmpty {
            lines += ["", "Noticed"]
            lines += notices.map { "  \(clock($0.timeMilliseconds))  \(words($0))" }
        }
        if !summary.issueCounts.isEmpty {
            let issues = summary.issueCounts.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
            lines += ["", "Odd in \(summary.packetCount) packets: \(issues)"]
        }
        return lines
    }

    private static func row(_ name: String, _ value: String) -> String {
        name + String(repeating: " ", count: max(1, 20 - name.count)) + value
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func minutes(_ milliseconds: Int64) -> String { "\((milliseconds + 30_000) / 60_000) min" }

    /// `h:mm:ss`
    private static func clock(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        let two = { (value: Int64) in value < 10 ? "0\(value)" : "\(value)" }
        return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    private static func kilometres(_ millimetres: Int64) -> String {
        let hundredths = (millimetres + 5000) / 10_000
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) km"
    }
}

/// What is said about the runner's numbers.
public enum ProfileWords {
    /// The zones and the band that a session is followed by.
    public static func plan(_ plan: ZonePlan) -> String {
        let bounds = plan.zones.lowerBoundsBPM.map(String.init).joined(separator: ", ")
        return "band \(plan.band.lowerBPM) to \(plan.band.upperBPM) bpm; zones by \(plan.zones.model.rawValue) from "
            + "\(bounds) bpm. \(([plan.basis.bandSentence] + plan.basis.numberSentences(for: plan.zones.model)).joined(separator: " "))"
    }

    /// Nothing was told, so an age was assumed.
    public static func ageAssumed(_ plan: ZonePlan) -> String {
        """
        steady: age \(RunnerProfile.assumedAgeYears) is assumed, so a maximum heart rate of \(plan.maximumBPM) bpm, give \
        or take 10; say --age or --max-hr for your own, or steady zones --born YEAR --set once
        """
    }
}
