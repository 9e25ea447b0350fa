/// Training loads: one number for how long and how hard. Time without a heart rate adds nothing to any of them.
extension HeartRateHistogram {
    /// Banister's training impulse, in TRIMP: the sum over minutes of x * a * e^(b x), where x is the share of the
    /// heart-rate reserve, 0 to 1. 0 and up; an easy hour is about 50, an hour at threshold about 170. Resting and
    /// maximum in bpm; `nil` unless the maximum is the higher.
    ///
    /// (a, b) is (0.64, 1.92) for men and (0.86, 1.67) for women. Some programs take 0.64 with 1.67 for women, which
    /// gives 26 % less. Summed over the heart rates, not taken from their mean: the curve is convex.
    ///
    /// Source: Banister, as in GoldenCheetah's TRIMPPoints; the 0.86 has not been seen in a source of ours.
    public func banisterTRIMP(restingBPM: Int, maximumBPM: Int, sex: Sex) -> Double? {
        guard maximumBPM > restingBPM else { return nil }
        let impulse = BanisterImpulse(restingBPM: restingBPM, maximumBPM: maximumBPM, sex: sex)
        return sum(impulse.perMinute(atBPM:)) / 60_000
    }

    /// The load in percent of an hour at the lactate threshold, both by Banister's formula: 100 is such an hour.
    ///
    /// `nil` unless resting < threshold, maximum, all in bpm. Not TrainingPeaks' hrTSS, whose table is not public.
    public func heartRateLoad(restingBPM: Int, thresholdBPM: Int, maximumBPM: Int, sex: Sex) -> Double? {
        guard thresholdBPM > restingBPM else { return nil }
        return banisterTRIMP(restingBPM: restingBPM, maximumBPM: maximumBPM, sex: sex).map { load in
            let impulse = BanisterImpulse(restingBPM: restingBPM, maximumBPM: maximumBPM, sex: sex)
            return 100 * load / (60 * impulse.perMinute(atBPM: thresholdBPM))
        }
    }

    /// Edwards' load: minutes times 1 to 5 for the tenth of the maximum heart rate from 50 % on; 0 below. Needs
    /// neither sex nor resting heart rate. The weights have no basis in physiology.
    ///
    /// Source: Edwards, as in trainingimpulse.com/edwards-trimp.
    public func edwardsLoad(maximumBPM: Int) -> Double {
        sum { bpm in
            Double([500, 600, 700, 800, 900].count { bpm * 1000 >= $0 * maximumBPM })
        } / 60_000
    }

    /// Lucia's load: minutes times 1 below the first ventilatory threshold, 2 up to the second, 3 from there; both in
    /// bpm.
    ///
    /// Source: Lucia et al., PMID 12750600.
    public func luciaLoad(firstThresholdBPM: Int, secondThresholdBPM: Int) -> Double {
        sum { $0 < firstThresholdBPM ? 1 : $0 < secondThresholdBPM ? 2 : 3 } / 60_000
    }

    /// The load by squares: hours times the square of the share of the threshold heart rate (in bpm, above 0), times
    /// 100. 100 is an hour at the threshold; needs neither sex nor resting heart rate.
    public func loadBySquares(thresholdBPM: Int) -> Double {
        let threshold = Double(thresholdBPM)
        return sum { Double($0) / threshold * (Double($0) / threshold) * 100 } / 3_600_000
    }
}

/// Foster's load by feeling: minutes times the rating of perceived exertion, 0 to 10.
///
/// Source: Foster et al., "A new approach to monitoring exercise training", 2001.
public enum SessionRating {
    /// The load in rating x min, 0 and up, of a session of so many ms.
    public static func load(rating: Double, milliseconds: Int64) -> Double {
        rating * Double(milliseconds) / 60_000
    }
}

/// What a minute at a heart rate adds to Banister's training impulse.
private struct BanisterImpulse {
    var restingBPM: Int
    var maximumBPM: Int
    var factor: Double
    var exponent: Double

    init(restingBPM: Int, maximumBPM: Int, sex: Sex) {
        self.restingBPM = restingBPM
        self.maximumBPM = maximumBPM
        (factor, exponent) =
            switch sex {
            case .male: (0.64, 1.92)
            case .female: (0.86, 1.67)
            }
    }

    func perMinute(atBPM bpm: Int) -> Double {
        let share = min(max(Double(bpm - restingBPM) / Double(maximumBPM - restingBPM), 0), 1)
        return share * factor * Exponential.exp(exponent * share)
    }
}
