/// What was done in a week.
public struct PracticeWeek: Equatable, Sendable {
    /// Which.
    public let week: ISOWeek
    /// Sessions that count as a run.
    public private(set) var runs = 0
    /// Sessions that count as a start: all runs are among them.
    public private(set) var starts = 0
    /// Without pauses, of all sessions, in ms.
    public private(set) var movingMilliseconds: Int64 = 0
    /// In the band, of all sessions, in ms.
    public private(set) var insideMilliseconds: Int64 = 0
    /// What was answered to "Could you talk?", of all sessions.
    public private(set) var talk = TalkAnswers()
    /// How the runner felt before the runs.
    public private(set) var feelingBefore = DotMean()
    /// How the runner felt after the runs.
    public private(set) var feelingAfter = DotMean()
    /// How the runner slept.
    public private(set) var sleep = DotMean()

    /// A week in which nothing was done.
    public init(_ week: ISOWeek) { self.week = week }

    /// Starts that were too short for a run.
    public var shortStarts: Int { starts - runs }

    /// True when it has as many runs as were meant.
    public func hasGoal(of goal: Int) -> Bool { runs >= goal }

    /// Takes in a session of the week.
    mutating func add(_ run: PracticeRun) {
        runs += run.isRun ? 1 : 0
        starts += run.isStart ? 1 : 0
        movingMilliseconds = Self.sum(movingMilliseconds, run.movingMilliseconds)
        insideMilliseconds = Self.sum(insideMilliseconds, run.insideMilliseconds)
        talk.yes = Self.sum(talk.yes, run.talk.yes)
        talk.no = Self.sum(talk.no, run.talk.no)
        feelingBefore.add(run.feelingBefore)
        feelingAfter.add(run.feelingAfter)
    }

    /// Takes in a day of the week.
    mutating func add(_ day: PracticeDay) { sleep.add(day.sleep) }

    /// No log, however odd, makes it trap.
    private static func sum<Amount: FixedWidthInteger>(_ one: Amount, _ other: Amount) -> Amount {
        let (sum, isTooLarge) = one.addingReportingOverflow(other)
        return isTooLarge ? .max : sum
    }
}

/// The mean of what was told in dots, from 1 to 5.
public struct DotMean: Equatable, Sendable {
    /// How many dots there can be.
    public static let range = 1...5
    private var sum = 0
    private var count = 0

    /// Nothing told yet.
    public init() {}

    /// Takes in what was told; what is no number of dots is passed over.
    public mutating func add(_ dots: Int?) {
        guard let dots, Self.range.contains(dots) else { return }
        sum += dots
        count += 1
    }

    /// In tenths, a half rounded up; `nil` when nothing was told.
    public var tenths: Int? { count == 0 ? nil : (sum * 20 + count) / (2 * count) }
    /// As whole dots, a half rounded up; `nil` when nothing was told.
    public var dots: Int? { count == 0 ? nil : (sum * 2 + count) / (2 * count) }
}
