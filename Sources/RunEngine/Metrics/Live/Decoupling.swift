/// Efficiency in the two halves of a run's main part, by the time in which heart rate and a moving belt were known.
///
/// Where the halves meet is known only at the end, so the time is kept in bins, of a second each at first; when all are
/// full, each two become one. From the fifth minute on 256 to 512 are in use: inside the one where the halves meet, at
/// most 1/256 of the time, the effort is taken to be even. Exact where they meet between bins.
struct Decoupling: Sendable {
    private struct Bin: Sendable {
        /// In bpm x ms.
        var beats: Int64 = 0
        /// Grade-adjusted, in mm/h x ms.
        var way: Int64 = 0
    }

    static let binCount = 512
    static let firstWidth: Int64 = 1000
    /// How long a break may be, in ms.
    static let longestBreak: Int64 = 60_000
    /// The least time in ms that halves are made of.
    static let shortestTime: Int64 = 1_200_000

    /// Time of the main part that counted, in ms.
    private(set) var validTime: Int64 = 0
    /// Running time of the main part, in ms.
    private(set) var mainTime: Int64 = 0
    /// True when nothing counted for more than ``longestBreak`` between what counted.
    private(set) var hasBreak = false
    private var width = Self.firstWidth
    /// The bin that is being filled, and what is in it, in ms; less than ``width``.
    private var index = 0
    private var filled: Int64 = 0
    /// On the heap, made once.
    private var bins = [Bin](repeating: Bin(), count: Self.binCount)
    private var lastValid: Int64?

    mutating func pass(_ stretch: Stretch) {
        guard stretch.isRunning, stretch.phase == .main else { return }
        mainTime += stretch.duration
        guard let bpm = stretch.heartRateBPM, bpm > 0, let speed = stretch.movingSpeedCentiKmH else { return }
        if let lastValid, stretch.from - lastValid > Self.longestBreak { hasBreak = true }
        lastValid = stretch.to
        add(stretch.duration, bpm: Int64(bpm), speed: stretch.slope.adjustedMillimetresPerHour(speed))
    }

    private mutating func add(_ duration: Int64, bpm: Int64, speed: Int64) {
        validTime += duration
        var left = duration
        while left > 0 {
            if index == Self.binCount { coarsen() }
            let time = min(left, width - filled)
            bins[index].beats += bpm * time
            bins[index].way += speed * time
            filled += time
            if filled == width { (index, filled) = (index + 1, 0) }
            left -= time
        }
    }

    private mutating func coarsen() {
        for index in 0..<Self.binCount / 2 {
            let (left, right) = (bins[2 * index], bins[2 * index + 1])
            bins[index] = Bin(beats: left.beats + right.beats, way: left.way + right.way)
        }
        for index in Self.binCount / 2..<Self.binCount { bins[index] = Bin() }
        width *= 2
        index = Self.binCount / 2
    }

    /// Metres per minute for each beat per minute over all that counted; `nil` where nothing did.
    var metresPerBeat: Double? {
        let all = sums(until: Double(validTime))
        return all.beats > 0 ? all.metresPerBeat : nil
    }

    /// By how many percent the second half is less efficient than the first.
    ///
    /// `nil` with less than 20 min that counted, with 5 % or more of the main part missing, or with a break of more
    /// than a minute.
    var percent: Double? {
        let missing = mainTime - validTime
        guard validTime >= Self.shortestTime, !hasBreak, missing * 20 < mainTime else { return nil }
        let first = sums(until: Double(validTime) / 2)
        let all = sums(until: Double(validTime))
        let second = Sums(beats: all.beats - first.beats, way: all.way - first.way)
        return EfficiencyFactor.decouplingPercent(
            firstHalf: first.metresPerBeat,
            secondHalf: second.metresPerBeat
        )
    }

    private struct Sums {
        var beats = 0.0
        var way = 0.0

        /// The ratio of the sums is that of the means, for both are over the same time.
        var metresPerBeat: Double { EfficiencyFactor.metresPerBeat(meanKmH: way / 1e6, meanBPM: beats) }
    }

    private func sums(until end: Double) -> Sums {
        var sums = Sums()
        for index in 0..<Self.binCount {
            let start = Int64(index) * width
            let time = min(width, validTime - start)
            guard time > 0, Double(start) < end else { break }
            let share = min(1, (end - Double(start)) / Double(time))
            sums.beats += Double(bins[index].beats) * share
            sums.way += Double(bins[index].way) * share
        }
        return sums
    }
}
