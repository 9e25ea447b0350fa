/// The values of alpha-1 of the last five minutes, and their median: a single one swings too much to be shown.
struct Alpha1Trend: Equatable, Sendable {
    /// In ms.
    private static let span: Int64 = 300_000
    private static let capacity = 60

    private var times = InlineArray<60, Int64>(repeating: 0)
    private var values = InlineArray<60, Double>(repeating: 0)
    /// How many values have ever come.
    private var end = 0

    /// Adds a value; values come at least five seconds apart.
    mutating func append(_ value: Double, at time: Int64) {
        times[end % Self.capacity] = time
        values[end % Self.capacity] = value
        end += 1
    }

    /// The median of the values later than five minutes before `time`, of an even number the mean of the middle two.
    func median(at time: Int64) -> Double? {
        var sorted = InlineArray<60, Double>(repeating: 0)
        var count = 0
        for index in max(0, end - Self.capacity)..<end where times[index % Self.capacity] > time - Self.span {
            var hole = count
            while hole > 0, sorted[hole - 1] > values[index % Self.capacity] {
                sorted[hole] = sorted[hole - 1]
                hole -= 1
            }
            sorted[hole] = values[index % Self.capacity]
            count += 1
        }
        guard count > 0 else { return nil }
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    }

    static func == (left: Alpha1Trend, right: Alpha1Trend) -> Bool {
        left.end == right.end
            && (0..<capacity).allSatisfy { left.times[$0] == right.times[$0] && left.values[$0] == right.values[$0] }
    }
}
