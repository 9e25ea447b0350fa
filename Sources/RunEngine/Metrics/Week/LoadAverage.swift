/// An average of daily loads in which a day counts the less the longer ago it is: after `days` days, 1/e as much.
///
/// y = d (1 - k) + y k for each day's load d, with k = e^(-1/days), from 0. Commonly 7 days and 42.
///
/// Source: GoldenCheetah's PMCData.
public struct LoadAverage: Equatable, Sendable {
    /// How far back it looks, in days.
    public let days: Int
    /// The average so far, in the unit of the loads, per day.
    public private(set) var perDay = 0.0

    /// An average before the first day; `days` at least 1.
    public init(days: Int) {
        precondition(days > 0)
        self.days = days
    }

    /// Adds a day; a rest day is 0.
    public mutating func add(dailyLoad: Double) {
        let kept = Exponential.exp(-1 / Double(days))
        perDay = dailyLoad * (1 - kept) + perDay * kept
    }

    /// The sum of the latest `days` of a list of daily loads, of all when there are fewer.
    public static func sum(ofLast days: Int, of dailyLoads: [Double]) -> Double {
        dailyLoads.suffix(days).reduce(0, +)
    }
}
