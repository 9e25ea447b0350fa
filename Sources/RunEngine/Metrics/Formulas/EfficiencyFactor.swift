/// How far a heartbeat carries, and how that changes over a run.
///
/// Source: Friel, and GoldenCheetah's AerobicDecoupling. That less than 5 % is "steady" is a coach's convention.
public enum EfficiencyFactor {
    /// Metres per minute for each beat per minute, of a mean speed in km/h and a mean heart rate above 0 in bpm: about
    /// 1 for a beginner.
    public static func metresPerBeat(meanKmH: Double, meanBPM: Double) -> Double {
        meanKmH * 1000 / 60 / meanBPM
    }

    /// The share in percent by which the factor of the second half lies below that of the first; negative when above.
    public static func decouplingPercent(firstHalf: Double, secondHalf: Double) -> Double {
        100 * (firstHalf - secondHalf) / firstHalf
    }
}
