/// Why a profile cannot be used; ``description`` says it to the runner.
public enum ProfileError: Error, Equatable, Sendable {
    /// No estimate is made for this age, in years.
    case ageOutOfRange(Int)
    /// A maximum heart rate, in bpm, that no runner has.
    case maximumOutOfRange(Int)
    /// A resting heart rate, in bpm, that no runner has.
    case restingOutOfRange(Int)
    /// The resting heart rate is not far enough below the maximum, both in bpm.
    case reserveTooSmall(restingBPM: Int, maximumBPM: Int, ZonePlan.MaximumOrigin)
    /// The threshold heart rate does not lie between resting and maximum, all in bpm.
    case thresholdOutOfRange(Int, restingBPM: Int?, maximumBPM: Int, ZonePlan.MaximumOrigin)
    /// Bounds, in bpm, that do not rise, are not 1 to 9, or lie outside 0 to 240.
    case boundsInvalid([Int])
    /// The band, in bpm, is upside down or lies outside 30 to 240.
    case bandInvalid(TargetBand)
    /// The heart rate of a talk check, in bpm, that no runner has.
    case talkOutOfRange(Int)
    /// A weight, in 0.1 kg, that no runner has.
    case weightOutOfRange(Int)
    /// The model needs a resting heart rate.
    case restingMissing(ZoneModel)
    /// The model needs a threshold heart rate.
    case thresholdMissing(ZoneModel)
    /// The model needs bounds.
    case boundsMissing(ZoneModel)
    /// The model takes two bounds, and another number was given.
    case twoBoundsNeeded(given: Int)
}

extension ProfileError: CustomStringConvertible {
    /// A sentence for the runner: what is wrong and what would be right.
    public var description: String {
        switch self {
        case .ageOutOfRange(let years):
            "An age of \(years) years is outside \(range(MaximumHeartRateFormula.ages))."
        case .maximumOutOfRange(let rate):
            "A maximum heart rate of \(rate) bpm is outside \(range(RunnerProfile.maximumRangeBPM)) bpm."
        case .restingOutOfRange(let rate):
            "A resting heart rate of \(rate) bpm is outside \(range(RunnerProfile.restingRangeBPM)) bpm."
        case .reserveTooSmall(let resting, let maximum, let origin):
            "A resting heart rate of \(resting) bpm is less than \(RunnerProfile.smallestReserveBPM) bpm below "
                + "\(naming(maximum, origin))."
        case .thresholdOutOfRange(let rate, let resting, let maximum, let origin):
            "A threshold heart rate of \(rate) bpm does not lie between "
                + (resting.map { "the resting heart rate of \($0) bpm" } ?? "30 bpm")
                + " and \(naming(maximum, origin))."
        case .boundsInvalid(let bounds):
            "Bounds must be 1 to 9 rising heart rates of 0 to 240 bpm, not \(list(bounds))."
        case .bandInvalid(let band):
            "The band \(band.lowerBPM)-\(band.upperBPM) must run upwards within \(range(RunnerProfile.plausibleBPM)) bpm."
        case .talkOutOfRange(let rate):
            "A talk check at \(rate) bpm is outside \(range(RunnerProfile.plausibleBPM)) bpm."
        case .weightOutOfRange(let hectograms):
            "A weight of \(hectograms / 10).\(abs(hectograms % 10)) kg is outside 20 to 400 kg."
        case .restingMissing(let model):
            "The zone model \(model.rawValue) needs a resting heart rate."
        case .thresholdMissing(let model):
            "The zone model \(model.rawValue) needs a lactate-threshold heart rate."
        case .boundsMissing(let model):
            "The zone model \(model.rawValue) needs bounds in bpm."
        case .twoBoundsNeeded(let given):
            "The zone model three takes two bounds, VT1 and VT2, not \(given)."
        }
    }

    private func range(_ range: ClosedRange<Int>) -> String {
        "\(range.lowerBound) to \(range.upperBound)"
    }

    private func list(_ bounds: [Int]) -> String {
        bounds.isEmpty ? "none" : bounds.map(String.init).joined(separator: ",")
    }

    private func naming(_ maximum: Int, _ origin: ZonePlan.MaximumOrigin) -> String {
        switch origin {
        case .measured, .observed: "the maximum of \(maximum) bpm"
        case .estimated(let years):
            "the maximum of \(maximum) bpm estimated from an age of \(years); give your own maximum"
        case .ageAssumed:
            "the maximum of \(maximum) bpm for an assumed age; give your age or your own maximum"
        }
    }
}
