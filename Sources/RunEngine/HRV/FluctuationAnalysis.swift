/// Detrended fluctuation analysis of RR-Intervals over short scales: alpha-1, a figure of how the beats hang together.
///
/// It lies above 1 at rest and in easy running and falls with the effort, through about 0.75 near the first threshold
/// in the mean of many people. A single value of two minutes is good to +/-0.15 at best, so it is a figure for the
/// curious, not a measure. White noise reads 0.58 with these scales.
///
/// 1. The drift is taken out by ``SmoothnessPriors``.
/// 2. The profile is the running sum of what is left, less its mean.
/// 3. For each size n, the profile is cut into whole boxes from the front and again from the back; F(n) is the root of
///    the mean square distance from the straight line in each box, over all boxes.
/// 4. alpha-1 is the slope of log F over log n, by least squares.
///
/// Source: Peng, Havlin, Stanley, Goldberger, "Quantification of scaling exponents and crossover phenomena in
/// nonstationary heartbeat time series", 1995; the scales and the window are those of Rogers, Giles, Draper, Hoos,
/// Gronwald, "A new detection method defining the aerobic threshold", 2021.
public struct FluctuationAnalysis: Equatable, Sendable {
    /// Fewer beats give no figure.
    public static let leastBeats = 120
    /// What fluctuates less than this, in ms, does so by the arithmetic: RR-Intervals come in steps of 1 ms.
    private static let leastFluctuation = 1e-6

    private let sizes: [Int]
    /// For each size, its share in the slope: the weights of the least-squares line.
    private let weights: [Double]
    private var priors: SmoothnessPriors?
    /// The intervals without their drift, then their profile.
    private var rest: [Double] = []
    private var profile: [SIMD2<Double>] = []

    /// Box sizes in beats; one that is named twice weighs twice. `smoothing` is L in ``SmoothnessPriors``, `nil` leaves
    /// the drift in.
    public init(boxSizes: [Int] = Array(4...16), smoothing: Double? = 500) {
        precondition(Set(boxSizes).count > 1 && boxSizes.allSatisfy { 3...Self.leastBeats ~= $0 })
        sizes = boxSizes
        let logarithms = boxSizes.map { Exponential.log2(Double($0)) }
        let mean = logarithms.reduce(0, +) / Double(sizes.count)
        let squares = logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        weights = logarithms.map { ($0 - mean) / squares }
        priors = smoothing.map { SmoothnessPriors(smoothing: $0) }
        rest.reserveCapacity(MedianRepair.usualLength)
        profile.reserveCapacity(MedianRepair.usualLength)
    }

    /// alpha-1 of intervals in ms, oldest first, without gaps and artefacts; it has no unit and lies between 0 and 2.
    ///
    /// `nil` of fewer than ``leastBeats``, and of intervals that do not fluctuate at all.
    public mutating func alpha1(of intervals: [Double]) -> Double? {
        guard intervals.count >= Self.leastBeats else { return nil }
        makeProfile(of: intervals)
        var slope = 0.0
        for (place, size) in sizes.enumerated() {
            let square = Self.meanSquares(of: profile, boxSize: size).sum() / 2
            guard square > Self.leastFluctuation * Self.leastFluctuation else { return nil }
            slope += weights[place] * (Exponential.log2(square) / 2)
        }
        return slope
    }

    /// The running sum of the intervals without their drift and their mean, beside the same from the back.
    private mutating func makeProfile(of intervals: [Double]) {
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: intervals)
        priors?.detrend(&rest)
        let count = rest.count
        var mean = 0.0
        for value in rest { mean += value }
        mean /= Double(count)
        var sum = 0.0
        for place in 0..<count {
            sum += rest[place] - mean
            rest[place] = sum
        }
        profile.removeAll(keepingCapacity: true)
        for place in 0..<count { profile.append(SIMD2(rest[place], rest[count - 1 - place])) }
    }
}

extension FluctuationAnalysis {
    /// The mean square distance of a profile from straight lines in its boxes, laid from the front and from the back.
    ///
    /// `profile` holds each element beside the one that is as far from the back: a box from the back is, mirrored, one
    /// from the front, and the mirror changes no distance. So both are computed at once.
    static func meanSquares(of profile: [SIMD2<Double>], boxSize: Int) -> SIMD2<Double> {
        let filled = profile.count / boxSize * boxSize
        return squares(of: profile.span.extracting(first: filled), boxSize: boxSize) / Double(filled)
    }

    /// The sum of the squares of the distances from the straight line in each box; the boxes fill the profile.
    ///
    /// With v the distance from the first element and k the place in the box, a single pass gives the sums of v, kv and
    /// v², and they give the line: the squares are Σv² - (Σv)²/n - (Σ(k - (n-1)/2)v)²/(n(n²-1)/12).
    private static func squares(of profile: Span<SIMD2<Double>>, boxSize: Int) -> SIMD2<Double> {
        let size = Double(boxSize)
        let middle = (size - 1) / 2
        let perSize = 1 / size
        let perSpread = 12 / (size * (size * size - 1))
        var total = SIMD2<Double>.zero
        for start in stride(from: 0, to: profile.count, by: boxSize) {
            let origin = profile[start]
            var (sum, moment, square) = (SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero)
            var place = 1.0
            for index in start + 1..<start + boxSize {
                let value = profile[index] - origin
                sum += value
                moment += place * value
                square += value * value
                place += 1
            }
            let lean = moment - middle * sum
            let left = square - sum * sum * perSize - lean * lean * perSpread
            total += left.replacing(with: 0, where: left .< 0)
        }
        return total
    }
}
