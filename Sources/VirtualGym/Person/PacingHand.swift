/// Somebody who keeps their heart rate where it should be by the belt's keys: a look now and then, a small change, and
/// time for the heart to answer.
struct PacingHand: Sendable {
    /// Where the first change leads, in 0.01 km/h: a slow run.
    static let firstCentiKmH = 740
    /// What is tried at all, in 0.01 km/h.
    private static let speeds = 400...1000
    /// From one change to the next, in s.
    private static let patience = 45
    /// In bpm from the middle.
    private static let near = 4
    /// In bpm from the middle.
    private static let far = 14

    /// In bpm.
    private let middleBPM: Int
    private var changedAt: Int

    /// Paces from a second on, towards the middle of a band in bpm.
    init(band: ClosedRange<Int>, fromSecond second: Int) {
        middleBPM = (band.lowerBound + band.upperBound) / 2
        changedAt = second
    }

    /// The speed in 0.01 km/h that is wanted instead of this one; `nil` when all is well, or nothing is known.
    mutating func look(bpm: Int?, speedCentiKmH: Int, atSecond second: Int) -> Int? {
        guard let bpm, bpm > 0, second - changedAt >= Self.patience else { return nil }
        let gap = middleBPM - bpm
        if abs(gap) <= Self.near { return nil }
        changedAt = second
        let change = abs(gap) > Self.far ? 20 : 10
        let wanted = Self.speeds.nearest(speedCentiKmH + (gap > 0 ? change : -change))
        return wanted == speedCentiKmH ? nil : wanted
    }
}
