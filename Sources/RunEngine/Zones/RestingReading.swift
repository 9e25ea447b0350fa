/// A resting heart rate as it was measured, seated, on a day.
public struct RestingReading: Equatable, Sendable {
    /// The day.
    public var day: CivilDate
    /// In bpm.
    public var bpm: Int

    /// A reading of a day.
    public init(day: CivilDate, bpm: Int) {
        self.day = day
        self.bpm = bpm
    }

    /// How many of the last readings the profile goes by.
    public static let keptCount = 7

    /// What the profile goes by: the median of the last readings, in bpm; of an even number of them the mean of the
    /// middle two, rounded down. `nil` of none.
    public static func profileBPM(of readings: [RestingReading]) -> Int? {
        let sorted = readings.suffix(keptCount).map(\.bpm).sorted()
        if sorted.isEmpty { return nil }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
