import Practice
import Reporting
import RunEngine
import SessionStore

/// The quiet hour after a run, marked in the log.
enum CalmMark {
    /// Marks it after a run that is long enough, unless that was done, and says until when it is; `nil` where there is none.
    static func set(by program: LiveProgram, _ result: LiveProgram.Result, settledBPM: Int? = nil) -> String? {
        guard let id = result.id else { return nil }
        return program.withLog { log in
            let session = try log.session(id)
            if let calm = session.calm, settledBPM == nil { return words(calm, session) }
            let summary = session.summary
            guard summary.elapsedMilliseconds - summary.pausedMilliseconds >= AfterRun.shortestRun else { return nil }
            let end = session.header.startedAtUnixMicroseconds + summary.elapsedMilliseconds * 1000
            let calm = CalmWindow(
                fromUnixMicroseconds: end,
                untilUnixMicroseconds: end + AfterRun.calm * 1000,
                settledBPM: settledBPM
            )
            try log.setCalm(calm, of: id)
            return words(calm, session)
        } ?? nil
    }

    private static func words(_ calm: CalmWindow, _ session: StoredSession) -> String {
        let time = LogWords.clock(
            unixMicroseconds: calm.untilUnixMicroseconds,
            utcOffsetSeconds: session.utcOffsetSeconds
        )
        return LogSaying.calmWindow.text(["time": time])
    }
}
