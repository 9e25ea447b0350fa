public import Practice
internal import RunEngine
public import SessionStore

extension SessionLog {
    /// All sessions as the weeks know them. Imports count, demos do not: they are nobody's run.
    public func practiceRuns() throws(SessionLogError) -> [PracticeRun] {
        var runs = try sessions().compactMap(PracticeRun.init)
        let loads = try byStart(.edwardsLoad)
        let speeds = try byStart(.meanSpeedKmH)
        for place in runs.indices {
            let start = runs[place].startedAtUnixMicroseconds
            runs[place].loadTenths = loads[start]
            runs[place].speedCentiKmH = speeds[start].map { Int(clamping: $0) }
        }
        return runs
    }

    /// All days of which the runner noted something.
    public func practiceDays() throws(SessionLogError) -> [PracticeDay] {
        try days().map { PracticeDay(date: $0.day, sleep: $0.sleep, restingBPM: $0.restingBPM) }
    }

    /// A metric, in units of its last place, by when the session began.
    private func byStart(_ name: Metric.Name) throws(SessionLogError) -> [Int64: Int64] {
        Dictionary(try values(of: name).map { ($0.startedAtUnixMicroseconds, $0.metric.units) }) { $1 }
    }
}

extension PracticeRun {
    /// A session of the log; `nil` for a demo.
    public init?(_ entry: SessionEntry) {
        if entry.source == .demo { return nil }
        self.init(
            id: entry.id,
            startedAtUnixMicroseconds: entry.startedAtUnixMicroseconds,
            utcOffsetSeconds: entry.utcOffsetSeconds,
            movingMilliseconds: entry.elapsedMilliseconds - entry.pausedMilliseconds,
            insideMilliseconds: entry.insideMilliseconds
        )
        averageBPM = entry.averageBPM
        plan = entry.plan
        plannedMilliseconds = entry.plannedMilliseconds
        talk = TalkAnswers(yes: entry.talk.yes, no: entry.talk.no)
        lastTalk = entry.talk.last
        feelingBefore = entry.feelingBefore
        feelingAfter = entry.feelingAfter
    }
}
