/// Finds fields that stand still although the belt moves, in one unbroken stretch of it.
///
/// Distance and time that stop together are no broken field: nobody is on the belt. A standing speed is nothing odd.
struct StandingFields: Sendable {
    /// How far the belt runs by its speed, in mm, before a standing distance is odd: where the distance of the session
    /// goes over to the speed. No counter has steps as coarse.
    static let distanceLimit: Int64 = DistanceMeter.stuckAfter
    /// How long the belt moves, in ms, before a standing time is odd: thirty of its steps.
    static let timeLimit: Int64 = 30_000
    /// The same for a heart rate: a heart at work changes within 16 s (a strap's recordings); averages are slower.
    static let heartRateLimit: Int64 = 120_000

    /// Where the belt was when a field last moved.
    private struct Mark: Sendable {
        var stretch: Int
        var movedMilliseconds: Int64
        var millimetres: Int64
        /// How far the other counter had risen.
        var otherRisen: Int64
        /// In ms.
        var time: Int64

        init(_ belt: BeltWay, otherRisen: Int64 = 0, at time: Int64) {
            stretch = belt.stretch
            movedMilliseconds = belt.movedMilliseconds
            millimetres = belt.millimetres
            self.otherRisen = otherRisen
            self.time = time
        }
    }

    private var distanceMark: Mark?
    private var timeMark: Mark?
    private var heartRateMark: Mark?
    private var heartRate: (bpm: UInt8, toldAt: Int64)?

    /// The machine's distance was told at a time in ms. True when it stands.
    mutating func distanceStands(
        hasMoved: Bool,
        clock: MachineCounter,
        belt: BeltWay,
        at time: Int64
    ) -> Bool {
        guard !hasMoved, let mark = distanceMark, mark.stretch == belt.stretch else {
            distanceMark = Mark(belt, otherRisen: clock.risen, at: time)
            return false
        }
        guard belt.millimetres - mark.millimetres >= Self.distanceLimit else { return false }
        let isClockTold = clock.value != nil && clock.toldAt > mark.time
        let moved = belt.movedMilliseconds - mark.movedMilliseconds
        return !isClockTold || 2 * (clock.risen - mark.otherRisen) * 1000 >= moved
    }

    /// The machine's time was told at a time in ms. True when it stands, though the distance goes on.
    mutating func clockStands(
        hasMoved: Bool,
        distance: MachineCounter,
        belt: BeltWay,
        at time: Int64
    ) -> Bool {
        guard !hasMoved, let mark = timeMark, mark.stretch == belt.stretch else {
            timeMark = Mark(belt, otherRisen: distance.risen, at: time)
            return false
        }
        guard belt.movedMilliseconds - mark.movedMilliseconds >= Self.timeLimit else { return false }
        // Without half of the way on the counter nobody may be on the belt.
        let counted = (distance.risen - mark.otherRisen) * 1000
        return counted > 0 && 2 * counted >= belt.millimetres - mark.millimetres
    }

    /// The machine told a heart rate in bpm at a time in ms. True when it has told no other for long.
    mutating func heartRateStands(_ bpm: UInt8, belt: BeltWay, at time: Int64, hold: Int64) -> Bool {
        let last = heartRate
        heartRate = (bpm, time)
        guard let last, last.bpm == bpm, time - last.toldAt <= hold, let mark = heartRateMark,
            mark.stretch == belt.stretch
        else {
            heartRateMark = Mark(belt, at: time)
            return false
        }
        return belt.movedMilliseconds - mark.movedMilliseconds >= Self.heartRateLimit
    }
}
