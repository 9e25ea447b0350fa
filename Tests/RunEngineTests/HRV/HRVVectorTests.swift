import TestSupport
import Testing

@testable import RunEngine

/// `Vectors/hrv_synthetic.json`, and the windows of a recorded run where they are: labels and counts exactly, figures to
/// a thousand-millionth.
@Suite("HRV beside the reference")
struct HRVVectorTests {
    private static let fatMaxxerSizes = [
        3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 9, 9, 9, 10, 10, 11, 12, 12, 13, 13, 14, 15, 15,
    ]

    private func isNear(_ found: Double?, _ expected: Double?, within tolerance: Double = 1e-9) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return (found - expected).magnitude <= tolerance
    }

    private func compare(_ figures: TimeDomainFigures?, _ expected: HRVVectors.TimeDomain, _ where: Comment) throws {
        let found = try #require(figures, `where`)
        #expect(found.intervalCount == expected.n && found.differenceCount == expected.n - 1, `where`)
        for (name, figure, wanted) in [
            ("mean RR", found.meanRR, expected.meanRr), ("SDNN", found.sdnn, expected.sdnn),
            ("heart rate", found.heartRateOfMeanRR, expected.meanHrOfMeanRr), ("RMSSD", found.rmssd, expected.rmssd),
            ("SDSD", found.sdsd, expected.sdsd), ("pNN50", found.pnn50, expected.pnn50),
            ("pNN20", found.pnn20, expected.pnn20), ("SD1", found.sd1, expected.sd1), ("SD2", found.sd2, expected.sd2),
        ] {
            #expect(isNear(figure, wanted), "\(name), \(`where`): \(figure), not \(wanted)")
        }
    }

    @Test("the reference is there, and whether the recorded run is")
    func complete() throws {
        let file = try #require(HRVVectors.made)
        #expect(file.series.count == 19 && file.degenerate.count == 4)
    }

    @Test(
        "the windows of the recorded run are there",
        .enabled(if: Places.recordedIntervals != nil, Comment(rawValue: Places.noRecordings))
    )
    func recorded() {
        #expect(HRVVectors.recorded?.count == 14)
    }

    @Test("time domain", arguments: HRVVectors.all)
    func timeDomain(_ series: HRVVectors.Series) throws {
        try compare(TimeDomainFigures(of: [series.milliseconds]), series.timeDomain, "as sent")
    }

    @Test("alpha-1, by our scales and by others'", arguments: HRVVectors.all)
    func alpha1(_ series: HRVVectors.Series) throws {
        let intervals = series.milliseconds
        for (name, sizes, smoothing) in [
            ("steady", Array(4...16), 500), ("steady_no_detrend", Array(4...16), nil),
            ("fatmaxxer_v2", Self.fatMaxxerSizes, 500), ("altini_colab", Self.fatMaxxerSizes, nil),
        ] as [(String, [Int], Double?)] {
            var analysis = FluctuationAnalysis(boxSizes: sizes, smoothing: smoothing)
            let (found, expected) = (analysis.alpha1(of: intervals), series.alpha1[name])
            #expect(expected != nil && isNear(found, expected ?? nil), "\(name): \(found as Any)")
            // Its arrays, used once more, change nothing.
            #expect(analysis.alpha1(of: intervals) == found)
        }
        let forward = FluctuationAnalysis.forwardAlpha1(of: intervals)
        #expect(isNear(forward, series.alpha1["forward_4_16"] ?? nil), "forward: \(forward)")
    }

    @Test("repair by the local median", arguments: HRVVectors.all)
    func medianRepair(_ series: HRVVectors.Series) throws {
        var (repair, intervals, analysis) = (MedianRepair(), series.milliseconds, FluctuationAnalysis())
        let (counts, expected) = (repair.repair(&intervals), series.medianRepair)
        #expect(
            expected.counts == [
                "missed": counts.missed, "extra": counts.extra, "replaced": counts.replaced, "n": counts.length,
            ]
        )
        #expect(isNear(counts.artefactPercent, expected.artefactPercent))
        #expect(isNear(analysis.alpha1(of: intervals), expected.alpha1Steady))
        let figures = TimeDomainFigures(of: [intervals])
        if let sum = expected.sumMs { #expect(isNear(intervals.reduce(0, +), sum)) }
        if let rmssd = expected.rmssd { #expect(isNear(figures?.rmssd, rmssd)) }
        if let timeDomain = expected.timeDomain { try compare(figures, timeDomain, "repaired") }
    }

    @Test("labels and repair after Lipponen and Tarvainen", arguments: HRVVectors.all)
    func lipponenTarvainen(_ series: HRVVectors.Series) throws {
        let (found, expected) = (LipponenTarvainen(series.milliseconds), series.lipponenTarvainen)
        for (name, label) in [
            ("ectopic", .ectopic), ("missed", .missed), ("extra", .extra), ("longshort", .outOfPlace),
        ] as [(String, LipponenTarvainen.Label)] {
            #expect(found.labels.indices.filter { found.labels[$0] == label } == expected.labels[name], "\(name)")
        }
        var analysis = FluctuationAnalysis()
        #expect(isNear(analysis.alpha1(of: found.corrected), expected.alpha1Steady))
        if let timeDomain = expected.timeDomain {
            try compare(TimeDomainFigures(of: [found.corrected]), timeDomain, "corrected")
        }
    }

    @Test("the drift is the reference's to a millionth of a ms")
    func drift() throws {
        let expected = try #require(HRVVectors.made).smoothnessPriors
        var values = HRVVectors.milliseconds(expected.inputRaw1024)
        var priors = SmoothnessPriors()
        priors.detrend(&values)
        #expect(values.count == expected.detrendedMs.count)
        for (found, wanted) in zip(values, expected.detrendedMs) { #expect(isNear(found, wanted, within: 1e-6)) }
    }

    @Test("the fluctuation of every box size is the reference's")
    func fluctuation() throws {
        let expected = try #require(HRVVectors.made).fluctuationModerate
        let profile = FluctuationAnalysis.profile(of: HRVVectors.milliseconds(HRVVectors.series("moderate")))
        for (size, wanted) in zip(expected.scales, expected.fMs) {
            let squares = FluctuationAnalysis.meanSquares(of: profile, boxSize: size)
            #expect(isNear((squares.sum() / 2).squareRoot(), wanted), "\(size)")
        }
    }

    @Test("of nothing, of one interval, of equal ones and of too few there is what there can be")
    func degenerate() throws {
        for series in try #require(HRVVectors.made).degenerate {
            var (intervals, repair, analysis) = (
                HRVVectors.milliseconds(series.raw1024), MedianRepair(), FluctuationAnalysis()
            )
            let figures = TimeDomainFigures(of: [intervals])
            #expect(analysis.alpha1(of: intervals) == nil, "\(series.name)")
            #expect(LipponenTarvainen(intervals).corrected == intervals || series.name == "too_short")
            let counts = repair.repair(&intervals)
            #expect(counts.length == series.raw1024.count)
            switch series.name {
            case "constant": #expect(figures?.rmssd == 0 && figures?.sdnn == 0 && figures?.pnn50 == 0)
            case "too_short": #expect(figures != nil)
            default: #expect(figures == nil, "\(series.name)")
            }
        }
    }
}

