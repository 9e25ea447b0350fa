/// What a slope costs, by Minetti's polynomials, for grades of -45 to 45 %; inclines in 0.1 %, taken as the nearer end
/// beyond that.
///
/// At the level the polynomial gives 3.6 J/kg/m where 3.4 was measured, so only ratios are used.
///
/// Source: Minetti et al., 2002; the polynomial of running as in GoldenCheetah's GOVSS. That of walking has not been
/// seen in a source of ours, and no metric of a run uses it.
public enum GradeCost {
    /// The inclines the polynomials are for, in 0.1 %.
    public static let rangeDeciPercent = -450...450

    /// Of running, in J per kg and m of the slope.
    public static func running(inclinationDeciPercent: Int) -> Double {
        polynomial([155.4, -30.4, -43.3, 46.3, 19.5, 3.6], inclinationDeciPercent)
    }

    /// Of walking, in J per kg and m of the slope.
    public static func walking(inclinationDeciPercent: Int) -> Double {
        polynomial([280.5, -58.7, -76.8, 51.9, 19.6, 2.5], inclinationDeciPercent)
    }

    /// How many times the speed at the level a runner would have at the same cost: 1 at the level, 1.30 at 5 %.
    ///
    /// Of running, also where the runner walks: a belt does not tell, and a factor that changed with the gait would
    /// jump.
    public static func runningFactor(inclinationDeciPercent: Int) -> Double {
        running(inclinationDeciPercent: inclinationDeciPercent) / running(inclinationDeciPercent: 0)
    }

    /// How many times the speed at the level a walker would have at the same cost.
    public static func walkingFactor(inclinationDeciPercent: Int) -> Double {
        walking(inclinationDeciPercent: inclinationDeciPercent) / walking(inclinationDeciPercent: 0)
    }

    /// The metres gained for each metre of the belt, which runs along the slope: g / sqrt(1 + g^2), negative downhill.
    public static func rise(inclinationDeciPercent: Int) -> Double {
        let grade = grade(inclinationDeciPercent)
        return grade / (1 + grade * grade).squareRoot()
    }

    private static func grade(_ deciPercent: Int) -> Double {
        Double(min(max(deciPercent, rangeDeciPercent.lowerBound), rangeDeciPercent.upperBound)) / 1000
    }

    /// Coefficients from the highest power down.
    private static func polynomial(_ coefficients: [6 of Double], _ deciPercent: Int) -> Double {
        let grade = grade(deciPercent)
        var sum = coefficients[0]
        for index in 1..<6 { sum = sum * grade + coefficients[index] }
        return sum
    }
}
