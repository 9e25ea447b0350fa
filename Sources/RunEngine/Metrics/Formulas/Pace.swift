/// A speed as runners say it.
public enum Pace {
    /// Slower than this, in 0.01 km/h, there is no pace.
    public static let slowestCentiKmH = 50

    /// The time for a kilometre in s, rounded to the nearest; `nil` below 0.5 km/h.
    public static func secondsPerKilometre(centiKmH: Int) -> Int? {
        // floor(360000 / speed + 1/2) in whole numbers.
        centiKmH < slowestCentiKmH ? nil : (720_000 + centiKmH) / (2 * centiKmH)
    }
}
