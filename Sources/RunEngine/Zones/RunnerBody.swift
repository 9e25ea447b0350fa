/// What published formulas ask of a runner's body; everything optional.
public struct RunnerBody: Equatable, Sendable {
    /// Age in whole years.
    public var ageYears: Int?
    /// The sex whose coefficients to use.
    public var sex: Sex?
    /// Weight in 0.1 kg.
    public var weightHectograms: Int?

    /// What is known of a body.
    public init(ageYears: Int? = nil, sex: Sex? = nil, weightHectograms: Int? = nil) {
        self.ageYears = ageYears
        self.sex = sex
        self.weightHectograms = weightHectograms
    }
}
