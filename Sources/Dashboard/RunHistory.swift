import RunEngine

/// The whole run so far in a bounded number of equal steps of time; when they are used up, each two become one.
struct RunHistory: Sendable {
    static let capacity = 512

    /// What was seen during one step.
    struct Step: Sendable {
        var heartRateBPM = Mean()
        var speedCentiKmH = Mean()

        mutating func merge(_ other: Step) {
            heartRateBPM.merge(other.heartRateBPM)
            speedCentiKmH.merge(other.speedCentiKmH)
        }
    }

    /// The mean of some readings, of which some may be missing.
    struct Mean: Sendable {
        private var sum: Int64 = 0
        private var count: Int64 = 0
        private var missingCount: Int64 = 0

        init() {}

        init(of reading: Int?) {
            if let reading {
                sum = Int64(min(max(-100_000, reading), 100_000))
                count = 1
            } else {
                missingCount = 1
            }
        }

        /// Rounded down; `nil`, which is a gap, when most readings are missing.
        var value: Int? { count == 0 || count < missingCount ? nil : Int(sum / count) }

        mutating func merge(_ other: Mean) {
            sum += other.sum
            count += other.count
            missingCount += other.missingCount
        }
    }

    private(set) var steps: [Step] = []
    private(set) var stepMilliseconds: Int64 = 1000

    /// Adds what is known at an instant. A reading that is not there leaves a gap.
    mutating func record(_ sample: RunSample) {
        let time = max(0, sample.timeMilliseconds)
        while time / stepMilliseconds >= Int64(Self.capacity) { halve() }
        let index = Int(time / stepMilliseconds)
        if index >= steps.count {
            steps.append(contentsOf: repeatElement(Step(), count: index + 1 - steps.count))
        }
        steps[index].merge(
            Step(heartRateBPM: Mean(of: sample.heartRateBPM), speedCentiKmH: Mean(of: sample.speedCentiKmH))
        )
    }

    /// The first `spanMilliseconds` of the run cut into `count` columns.
    func columns(_ count: Int, spanMilliseconds: Int64) -> [Step] {
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
