/// What a runner told of their body: everything optional, used by some formulas and for nothing else.
public struct RunnerBody: Equatable, Sendable {
    /// Age in years.
    public var ageYears: Int?
    /// Sex, for Banister's load and Keytel's energy.
    public var sex: Sex?
    /// Weight in 0.1 kg, for energy.
    public var weightHectograms: Int?

    /// A body of what is known.
    public init(ageYears: Int? = nil, sex: Sex? = nil, weightHectograms: Int? = nil) {
        self.ageYears = ageYears
        self.sex = sex
        self.weightHectograms = weightHectograms
    }
}
