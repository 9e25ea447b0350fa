/// How the heart rate creeps up at a fixed speed: its slope, by least squares over time, from minute 10 on.
///
/// The speed is fixed while it stays within 0.2 km/h, and the incline within 0.5 %, of what they were at minute 10 of
/// running time (or when first known after). Of several such stretches the longest counts, of at least 10 min. A pause
/// or another speed ends a stretch; so does more than a minute without heart rate or speed. Shorter holes are left out.
///
/// Source for minute 10: Colakoglu et al., "Moderate Intensity Intermittent Exercise Modality May Prevent
/// Cardiovascular Drift", 2018. The tolerances are ours.
struct CardiacDrift: Sendable {
    static let startsAfter: Int64 = 600_000
    static let shortestTime: Int64 = 600_000
    static let longestHole: Int64 = 60_000
    static let speedTolerance = 20
    static let inclineTolerance = 5

    private struct Reference: Sendable {
        var speedCentiKmH: Int
        var inclinationDeciPercent: Int
    }

    private var runningTime: Int64 = 0
    private var reference: Reference?
    private var current: Line?
    private var longest: Line?

    mutating func pass(_ stretch: Stretch) {
        guard stretch.isRunning else { return close() }
        let before = runningTime
        runningTime += stretch.duration
        guard runningTime > Self.startsAfter else { return }
        var stretch = stretch
        stretch.from += max(0, Self.startsAfter - before)
        guard let speed = stretch.speedCentiKmH else { return }
        guard speed > 0 else { return close() }
        let incline = stretch.slope.inclinationDeciPercent
        let wanted = reference ?? Reference(speedCentiKmH: speed, inclinationDeciPercent: incline)
        reference = wanted
        guard abs(speed - wanted.speedCentiKmH) <= Self.speedTolerance,
            abs(incline - wanted.inclinationDeciPercent) <= Self.inclineTolerance
        else { return close() }
        guard let bpm = stretch.heartRateBPM else { return }
        if let current, stretch.from - current.end > Self.longestHole { close() }
        var line = current ?? Line(start: stretch.from, bpm: bpm)
        line.add(bpm: bpm, from: stretch.from, to: stretch.to)
        current = line
    }

    private mutating func close() {
        guard let current else { return }
        longest = Self.longer(longest, current)
        self.current = nil
    }

    private static func longer(_ left: Line?, _ right: Line?) -> Line? {
        guard let left, let right else { return left ?? right }
        return right.length > left.length ? right : left
    }

    /// In bpm per 10 min, with the share of the stretch that had a heart rate; `nil` without a stretch that is long
    /// enough.
    var figure: Figure<Double>? {
        guard let line = Self.longer(longest, current), line.length >= Self.shortestTime else { return nil }
        return Figure(
            line.slopePerMillisecond * 600_000,
            knownMilliseconds: line.time,
            ofMilliseconds: line.length
        )
    }

    /// The sums of a line through a heart rate that goes in steps, each weighed by its time: integrals, so that a step
    /// may be cut anywhere.
    private struct Line: Sendable {
        /// In ms; what follows is counted from here.
        let start: Int64
        /// In ms.
        private(set) var end: Int64
        /// The integral of 1.
        private(set) var time: Int64 = 0
        /// The step that goes on: summed up once it is over, for that takes long numbers.
        private var step: (bpm: Int, start: Int64)
        private var sums = Sums()

        init(start: Int64, bpm: Int) {
            self.start = start
            end = start
            step = (bpm, start)
        }

        var length: Int64 { end - start }

        mutating func add(bpm: Int, from: Int64, to: Int64) {
            if bpm != step.bpm || from != end {
                sums = sumsSoFar
                step = (bpm, from)
            }
            end = to
            time += to - from
        }

        private var sumsSoFar: Sums {
            var sums = sums
            sums.add(bpm: step.bpm, from: step.start - start, to: end - start)
            return sums
        }

        var slopePerMillisecond: Double { sumsSoFar.slope(time: time) }
    }

    private struct Sums: Sendable {
        /// The integral of the rate.
        private var rates: Int64 = 0
        /// Twice the integrals of t and of rate x t.
        private var doubleTimes: Int128 = 0
        private var doubleProducts: Int128 = 0
        /// Three times the integral of t squared.
        private var tripleSquares: Int128 = 0

        mutating func add(bpm: Int, from: Int64, to: Int64) {
            let (a, b) = (Int128(from), Int128(to))
            rates += Int64(bpm) * (to - from)
            let difference = (b - a) * (b + a)
            doubleTimes += difference
            doubleProducts += Int128(bpm) * difference
            tripleSquares += (b - a) * (b * b + a * b + a * a)
        }

        /// Of the line of least squares, when the integral of 1 is `time`.
        func slope(time: Int64) -> Double {
            let (n, t, h) = (Double(time), Double(doubleTimes) / 2, Double(rates))
            let (products, squares) = (Double(doubleProducts) / 2, Double(tripleSquares) / 3)
            return (n * products - t * h) / (n * squares - t * t)
        }
    }
}
