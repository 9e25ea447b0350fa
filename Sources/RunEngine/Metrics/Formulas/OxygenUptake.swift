/// The oxygen that a pace takes once it is steady, in ml per kg of body weight and minute, by the equations of the
/// American College of Sports Medicine. Speeds in 0.01 km/h, 0 and up; inclines in 0.1 %.
///
/// A belt does not tell a walk from a run, so ``atSpeed(centiKmH:inclinationDeciPercent:)`` walks up to 6 km/h, runs
/// from 8 km/h, and blends between: a number with an "about" before it.
///
/// Source: ACSM's Guidelines for Exercise Testing and Prescription.
public enum OxygenUptake {
    /// What a body takes at rest, in ml/kg/min: one MET.
    public static let atRest = 3.5
    /// The fastest walk of the blend, in 0.01 km/h.
    public static let walksUpToCentiKmH = 600
    /// The slowest run of the blend, in 0.01 km/h.
    public static let runsFromCentiKmH = 800

    /// Of walking, in ml/kg/min: 3.5 + 0.1 S + 1.8 S G, S in m/min and G a fraction; meant for 50 to 100 m/min.
    public static func walking(centiKmH: Int, inclinationDeciPercent: Int) -> Double {
        let speed = Double(centiKmH) / 6
        return atRest + 0.1 * speed + 1.8 * speed * Double(inclinationDeciPercent) / 1000
    }

    /// Of running, in ml/kg/min: 3.5 + 0.2 S + 0.9 S G; meant for more than 134 m/min, or 80 at a true run.
    public static func running(centiKmH: Int, inclinationDeciPercent: Int) -> Double {
        let speed = Double(centiKmH) / 6
        return atRest + 0.2 * speed + 0.9 * speed * Double(inclinationDeciPercent) / 1000
    }

    /// Of whichever a belt at this speed means, in ml/kg/min; never less than ``atRest``, which the equations give for
    /// steep descents that they were not made for.
    public static func atSpeed(centiKmH: Int, inclinationDeciPercent: Int) -> Double {
        let walk = walking(centiKmH: centiKmH, inclinationDeciPercent: inclinationDeciPercent)
        let run = running(centiKmH: centiKmH, inclinationDeciPercent: inclinationDeciPercent)
        let span = Double(runsFromCentiKmH - walksUpToCentiKmH)
        let share = min(max(Double(centiKmH - walksUpToCentiKmH) / span, 0), 1)
        return max(atRest, (1 - share) * walk + share * run)
    }

    /// An uptake in ml/kg/min as multiples of rest, MET.
    public static func metabolicEquivalents(_ uptake: Double) -> Double { uptake / atRest }

    /// What an uptake in ml/kg/min burns, rest included, in kcal/min at a weight in 0.1 kg: 5 kcal a litre.
    public static func kilocaloriesPerMinute(_ uptake: Double, weightHectograms: Int) -> Double {
        uptake * Double(weightHectograms) / 10_000 * 5
    }

    /// What it burns over and above rest, in kcal/min at a weight in 0.1 kg.
    public static func netKilocaloriesPerMinute(_ uptake: Double, weightHectograms: Int) -> Double {
        kilocaloriesPerMinute(uptake - atRest, weightHectograms: weightHectograms)
    }
}
