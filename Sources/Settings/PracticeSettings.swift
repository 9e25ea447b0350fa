public import RunEngine

/// The lines of the section `[practice]`, by the names they have in the text.
public enum PracticeKey: String, CaseIterable, Sendable {
    /// `3`: how many runs make a week's goal, from 1 to 5.
    case goalRuns = "goal_runs"
    /// `easy`, `walk_run` or `none`: what a run sets out to be.
    case plan
    /// `40`: how long an easy run is.
    case minutes
    /// `4`: the week of the walk-run plan that the runner chose to be in.
    case walkRunWeek = "walk_run_week"
    /// The day on which they chose it.
    case walkRunSince = "walk_run_since"
    /// `quiet` or `full`: how the screen begins.
    case view
    /// `off` where the heart rate does not tell the effort: beta-blockers, a pacemaker.
    case zones
    /// `22:30`
    case bedtime
    /// `on`: before and after a run, how one feels may be noted.
    case feelings
    /// Whom to call; shown with the lines about care.
    case crisisLine = "crisis_line"
    /// The day on which the lines about safety were read.
    case safetyRead = "safety_read"

    /// What a line of this name holds, for whoever wrote something else.
    public var expectation: String {
        switch self {
        case .goalRuns: "a number from 1 to 5"
        case .plan: "easy, walk_run or none"
        case .minutes: "15, 20, 30, 35, 40 or 45"
        case .walkRunWeek: "a number from 0 to 12"
        case .walkRunSince, .safetyRead: "a day, e.g. 2026-11-20"
        case .view: "full or quiet"
        case .zones, .feelings: "on or off"
        case .bedtime: "a time, e.g. 22:30"
        case .crisisLine: "a name and a number"
        }
    }
}

/// The section `[practice]`; what it does not say is `nil`.
public struct PracticeSettings: Equatable, Sendable {
    /// What a run sets out to be.
    public enum Plan: String, CaseIterable, Sendable {
        case easy
        case walkRun = "walk_run"
        case none
    }

    /// How the screen begins.
    public enum View: String, CaseIterable, Sendable {
        case full, quiet
    }

    /// How many runs can make a week's goal.
    public static let goals = 1...5
    /// How long an easy run can be, in minutes.
    public static let lengths = [15, 20, 30, 35, 40, 45]
    /// The weeks of the walk-run plan.
    public static let walkRunWeeks = 0...12

    /// How many runs make a week's goal.
    public private(set) var goalRuns: Int?
    /// What a run sets out to be.
    public private(set) var plan: Plan?
    /// How long an easy run is, in minutes.
    public private(set) var minutes: Int?
    /// The week of the walk-run plan that the runner chose to be in.
    public private(set) var walkRunWeek: Int?
    /// The day on which they chose it.
    public private(set) var walkRunSince: CivilDate?
    /// How the screen begins.
    public private(set) var view: View?
    /// False where the heart rate does not tell the effort.
    public private(set) var hasZones: Bool?
    /// The usual bedtime, in minutes since midnight.
    public private(set) var bedtimeMinute: Int?
    /// True where the runner may be asked how they feel.
    public private(set) var asksFeelings: Bool?
    /// Whom to call.
    public private(set) var crisisLine: String?
    /// The day on which the lines about safety were read.
    public private(set) var safetyRead: CivilDate?

    /// A line whose name is known and whose value is not understood.
    public struct Fault: Equatable, Sendable {
        /// The number of the line, from 1.
        public var line: Int
        /// The name in it.
        public var key: PracticeKey
        /// The value in it.
        public var value: String
    }

    /// Lines that are not understood; they are passed over.
    public private(set) var faults: [Fault] = []

    /// Settings that say nothing.
    public init() {}

    /// Takes in a line; false when it means nothing here.
    mutating func take(_ name: String, _ value: String, line: Int) -> Bool {
        guard let key = PracticeKey(rawValue: name) else { return false }
        if apply(value, for: key) { return true }
        faults.append(Fault(line: line, key: key, value: value))
        return false
    }

    /// False when the value is not understood.
    private mutating func apply(_ value: String, for key: PracticeKey) -> Bool {
        switch key {
        case .goalRuns: return Self.take(RunnerText.whole(value).filter(Self.goals.contains), into: &goalRuns)
        case .plan: return Self.take(Plan(rawValue: value), into: &plan)
        case .minutes: return Self.take(RunnerText.whole(value).filter(Self.lengths.contains), into: &minutes)
        case .walkRunWeek:
            return Self.take(RunnerText.whole(value).filter(Self.walkRunWeeks.contains), into: &walkRunWeek)
        case .walkRunSince: return Self.take(CivilDate(value), into: &walkRunSince)
        case .view: return Self.take(View(rawValue: value), into: &view)
        case .zones: return Self.take(Self.isOn(value), into: &hasZones)
        case .bedtime: return Self.take(RunnerText.minuteOfDay(value), into: &bedtimeMinute)
        case .feelings: return Self.take(Self.isOn(value), into: &asksFeelings)
        case .crisisLine: return Self.take(value.isEmpty ? nil : value, into: &crisisLine)
        case .safetyRead: return Self.take(CivilDate(value), into: &safetyRead)
        }
    }

    private static func take<Value>(_ value: Value?, into place: inout Value?) -> Bool {
        if let value { place = value }
        return value != nil
    }

    private static func isOn(_ value: String) -> Bool? {
        switch value {
        case "on": true
        case "off": false
        default: nil
        }
    }
}

extension Optional {
    /// `nil` unless the value is as wanted.
    fileprivate func filter(_ isWanted: (Wrapped) -> Bool) -> Wrapped? {
        flatMap { isWanted($0) ? $0 : nil }
    }
}
