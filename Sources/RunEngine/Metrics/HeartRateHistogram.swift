/// How long each whole heart rate was held, in ms.
///
/// Every load, the mean and the zones are sums over it, taken at the end: exact, and the same in whatever order and
/// whatever pieces the time came.
public struct HeartRateHistogram: Equatable, Sendable {
    /// On the heap, made once: two kilobytes that a copy of the run shares.
    private var milliseconds = [Int64](repeating: 0, count: 256)

    /// A histogram of no time.
    public init() {}

    /// The time held at a heart rate, 0 to 255 bpm, in ms.
    public subscript(bpm: Int) -> Int64 { milliseconds[bpm] }

    /// Adds a time in ms, not negative, at a heart rate; one above 255 bpm counts as 255, one below 0 as 0.
    public mutating func add(_ time: Int64, atBPM bpm: Int) {
        milliseconds[min(max(bpm, 0), 255)] += time
    }

    /// The whole time in ms.
    public var knownMilliseconds: Int64 { milliseconds.reduce(0, +) }

    /// The time in ms at heart rates of a range in bpm.
    public func milliseconds(inBPM range: ClosedRange<Int>) -> Int64 {
        (0...255).reduce(0) { $0 + (range.contains($1) ? milliseconds[$1] : 0) }
    }

    /// The mean heart rate in bpm, each weighed by its time; `nil` without time.
    public var meanBPM: Double? {
        let time = knownMilliseconds
        return time == 0 ? nil : sum { Double($0) } / Double(time)
    }

    /// The sum over all heart rates of the time in ms times a weight of the rate.
    func sum(_ weight: (_ bpm: Int) -> Double) -> Double {
        var sum = 0.0
        for bpm in 0...255 where milliseconds[bpm] > 0 { sum += Double(milliseconds[bpm]) * weight(bpm) }
        return sum
    }
}
