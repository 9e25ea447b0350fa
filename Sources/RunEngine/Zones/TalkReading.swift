/// What a talk check found: the heart rate up to which the runner talks in comfort.
public struct TalkReading: Equatable, Sendable {
    /// The median heart rate of the last 30 s of the last stage that was comfortable, in bpm.
    public var bpm: Int
    /// The day of the check, where it is known.
    public var day: CivilDate?
    /// The belt's speed in that stage, in 0.01 km/h, where a treadmill told it.
    public var speedCentiKmH: Int?
    /// The name of the sensor that told the heart rate.
    public var sensor: String?

    /// A heart rate, and where it comes from as far as that is known.
    public init(bpm: Int, day: CivilDate? = nil, speedCentiKmH: Int? = nil, sensor: String? = nil) {
        self.bpm = bpm
        self.day = day
        self.speedCentiKmH = speedCentiKmH
        self.sensor = sensor
    }

    /// After so many days another check is worth while: six weeks of running move the edge.
    public static let repeatDays: Int64 = 42

    /// True when the check was made so long before a day that another is worth while.
    public func isDueAgain(on today: CivilDate) -> Bool {
        day.map { today.daysSince1970 - $0.daysSince1970 >= Self.repeatDays } ?? false
    }

    /// The band that the check gives.
    ///
    /// The upper edge is the heart rate itself, kept within 65 to 90 % of the maximum; the lower one lies 20 bpm below
    /// it, but not below `floorBPM`, where moderate begins, and 12 bpm below the upper edge at least.
    func band(maximumBPM: Int, floorBPM: Int) -> TargetBand {
        let least = HeartRateShare.bound(perMille: 650, of: maximumBPM)
        let upper = min(max(bpm, least), Self.highestUpperBPM(maximumBPM: maximumBPM))
        let lower = min(max(floorBPM, bpm - 20), upper - 12)
        return TargetBand(lowerBPM: lower, upperBPM: upper)
    }

    /// The highest upper edge that a check can give, in bpm: beyond it, nothing is to be learned from going on.
    public static func highestUpperBPM(maximumBPM: Int) -> Int { 900 * maximumBPM / 1000 }
}
