public import RunEngine

/// What the runner said in a run of whether they could talk.
public struct TalkTally: Equatable, Sendable {
    /// How often they could.
    public var yes: Int
    /// How often they could not.
    public var no: Int
    /// What they said last; `nil` where they said nothing.
    public var last: TalkAnswer?

    /// So many of each.
    public init(yes: Int = 0, no: Int = 0, last: TalkAnswer? = nil) {
        self.yes = yes
        self.no = no
        self.last = last
    }
}

/// When the runner said how they felt, by the name that programs see.
public enum FeelingMoment: String, CaseIterable, Sendable {
    /// Before the run, from 1 (low) to 5 (good).
    case before
    /// After it, likewise.
    case after
    /// Some three quarters of an hour later: 1 worse, 2 the same, 3 better.
    case calm

    /// What can be said.
    public var values: ClosedRange<Int> { self == .calm ? 1...3 : 1...5 }
}

/// The quiet hour after a run: a mark in the log, and no measurement.
public struct CalmWindow: Equatable, Sendable {
    /// In microseconds since 1970-01-01 UTC.
    public var fromUnixMicroseconds: Int64
    /// In microseconds since 1970-01-01 UTC.
    public var untilUnixMicroseconds: Int64
    /// The lowest median heart rate of a minute while the runner sat, in bpm; `nil` where they did not, or none was heard.
    public var settledBPM: Int?

    /// A window between two times, in microseconds since 1970-01-01 UTC.
    public init(fromUnixMicroseconds: Int64, untilUnixMicroseconds: Int64, settledBPM: Int? = nil) {
        self.fromUnixMicroseconds = fromUnixMicroseconds
        self.untilUnixMicroseconds = untilUnixMicroseconds
        self.settledBPM = settledBPM
    }
}

/// What the runner noted of a day.
public struct DayNote: Equatable, Sendable {
    /// The day where the runner was.
    public var day: CivilDate
    /// How they slept in the night before it, from 1 (badly) to 5 (well).
    public var sleep: Int?
    /// The resting heart rate as `steady rest` measured it, in bpm.
    public var restingBPM: Int?

    /// A day with what is known of it.
    public init(day: CivilDate, sleep: Int? = nil, restingBPM: Int? = nil) {
        self.day = day
        self.sleep = sleep
        self.restingBPM = restingBPM
    }
}
