import Practice
public import RunEngine
import SensorCodec

/// What is odd about a heart rate, in words for the runner: what was seen, and what they can do.
extension HeartRateFinding {
    /// A whole sentence or two.
    public var sentence: String {
        switch self {
        case .strapOffBody: HeartRateSaying.strapOffBody.text()
        case .standing: HeartRateSaying.standing.text()
        case .cadenceLock: HeartRateSaying.cadenceLock.text()
        case .oddlySteady: HeartRateSaying.oddlySteady.text()
        case .differsFromIntervals: HeartRateSaying.differsFromIntervals.text()
        case .noisy: HeartRateSaying.noisy.text()
        case .flagContradicted: HeartRateSaying.flagContradicted.text()
        case .intervalsMissing: HeartRateSaying.intervalsMissing.text()
        }
    }

    /// In at most 46 columns.
    var shortSentence: String {
        switch self {
        case .strapOffBody: ShortHeartRateSaying.strapOffBody.text()
        case .standing: ShortHeartRateSaying.standing.text()
        case .cadenceLock: ShortHeartRateSaying.cadenceLock.text()
        case .oddlySteady: ShortHeartRateSaying.oddlySteady.text()
        case .differsFromIntervals: ShortHeartRateSaying.differsFromIntervals.text()
        case .noisy: ShortHeartRateSaying.noisy.text()
        case .flagContradicted: ShortHeartRateSaying.flagContradicted.text()
        case .intervalsMissing: ShortHeartRateSaying.intervalsMissing.text()
        }
    }
}

/// Where a value comes from, in words.
extension SourceChange {
    /// For a line.
    var sentence: String {
        switch (quantity, quality) {
        case (.heartRate, .machine?): SourceSaying.machineRate.text()
        case (.heartRate, .optical?): SourceSaying.opticalRate.text()
        case (.heartRate, .strapWithRR?): SourceSaying.strapBeats.text()
        case (.heartRate, _): SourceSaying.strapRate.text()
        case (.speed, _): kind == .footPod ? SourceSaying.footPodSpeed.text() : SourceSaying.treadmillSpeed.text()
        case (.cadence, _): SourceSaying.cadence.text()
        }
    }
}
