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
    private var profile: [Double] = []

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
            let square = Self.meanSquare(of: profile, boxSize: size, ends: [.front, .back])
            guard square > Self.leastFluctuation * Self.leastFluctuation else { return nil }
            slope += weights[place] * (Exponential.log2(square) / 2)
        }
        return slope
    }

    /// The running sum of the intervals without their drift and their mean.
    private mutating func makeProfile(of intervals: [Double]) {
        profile.removeAll(keepingCapacity: true)
        profile.append(contentsOf: intervals)
        priors?.detrend(&profile)
        var mean = 0.0
        for value in profile { mean += value }
        mean /= Double(profile.count)
        var sum = 0.0
        for place in profile.indices {
            sum += profile[place] - mean
            profile[place] = sum
        }
    }
}

extension FluctuationAnalysis {
    /// Where boxes are laid from.
    enum End {
        case front, back
    }

    /// The mean square distance of a profile from straight lines in its boxes, over all boxes from these ends.
    static func meanSquare(of profile: [Double], boxSize: Int, ends: [End]) -> Double {
        var sum = 0.0
        let boxes = profile.count / boxSize
        for end in ends {
            let start = end == .front ? 0 : profile.count - boxes * boxSize
            sum += squares(of: profile.span.extracting(start..<start + boxes * boxSize), boxSize: boxSize)
        }
        return sum / Double(ends.count * boxes * boxSize)
    }

    /// The sum of the squares of the distances from the straight line in each box; the boxes fill the profile.
    ///
    /// With v the distance from the first element and k the place in the box, a single pass gives the sums of v, kv and
    /// v², and they give the line: the squares are Σv² - (Σv)²/n - (Σ(k - (n-1)/2)v)²/(n(n²-1)/12).
    private static func squares(of profile: Span<Double>, boxSize: Int) -> Double {
        let size = Double(boxSize)
        let middle = (size - 1) / 2
        let perSize = 1 / size
        let perSpread = 12 / (size * (size * size - 1))
        var total = 0.0
        for start in stride(from: 0, to: profile.count, by: boxSize) {
            let origin = profile[start]
            var (sum, moment, square, place) = (0.0, 0.0, 0.0, 1.0)
            for index in start + 1..<start + boxSize {
                let value = profile[index] - origin
                sum += value
                moment += place * value
                square += value * value
                place += 1
            }
            let lean = moment - middle * sum
            total += max(0, square - sum * sum * perSize - lean * lean * perSpread)
        }
        return total
    }
}
