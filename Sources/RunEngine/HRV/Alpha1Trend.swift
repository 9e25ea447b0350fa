/// The values of alpha-1 of the last five minutes, and their median: a single one swings too much to be shown.
struct Alpha1Trend: Equatable, Sendable {
    /// In ms.
    private static let span: Int64 = 300_000
    private static let capacity = 60

    /// On the heap, made once: in place they would make every copy of the monitor a kilobyte larger.
    private var times = [Int64](repeating: 0, count: Self.capacity)
    private var values = [Double](repeating: 0, count: Self.capacity)
    private var sorted = [Double](repeating: 0, count: Self.capacity)
    /// How many values have ever come.
    private var end = 0

    /// Adds a value and gives the median of those later than five minutes before it, of an even number the mean of the
    /// middle two. Values come at least five seconds apart.
    mutating func median(adding value: Double, at time: Int64) -> Double {
        times[end % Self.capacity] = time
        values[end % Self.capacity] = value
        end += 1
        var count = 0
        for place in max(0, end - Self.capacity)..<end where times[place % Self.capacity] > time - Self.span {
            let value = values[place % Self.capacity]
            var hole = count
            while hole > 0, sorted[hole - 1] > value {
                sorted[hole] = sorted[hole - 1]
                hole -= 1
            }
            sorted[hole] = value
            count += 1
        }
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    }
}
