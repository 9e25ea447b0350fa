/// Compares the way by the belt's speed with the machine's own distance, to find the two told in different units.
///
/// The way is cut into legs, each from one rise of the counter to another, so that a counter with coarse steps is
/// compared where it is exact. A leg is no evidence when it is broken: the belt stood, was not heard, the counter was
/// reset, jumped, or stood for longer than its steps explain (nobody on the belt); nor when the machine's clock and
/// ours disagree about its length. Told when ``legsNeeded`` legs in a row agree.
struct SpeedComparison: Sendable {
    /// The least of a leg: the time in ms of a moving belt, and the distance in m on the counter. A rise is seen up to
    /// one notification late, which is 1 s of these 60 s.
    static let shortestLeg: (milliseconds: Int64, metres: Int64) = (60_000, 100)
    /// One leg can be off by chance: someone steps off, a clock is set. Three alike are a unit.
    static let legsNeeded = 3
    /// Speed over distance in 1/1000: 1 / 1.609344, give or take 8 %. A machine in km/h is at 1000, give or take some
    /// tens, so the wide margin costs nothing; it takes speeds rounded to 0.1 mph.
    static let milesPerHour: ClosedRange<Int64> = 572...671
    /// The same the other way round: 1.609344, give or take 8 %.
    static let distanceInMiles: ClosedRange<Int64> = 1481...1738
    /// How far the two are compared, in m, before a difference is told, and what difference, in 1/1000.
    static let leastComparedMetres: Int64 = 1000
    static let tolerance: Int64 = 30

    private enum Unit: Sendable {
        case milesPerHour, distanceInMiles
    }

    /// Where the counter last rose, or was first heard, in a stretch of the belt.
    private struct Mark: Sendable {
        var stretch: Int
        var movedMilliseconds: Int64
        var millimetres: Int64
        var metres: Int64
        /// The machine's own time in s, where it tells it.
        var seconds: Int64?
        /// In ms.
        var time: Int64
    }

    /// Legs in a row that agree.
    private struct Row: Sendable {
        /// `nil` where the two agree about it.
        var unit: Unit?
        var legs = 0
        /// By the speed.
        var millimetres: Int64 = 0
        /// By the counter.
        var metres: Int64 = 0
    }

    private var latest: Mark?
    private var legStart: Mark?
    /// The largest step of the counter in this leg, in m.
    private var largestStep: Int64 = 0
    private var row: Row?
    /// All legs together, as far as they were compared and not told of.
    private var compared = Row(unit: nil)

    /// Takes a number of the machine's counter in m, and its time in s where it tells it. `time` in ms.
    mutating func take(_ metres: Int64, seconds: Int64?, belt: BeltWay, at time: Int64) -> RunNotice.Finding? {
        let mark = Mark(
            stretch: belt.stretch,
            movedMilliseconds: belt.movedMilliseconds,
            millimetres: belt.millimetres,
            metres: metres,
            seconds: seconds,
            time: time
        )
        guard belt.isMoving, let latest, latest.stretch == mark.stretch, latest.metres <= metres else {
            self.latest = mark
            legStart = nil
            return nil
        }
        let rise = metres - latest.metres
        if rise == 0 {
            // A third of the way may be missing in a distance counted in miles, and a few seconds in the radio.
            if mark.millimetres - latest.millimetres > (3 * largestStep + 15) * 1000 { legStart = nil }
            return nil
        }
        self.latest = mark
        guard DistanceMeter.isPlausible(rise: rise, within: time - latest.time) else {
            legStart = nil
            return nil
        }
        guard let start = legStart else {
            legStart = mark
            largestStep = rise
            return nil
        }
        largestStep = max(largestStep, rise)
        guard mark.movedMilliseconds - start.movedMilliseconds >= Self.shortestLeg.milliseconds,
            metres - start.metres >= Self.shortestLeg.metres
        else { return nil }
        legStart = mark
        largestStep = rise
        return judge(from: start, to: mark)
    }

    private mutating func judge(from start: Mark, to end: Mark) -> RunNotice.Finding? {
        guard Self.clocksAgree(start, end) else { return nil }
        let millimetres = end.millimetres - start.millimetres
        let metres = end.metres - start.metres
        guard let unit = Self.unit(ofPermille: millimetres / metres) else {
            row = nil
            return disagreement(millimetres: millimetres, metres: metres)
        }
        var row = row.flatMap { $0.unit == unit ? $0 : nil } ?? Row(unit: unit)
        row.legs += 1
        row.millimetres += millimetres
        row.metres += metres
        self.row = row
        if row.legs < Self.legsNeeded { return nil }
        self.row = nil
        let speedMetres = row.millimetres / 1000
        switch unit {
        case .milesPerHour: return .speedInMilesPerHour(speedMetres: speedMetres, counterMetres: row.metres)
        case .distanceInMiles: return .distanceInMiles(speedMetres: speedMetres, counterMetres: row.metres)
        }
    }

    /// Adds a leg in the same unit; answers when the two differ over all legs so far.
    private mutating func disagreement(millimetres: Int64, metres: Int64) -> RunNotice.Finding? {
        compared.millimetres += millimetres
        compared.metres += metres
        let difference = abs(compared.millimetres - compared.metres * 1000)
        guard compared.metres >= Self.leastComparedMetres, difference * 1000 > compared.metres * 1000 * Self.tolerance
        else { return nil }
        defer { compared = Row(unit: nil) }
        return .distanceDisagrees(speedMetres: compared.millimetres / 1000, counterMetres: compared.metres)
    }

    /// False when the machine's time counts, but a leg took a tenth (and 2 s for its whole seconds) more or less by it
    /// than by the stamps: one of the two is wrong, or nobody was on the belt. A time that stands says nothing.
    private static func clocksAgree(_ start: Mark, _ end: Mark) -> Bool {
        guard let first = start.seconds, let last = end.seconds, last != first else { return true }
        let moved = end.movedMilliseconds - start.movedMilliseconds
        return abs((last - first) * 1000 - moved) <= moved / 10 + 2000
    }

    private static func unit(ofPermille ratio: Int64) -> Unit? {
        if milesPerHour.contains(ratio) { return .milesPerHour }
        return distanceInMiles.contains(ratio) ? .distanceInMiles : nil
    }
}
