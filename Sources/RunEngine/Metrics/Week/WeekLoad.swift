/// A week of daily loads, rest days as 0, by Foster.
///
/// The marks often quoted (monotony above 2, strain above 6000) come from small groups and from loads by feeling
/// (``SessionRating``): a hint among others, and none for other loads.
///
/// There is no ratio of acute to chronic load here, on purpose: a random or fixed divisor predicts injuries just as
/// well (Impellizzeri et al., 2020).
///
/// Source: Foster. Sources do not agree on the deviation; this is the one divided by the number of days.
public struct WeekLoad: Equatable, Sendable {
    /// The sum of the days, in the unit of their loads.
    public var sum: Double
    /// The mean of a day.
    public var mean: Double
    /// The standard deviation of the days, of the population (divided by their number).
    public var standardDeviation: Double

    /// Mean by deviation, no unit; `nil` when all days are equal.
    public var monotony: Double? { standardDeviation == 0 ? nil : mean / standardDeviation }
    /// Sum times monotony, in the unit of the loads; `nil` when all days are equal.
    public var strain: Double? { monotony.map { sum * $0 } }

    /// The week of its days, commonly seven; `nil` of none.
    public init?(dailyLoads: [Double]) {
        guard !dailyLoads.isEmpty else { return nil }
        let days = Double(dailyLoads.count)
        let mean = dailyLoads.reduce(0, +) / days
        sum = dailyLoads.reduce(0, +)
        self.mean = mean
        standardDeviation = (dailyLoads.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / days).squareRoot()
    }
}