extension FluctuationAnalysis {
    /// The profile with our detrending, by a second way.
    fileprivate static func profile(of intervals: [Double], smoothing: Double? = 500) -> [SIMD2<Double>] {
        var values = intervals
        if let smoothing {
            var priors = SmoothnessPriors(smoothing: smoothing)
            priors.detrend(&values)
        }
        let mean = values.reduce(0, +) / Double(values.count)
        var sum = 0.0
        let profile = values.map { value in
            sum += value - mean
            return sum
        }
        return zip(profile, profile.reversed()).map { SIMD2($0, $1) }
    }

    /// Boxes from the front only, without detrending.
    static func forwardAlpha1(of intervals: [Double]) -> Double {
        let profile = profile(of: intervals, smoothing: nil)
        let points = (4...16).map { size in
            (
                Exponential.log2(Double(size)),
                Exponential.log2(meanSquares(of: profile, boxSize: size)[0]) / 2
            )
        }
        let x = points.map(\.0).reduce(0, +) / Double(points.count)
        let y = points.map(\.1).reduce(0, +) / Double(points.count)
        return points.map { ($0.0 - x) * ($0.1 - y) }.reduce(0, +)
            / points.map { ($0.0 - x) * ($0.0 - x) }.reduce(0, +)
    }
}
