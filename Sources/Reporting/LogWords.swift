public import RunEngine
public import SessionStore

/// The session log in words: the output of `list` and `show` for a person.
public enum LogWords {
    /// A line for each session, newest first.
    public static func list(_ sessions: [SessionEntry]) -> [String] {
        if sessions.isEmpty {
            return ["No session yet. A run with `steady` makes one; `steady import FILE` takes one from elsewhere."]
        }
        return sessions.map { session in
            let moving = session.elapsedMilliseconds - session.pausedMilliseconds
            return [
                session.id, right(minutes(moving), 10), right(minutes(session.insideMilliseconds) + " in the band", 21),
                right(session.distanceMillimetres.map(PlainText.kilometres) ?? "", 9),
                right(session.averageBPM.map { "\($0) bpm" } ?? "", 7), session.importedFrom ?? session.source.rawValue,
            ].joined(separator: "  ")
        }
    }

    /// `19:42`, where that is.
    public static func clock(unixMicroseconds: Int64, utcOffsetSeconds: Int?) -> String {
        LocalTime(unixMicroseconds: unixMicroseconds, utcOffsetSeconds: utcOffsetSeconds).clock
    }

    /// When a session began, where it was: `Tuesday 24 November 2026, 11:15 (UTC+1)`.
    public static func beginning(of session: StoredSession) -> String {
        LocalTime(
            unixMicroseconds: session.header.startedAtUnixMicroseconds,
            utcOffsetSeconds: session.utcOffsetSeconds
        ).words
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func minutes(_ milliseconds: Int64) -> String { "\((milliseconds + 30_000) / 60_000) min" }
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
