/// A point of a run that is worth a word.
public struct RunMilestone: Equatable, Sendable {
    /// What was reached, by the name that programs see.
    public enum Name: String, CaseIterable, Sendable {
        /// Ten minutes of moving: a run that counts.
        case tenMinutes = "ten_minutes"
        /// Twenty minutes of moving at a moderate effort or above: from about here many people feel some ease.
        case twentyMinutes = "twenty_minutes"
    }

    /// The instant, in ms of session time: the whole second in which it was reached.
    public var timeMilliseconds: Int64
    /// What was reached.
    public var name: Name

    /// A milestone at a time, in ms of session time.
    public init(timeMilliseconds: Int64, name: Name) {
        self.timeMilliseconds = timeMilliseconds
        self.name = name
    }
}

/// Watches for milestones. Each comes once.
///
/// The twenty minutes are of moving time with a heart rate from where moderate effort begins (40 % of the reserve, or
/// 64 % of the maximum; walking counts if it gets there). After a pause of more than five minutes half of them are left.
struct MilestoneWatch: Sendable {
    private static let tenMinutes: Int64 = 600_000
    private static let twentyMinutes: Int64 = 1_200_000
    private static let longPause: Int64 = 300_000

    private let floorBPM: Int
    private var moving: Int64 = 0
    private var moderate: Int64 = 0
    private var pause: Int64 = 0
    private var told: Set<RunMilestone.Name> = []

    /// `floorBPM`: where moderate effort begins.
    init(floorBPM: Int) { self.floorBPM = floorBPM }

    /// A stretch of time passed.
    mutating func pass(_ stretch: ZoneEngine.Stretch) {
        let time = stretch.end - stretch.start
        switch stretch.session {
        case .running:
            if pause > Self.longPause { moderate /= 2 }
            pause = 0
            moving += time
            if let rate = stretch.heartRateBPM, rate >= floorBPM { moderate += time }
        case .pausedUser, .pausedBelt: pause += time
        case .idle, .ended: break
        }
    }

    /// What was reached since this was asked last, in the order of ``RunMilestone/Name``.
    mutating func take() -> [RunMilestone.Name] {
        if told.count == RunMilestone.Name.allCases.count { return [] }
        var names: [RunMilestone.Name] = []
        if moving >= Self.tenMinutes, told.insert(.tenMinutes).inserted { names.append(.tenMinutes) }
        if moderate >= Self.twentyMinutes, told.insert(.twentyMinutes).inserted { names.append(.twentyMinutes) }
        return names
    }
}
