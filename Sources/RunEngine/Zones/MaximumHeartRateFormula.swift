/// A published formula that estimates the maximum heart rate from the age.
///
/// None is good: on 4043 runners every one of them missed by 9 to 10.5 bpm (root mean square; Kasiak 2023). An estimate
/// is shown with "give or take 10 beats" and gives way to a measured value.
public enum MaximumHeartRateFormula: String, CaseIterable, Sendable {
    /// 220 - age; made without a study of its own (Robergs & Landwehr 2002).
    case fox
    /// 208 - 0.7 age (Tanaka 2001); nearly unbiased for runners, low rather than high for older people.
    case tanaka
    /// 207 - 0.7 age (Gellish 2007).
    case gellish
    /// 211 - 0.64 age (Nes 2013).
    case nes
    /// 206 - 0.88 age, for women (Gulati 2010).
    case gulatiWomen = "gulati_women"
    /// 202.5 - 0.53 age (Lach 2021).
    case lach

    /// The ages that an estimate is made for, in years.
    public static let ages = 5...120

    /// The estimate in tenths of a bpm, hundredths rounded up; the age, in years, must lie within ``ages``.
    public func tenthsBPM(atAge age: Int) -> Int {
        precondition(Self.ages.contains(age))
        return switch self {
        case .fox: 2200 - 10 * age
        case .tanaka: 2080 - 7 * age
        case .gellish: 2070 - 7 * age
        case .nes: HeartRateShare.dividingUp(21100 - 64 * age, by: 10)
        case .gulatiWomen: HeartRateShare.dividingUp(20600 - 88 * age, by: 10)
        case .lach: HeartRateShare.dividingUp(20250 - 53 * age, by: 10)
        }
    }

    /// The estimate in whole bpm, halves rounded up; the age, in years, must lie within ``ages``.
    public func bpm(atAge age: Int) -> Int {
        (tenthsBPM(atAge: age) + 5) / 10
    }
}
