/// What a session says of heart-rate variability.
public struct HeartRateVariabilitySummary: Equatable, Sendable {
    /// How many two-minute windows gave a value of alpha-1.
    public let valueCount: Int
    /// How many gave none, for their artefacts.
    public let hiddenCount: Int
    /// The mean of the values of alpha-1; `nil` without any.
    public let meanAlpha1: Double?
    /// The lowest and the highest five-minute median of alpha-1; `nil` without any.
    public let alpha1Range: ClosedRange<Double>?
    /// The mean share of mended intervals in the windows, the hidden ones too, in percent.
    public let artefactPercent: Double?
    /// How often beats did not follow those before.
    public let gapCount: Int
    /// The rest before the run, where it was kept.
    public let restBefore: RestFigures?
    /// The rest after the run, where it was kept.
    public let restAfter: RestFigures?
}

extension HeartRateVariabilityMonitor {
    /// The session so far; `nil` where no window was full and no rest was kept.
    public func summary() -> HeartRateVariabilitySummary? {
        let looks = tally.valueCount + tally.hiddenCount
        guard looks > 0 || tally.restBefore != nil || tally.restAfter != nil else { return nil }
        return HeartRateVariabilitySummary(
            valueCount: tally.valueCount,
            hiddenCount: tally.hiddenCount,
            meanAlpha1: tally.valueCount > 0 ? tally.alpha1Sum / Double(tally.valueCount) : nil,
            alpha1Range: tally.alpha1Range,
            artefactPercent: tally.lookCount > 0 ? tally.artefactSum / Double(tally.lookCount) : nil,
            gapCount: intake.gapCount,
            restBefore: tally.restBefore,
            restAfter: tally.restAfter
        )
    }
}

/// What ``HeartRateVariabilitySummary`` is made of.
struct HeartRateVariabilityTally: Equatable, Sendable {
    var lookCount = 0
    var artefactSum = 0.0
    var hiddenCount = 0
    var valueCount = 0
    var alpha1Sum = 0.0
    var alpha1Range: ClosedRange<Double>?
    var restBefore: RestFigures?
    var restAfter: RestFigures?

    /// A full window.
    mutating func look(artefactPercent: Double) {
        lookCount += 1
        artefactSum += artefactPercent
        if artefactPercent > HeartRateVariabilityMonitor.hiddenAbove { hiddenCount += 1 }
    }

    /// A window that gave a value.
    mutating func value(_ alpha1: Double, median: Double) {
        valueCount += 1
        alpha1Sum += alpha1
        let range = alpha1Range ?? median...median
        alpha1Range = min(range.lowerBound, median)...max(range.upperBound, median)
    }
}
