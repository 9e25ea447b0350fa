internal import Practice
public import RunEngine
public import SessionStore

/// The session log in words: the output of `list` and `show` for a person.
public enum LogWords {
    /// A line for each session, newest first.
    public static func list(_ sessions: [SessionEntry]) -> [String] {
        if sessions.isEmpty {
            return [SessionSaying.none.text()]
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
        let basis = [plan.basis.bandSentence] + plan.basis.numberSentences(for: plan.zones.model)
        return ZoneSaying.bandAndZones.text([
            "band": "\(plan.band.lowerBPM) to \(plan.band.upperBPM)", "model": plan.zones.model.rawValue,
            "bounds": bounds, "basis": basis.joined(separator: " "),
        ])
    }

    /// Nothing was told, so an age was assumed.
    public static func ageAssumed(_ plan: ZonePlan) -> String {
        let said = ZoneSaying.ageAssumed.text([
            "age": "\(RunnerProfile.assumedAgeYears)", "bpm": "\(plan.maximumBPM)",
        ])
        return "steady: \(said)"
    }
}
