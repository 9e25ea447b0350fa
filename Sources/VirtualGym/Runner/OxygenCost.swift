/// The oxygen that walking and running take: ACSM's equations, joined where a walk becomes a run.
///
/// Source: ACSM's Guidelines for Exercise Testing and Prescription. Their line for walking holds from 50 to 100 m/min; the
/// square term above 80 m/min, with which a fast walk meets a run near 8 km/h, is this model's own.
enum OxygenCost {
    /// At rest, in ml/kg/min.
    static let rest = 3.5

    /// In ml/kg/min, at a speed in km/h and a grade in percent.
    static func uptake(speedKmH: Double, gradePercent: Double) -> Double {
        if speedKmH <= 0 { return rest }
        if speedKmH <= 7.0 { return walking(speedKmH, gradePercent) }
        if speedKmH >= 8.0 { return running(speedKmH, gradePercent) }
        let share = speedKmH - 7.0
        return (1.0 - share) * walking(speedKmH, gradePercent) + share * running(speedKmH, gradePercent)
    }

    private static func walking(_ speedKmH: Double, _ gradePercent: Double) -> Double {
        let metresPerMinute = speedKmH * 1000.0 / 60.0
        let grade = gradePercent / 100.0
        let fast = metresPerMinute > 80.0 ? metresPerMinute - 80.0 : 0.0
        return 3.5 + 0.1 * metresPerMinute + 0.0046 * fast * fast + 1.8 * metresPerMinute * grade
    }

    private static func running(_ speedKmH: Double, _ gradePercent: Double) -> Double {
        let metresPerMinute = speedKmH * 1000.0 / 60.0
        let grade = gradePercent / 100.0
        return 3.5 + 0.2 * metresPerMinute + 0.9 * metresPerMinute * grade
    }
}
