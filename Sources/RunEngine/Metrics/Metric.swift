/// A number about a run, as it is written, kept and shown: in whole units of its last decimal place, so that it is the
/// same everywhere.
public struct Metric: Equatable, Sendable {
    /// What it is.
    public let name: Name
    /// In units of 10^-``Name/places`` of the unit that the name ends in.
    public let units: Int64
    /// The share of the time that had data, in per mille; 1000 for what has no share.
    public let sharePerMille: Int

    /// A number in units of its last place.
    public init(_ name: Name, units: Int64, sharePerMille: Int = 1000) {
        self.name = name
        self.units = units
        self.sharePerMille = sharePerMille
    }

    /// A number, rounded to its last place.
    init(_ name: Name, _ value: Double, sharePerMille: Int = 1000) {
        self.init(name, units: Int64((value * name.scale).rounded()), sharePerMille: sharePerMille)
    }

    /// The number for calculating and for charts.
    public var value: Double { Double(units) / name.scale }

    /// True where less than 80 % of the time had data: to be greyed.
    public var isWeak: Bool { Int64(sharePerMille) < 10 * Figure<Int>.weakBelowPercent }

    /// What is told of a run beside its zones, by the name that programs see; it ends in the unit.
    public enum Name: String, CaseIterable, Sendable {
        case peakBPM = "peak_bpm"
        case observedMaximumBPM = "observed_maximum_bpm"
        case driftBPMPer10Min = "drift_bpm_per_10_min"
        case recoveryStandingBPM = "recovery_standing_bpm"
        case recoveryWalkingBPM = "recovery_walking_bpm"
        case edwardsLoad = "edwards_load"
        case banisterTRIMP = "banister_trimp"
        case luciaLoad = "lucia_load"
        case heartRateLoadPercent = "heart_rate_load_percent"
        case loadBySquaresPercent = "load_by_squares_percent"
        case metresPerBeat = "metres_per_beat"
        case decouplingPercent = "decoupling_percent"
        case walkingMilliseconds = "walking_ms"
        case runningMilliseconds = "running_ms"
        case meanSpeedKmH = "mean_speed_km_h"
        case gradeAdjustedDistanceMetres = "grade_adjusted_distance_m"
        case gradeAdjustedPaceSecondsPerKm = "grade_adjusted_pace_s_per_km"
        case climbMetres = "climb_m"
        case energyKcal = "energy_kcal"
        case alpha1Mean = "dfa_alpha1_mean"
        case alpha1Lowest = "dfa_alpha1_lowest"
        case alpha1Highest = "dfa_alpha1_highest"
        case intervalArtefactPercent = "rr_artefact_percent"
        case restBeforeRMSSDMilliseconds = "rest_before_rmssd_ms"
        case restBeforeSDNNMilliseconds = "rest_before_sdnn_ms"
        case restBeforePNN50Percent = "rest_before_pnn50_percent"
        case restBeforeSD1Milliseconds = "rest_before_sd1_ms"
        case restBeforeSD2Milliseconds = "rest_before_sd2_ms"
        case restAfterRMSSDMilliseconds = "rest_after_rmssd_ms"
        case restAfterSDNNMilliseconds = "rest_after_sdnn_ms"
        case restAfterPNN50Percent = "rest_after_pnn50_percent"
        case restAfterSD1Milliseconds = "rest_after_sd1_ms"
        case restAfterSD2Milliseconds = "rest_after_sd2_ms"

        /// How many decimal places are kept.
        public var places: Int {
            switch self {
            case .peakBPM, .observedMaximumBPM, .recoveryStandingBPM, .recoveryWalkingBPM, .walkingMilliseconds,
                .runningMilliseconds, .gradeAdjustedPaceSecondsPerKm, .energyKcal:
                0
            case .driftBPMPer10Min, .edwardsLoad, .banisterTRIMP, .luciaLoad, .heartRateLoadPercent,
                .loadBySquaresPercent, .decouplingPercent, .climbMetres:
                1
            case .intervalArtefactPercent, .restBeforeRMSSDMilliseconds, .restBeforeSDNNMilliseconds,
                .restBeforePNN50Percent, .restBeforeSD1Milliseconds, .restBeforeSD2Milliseconds,
                .restAfterRMSSDMilliseconds, .restAfterSDNNMilliseconds, .restAfterPNN50Percent,
                .restAfterSD1Milliseconds, .restAfterSD2Milliseconds:
                1
            case .meanSpeedKmH, .alpha1Mean, .alpha1Lowest, .alpha1Highest: 2
            case .metresPerBeat, .gradeAdjustedDistanceMetres: 3
            }
        }

        /// 10^``places``.
        public var scale: Double { [1, 10, 100, 1000][places] }
    }
}

extension MetricsSummary {
    /// All that is known, in the order of the names.
    public var metrics: [Metric] {
        var list: [Metric] = []
        func add(_ name: Metric.Name, _ figure: Figure<Double>?) {
            if let figure { list.append(Metric(name, figure.value, sharePerMille: figure.sharePerMille)) }
        }
        func add(_ name: Metric.Name, _ figure: Figure<some BinaryInteger>?, per divisor: Int64 = 1) {
            guard let figure else { return }
            let units = (Int64(figure.value) * 2 + divisor) / (2 * divisor)
            list.append(Metric(name, units: units, sharePerMille: figure.sharePerMille))
        }
        add(.peakBPM, peakBPM)
        if let observedMaximumBPM { list.append(Metric(.observedMaximumBPM, units: Int64(observedMaximumBPM))) }
        add(.driftBPMPer10Min, driftBPMPer10Min)
        if let recovery {
            let name: Metric.Name = recovery.manner == .standing ? .recoveryStandingBPM : .recoveryWalkingBPM
            list.append(Metric(name, units: Int64(recovery.fallBPM)))
        }
        add(.edwardsLoad, edwardsLoad)
        add(.banisterTRIMP, banisterTRIMP)
        add(.luciaLoad, luciaLoad)
        add(.heartRateLoadPercent, heartRateLoad)
        add(.loadBySquaresPercent, loadBySquares)
        add(.metresPerBeat, metresPerBeat)
        add(.decouplingPercent, decouplingPercent)
        add(.walkingMilliseconds, walkingMilliseconds)
        add(.runningMilliseconds, runningMilliseconds)
        add(.meanSpeedKmH, meanSpeedCentiKmH)
        add(.gradeAdjustedDistanceMetres, gradeAdjustedMillimetres)
        add(.gradeAdjustedPaceSecondsPerKm, gradeAdjustedSecondsPerKilometre)
        // Millimetres, of which a decimal place of a metre has a hundred.
        add(.climbMetres, climbMillimetres, per: 100)
        if let roundedKilocalories, let energyKilocalories {
            list.append(
                Metric(.energyKcal, units: Int64(roundedKilocalories), sharePerMille: energyKilocalories.sharePerMille)
            )
        }
        return list
    }
}
