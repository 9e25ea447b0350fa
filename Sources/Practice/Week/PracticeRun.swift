public import RunEngine

/// What the weeks need to know of a session.
///
/// It belongs to the day on which it began, by the clock where it began: also when it goes on over midnight, and
/// wherever the runner is by now.
public struct PracticeRun: Equatable, Sendable {
    /// It counts as a run from so much moving on, walking included, in ms.
    public static let runMilliseconds: Int64 = 600_000
    /// It counts as a start from so much moving on, in ms.
    public static let startMilliseconds: Int64 = 60_000

    /// The session's ID.
    public var id: String
    /// When it began, in microseconds since 1970-01-01 UTC.
    public let startedAtUnixMicroseconds: Int64
    /// Local time where it began, in seconds east of UTC; `nil`, which is taken for UTC, where that was not kept.
    public let utcOffsetSeconds: Int?
    /// Without pauses, in ms.
    public var movingMilliseconds: Int64
    /// In the band, in ms.
    public var insideMilliseconds: Int64
    /// The name of the plan that it followed.
    public var plan: String?
    /// How long it was to be, in ms.
    public var plannedMilliseconds: Int64?
    /// How often the runner said that talking went well, and that it did not.
    public var talk = TalkAnswers()
    /// What the runner said last of that.
    public var lastTalk: TalkAnswer?
    /// How the runner felt before it, from 1 to 5.
    public var feelingBefore: Int?
    /// How the runner felt after it, from 1 to 5.
    public var feelingAfter: Int?
    /// Its load by Edwards, in tenths.
    public var loadTenths: Int64?
    /// On average, in 0.01 km/h.
    public var speedCentiKmH: Int?
    /// On average, in bpm.
    public var averageBPM: Int?
    /// The day on which it began there, counted from 1970-01-01.
    let day: Int64

    /// A session; what else is known of it is set afterwards.
    ///
    /// - Parameters:
    ///   - id: Its ID.
    ///   - start: When it began, in microseconds since 1970-01-01 UTC.
    ///   - offset: Local time where it began, in seconds east of UTC.
    ///   - moving: Without pauses, in ms; less than nothing is nothing.
    ///   - inside: In the band, in ms.
    public init(
        id: String,
        startedAtUnixMicroseconds start: Int64,
        utcOffsetSeconds offset: Int?,
        movingMilliseconds moving: Int64,
        insideMilliseconds inside: Int64
    ) {
        self.id = id
        startedAtUnixMicroseconds = start
        utcOffsetSeconds = offset
        movingMilliseconds = max(0, moving)
        insideMilliseconds = max(0, inside)
        day = CivilDate.local(unixMicroseconds: start, utcOffsetSeconds: offset).daysSince1970
    }

    /// The day that it belongs to.
    public var date: CivilDate { CivilDate(daysSince1970: day) }
    /// The week that it belongs to.
    public var week: ISOWeek { ISOWeek(containingDay: day) }
    /// True when it counts as a run.
    public var isRun: Bool { movingMilliseconds >= Self.runMilliseconds }
    /// True when it counts as a start, as every run does.
    public var isStart: Bool { movingMilliseconds >= Self.startMilliseconds }
}

/// Answers to "Could you talk?".
public struct TalkAnswers: Equatable, Sendable {
    /// How often it was yes.
    public var yes: Int
    /// How often it was no.
    public var no: Int

    /// So many of each.
    public init(yes: Int = 0, no: Int = 0) {
        self.yes = yes
        self.no = no
    }

    /// How often it was answered.
    public var count: Int { yes.addingReportingOverflow(no).overflow ? .max : yes + no }
}

/// What is noted of a day, apart from runs.
public struct PracticeDay: Equatable, Sendable {
    /// The day.
    public var date: CivilDate
    /// How the runner slept in the night before it, from 1 to 5.
    public var sleep: Int?
    /// The resting heart rate, seated, in bpm.
    public var restingBPM: Int?

    /// A day, and what is noted of it.
    public init(date: CivilDate, sleep: Int? = nil, restingBPM: Int? = nil) {
        self.date = date
        self.sleep = sleep
        self.restingBPM = restingBPM
    }
}

extension CivilDate {
    /// The day that a calendar on the wall shows: at a time in microseconds since 1970-01-01 UTC, where the clocks are so
    /// many seconds ahead of UTC. Times outside the years 1 to 9999 are moved to their ends.
    public static func local(unixMicroseconds: Int64, utcOffsetSeconds: Int?) -> CivilDate {
        let bounded = min(max(-62_135_510_400_000_000, unixMicroseconds), 253_402_127_999_000_000)
        let offset = Int64(min(max(-86_400, utcOffsetSeconds ?? 0), 86_400))
        return CivilDate(unixMicroseconds: bounded + offset * 1_000_000)
    }
}
