/// A whole run in a bounded number of equal steps of time, for charts; when they are used up, each two become one.
public struct RunHistory: Sendable {
    /// Enough steps for the widest terminal.
    public static let capacity = 512

    /// What was seen during one step.
    public struct Step: Sendable {
        /// The heart rate, in bpm.
        public var heartRateBPM = Mean()
        /// The speed, in 0.01 km/h.
        public var speedCentiKmH = Mean()
        /// The inclination, in 0.1 %.
        public var inclinationDeciPercent = Mean()

        /// A step in which nothing was seen.
        public init() {}

        mutating func merge(_ other: Step) {
            heartRateBPM.merge(other.heartRateBPM)
            speedCentiKmH.merge(other.speedCentiKmH)
            inclinationDeciPercent.merge(other.inclinationDeciPercent)
        }
    }

    /// The mean of some readings, of which some may be missing, and the least and the most of them.
    public struct Mean: Sendable {
        private var sum: Int64 = 0
        private var count: Int64 = 0
        private var missingCount: Int64 = 0
        private var leastReading = Int.max
        private var mostReading = Int.min

        /// The mean of nothing.
        public init() {}

        /// The mean of one reading; `nil` is a missing one.
        public init(of reading: Int?) {
            if let reading {
                let bounded = min(max(-100_000, reading), 100_000)
                sum = Int64(bounded)
                count = 1
                leastReading = bounded
                mostReading = bounded
            } else {
                missingCount = 1
            }
        }

        /// Rounded down; `nil`, which is a gap, when most readings are missing.
        public var value: Int? { isGap ? nil : Int(sum / count) }

        /// The least and the most of the readings; `nil` where ``value`` is.
        public var range: ClosedRange<Int>? { isGap ? nil : leastReading...mostReading }

        private var isGap: Bool { count == 0 || count < missingCount }

        mutating func merge(_ other: Mean) {
            sum += other.sum
            count += other.count
            missingCount += other.missingCount
            leastReading = min(leastReading, other.leastReading)
            mostReading = max(mostReading, other.mostReading)
        }
    }

    /// The steps from the start of the run on.
    public private(set) var steps: [Step] = []
    /// How long a step is, in ms.
    public private(set) var stepMilliseconds: Int64 = 1000
    private let limit: Int

    /// A history of at most so many steps, one or more.
    public init(limit: Int = RunHistory.capacity) {
        precondition(limit > 0, "A history has a step at least.")
        self.limit = limit
    }

    /// Adds what is known at an instant. A reading that is not there leaves a gap.
    public mutating func record(_ sample: RunSample) {
        let time = max(0, sample.timeMilliseconds)
        while time / stepMilliseconds >= Int64(limit) { halve() }
        let index = Int(time / stepMilliseconds)
        if index >= steps.count {
            steps.append(contentsOf: repeatElement(Step(), count: index + 1 - steps.count))
        }
        var seen = Step()
        seen.heartRateBPM = Mean(of: sample.heartRateBPM)
        seen.speedCentiKmH = Mean(of: sample.speedCentiKmH)
        seen.inclinationDeciPercent = Mean(of: sample.inclinationDeciPercent)
        steps[index].merge(seen)
    }

    /// The first `spanMilliseconds` of the run cut into `count` columns.
    public func columns(_ count: Int, spanMilliseconds: Int64) -> [Step] {
        (0..<count).map { column in
            let start = spanMilliseconds / Int64(count) * Int64(column)
            let end = spanMilliseconds / Int64(count) * Int64(column + 1)
            let first = Int(clamping: start / stepMilliseconds)
            let last = Int(clamping: max(start, end - 1) / stepMilliseconds)
            var whole = Step()
            for step in steps.dropFirst(first).prefix(last - first + 1) { whole.merge(step) }
            return whole
        }
    }

    private mutating func halve() {
        steps = stride(from: 0, to: steps.count, by: 2).map { index in
            var step = steps[index]
            if index + 1 < steps.count { step.merge(steps[index + 1]) }
            return step
        }
        stepMilliseconds *= 2
    }
}
