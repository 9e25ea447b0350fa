/// The single beats of a heart whose rate is known: how much they vary, and how much of that is slow.
///
/// At rest intervals vary widely and in long waves; the harder the effort, the less they vary and the more like chance.
/// The figures follow recorded runs: RMSSD from 16 to 4 ms, alpha-1 from 1.2 (walking) to 0.6 (hard).
struct BeatModel: Sendable {
    /// Shares of the heart-rate reserve, and how far intervals vary there, in ms.
    private static let amplitudeShares = [0.0, 0.3, 0.55, 0.8, 0.95]
    private static let amplitudes = [40.0, 18.0, 7.0, 3.5, 2.5]
    /// Shares of the heart-rate reserve, and how much of the variance is slow there.
    private static let slownessShares = [0.0, 0.35, 0.55, 0.7, 0.85, 1.0]
    private static let slownesses = [0.8, 1.0, 0.8, 0.5, 0.1, 0.0]
    /// How many beats a strap goes by.
    private static let meanCount = 8

    private var seconds = 0
    /// When the next beat comes, in s.
    private var nextBeat = 0.0
    private var wave = 0.0
    private var recent: [UInt16] = []

    /// Lets a second pass; answers the intervals of the beats that began in it, in 1/1024 s.
    mutating func step(
        heartRateBPM: Double,
        reserveShare share: Double,
        chance: inout SplitMix64,
        isNoisy: Bool
    ) -> [UInt16] {
        seconds += 1
        var intervals: [UInt16] = []
        while nextBeat <= Double(seconds) {
            var milliseconds = 60000.0 / heartRateBPM
            if isNoisy { milliseconds += variation(at: share, &chance) }
            let interval = UInt16(milliseconds * 1.024 + 0.5)
            nextBeat += Double(interval) / 1024.0
            intervals.append(interval)
        }
        recent = (recent + intervals).suffix(Self.meanCount)
        return intervals
    }

    private mutating func variation(at share: Double, _ chance: inout SplitMix64) -> Double {
        let amplitude = Self.interpolate(share, Self.amplitudeShares, Self.amplitudes)
        let slowness = Self.interpolate(share, Self.slownessShares, Self.slownesses)
        wave = 0.95 * wave + (1 - 0.9025).squareRoot() * chance.normal()
        return amplitude * (slowness.squareRoot() * wave + (1.0 - slowness).squareRoot() * chance.normal())
    }

    /// The mean of the last eight beats, in whole bpm; 0 before the first.
    var meanBPM: Int {
        if recent.isEmpty { return 0 }
        let sum = recent.reduce(0) { $0 + Int($1) }
        return Int(60.0 * 1024.0 * Double(recent.count) / Double(sum) + 0.5)
    }

    private static func interpolate(_ place: Double, _ places: [Double], _ values: [Double]) -> Double {
        if place <= places[0] { return values[0] }
        for index in 1..<places.count where place <= places[index] {
            let share = (place - places[index - 1]) / (places[index] - places[index - 1])
            return values[index - 1] + share * (values[index] - values[index - 1])
        }
        return values[values.count - 1]
    }
}
