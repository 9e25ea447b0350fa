public import RunEngine

/// The questions before the first run: what they ask, when they come again, and what an answer means.
///
/// Source: the pre-participation screening of ACSM's Guidelines, 10th ed., in plain words. It is no diagnosis: any yes
/// leads to a doctor, and to walking by the talk test.
public struct SafetyScreening: Equatable, Sendable {
    /// After so many days they come again.
    public static let days: Int64 = 365

    /// What is asked about.
    public static let points: [CareSaying] = [.heartDisease, .discomfort, .pregnancy, .heartDrugs, .advice]

    /// True when they are to come on a day; `readOn`: when they were read last.
    public static func isDue(on today: CivilDate, readOn: CivilDate?) -> Bool {
        guard let readOn else { return true }
        let age = today.daysSince1970 - readOn.daysSince1970
        // A day to come is a clock that was wrong.
        return !(0..<days).contains(age)
    }
}
