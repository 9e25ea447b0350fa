/// Heart rates of whole seconds, in bpm; `nil` for a second in which none was known.
struct PresentRates: Equatable, Sendable {
    private(set) var seconds: [Int?] = []

    var count: Int { seconds.count }
    var missingCount: Int { seconds.count { $0 == nil } }

    mutating func append(_ bpm: Int?) { seconds.append(bpm) }

    /// The median of a range of seconds, of an even number the mean of the middle two rounded down; `nil` when more than
    /// a fifth of them are missing.
    func medianBPM(_ range: Range<Int>) -> Int? {
        let sorted = seconds[range].compactMap(\.self).sorted()
        guard !sorted.isEmpty, sorted.count * 5 >= range.count * 4 else { return nil }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
