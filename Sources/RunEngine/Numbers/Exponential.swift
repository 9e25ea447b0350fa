/// The two functions that the metrics need and Swift has in C's library only. Of our own, they give the same bits on
/// every machine, and so the same text for the same packets. Both are within two units of the last place (the
/// logarithm, near 1, of the places of 1).
enum Exponential {
    private static let ln2High = 0x1.62e42fefa38p-1
    private static let ln2Low = 0x1.ef35793c7673p-45
    /// 1/n! for n = 13 down to 0.
    private static let inverseFactorials: [14 of Double] = [
        1 / 6_227_020_800, 1 / 479_001_600, 1 / 39_916_800, 1 / 3_628_800, 1 / 362_880, 1 / 40_320, 1 / 5040, 1 / 720,
        1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1,
    ]

    /// e to the power of `x`, for |x| up to 700.
    ///
    /// The exponent of two is split off; for what is left, at most 0.35, fourteen terms of the series are enough.
    static func exp(_ x: Double) -> Double {
        precondition(x.magnitude <= 700)
        let exponent = (x / (ln2High + ln2Low)).rounded()
        let rest = (x - exponent * ln2High) - exponent * ln2Low
        var sum = inverseFactorials[0]
        for term in 1..<14 { sum = sum * rest + inverseFactorials[term] }
        return Double(sign: .plus, exponent: Int(exponent), significand: sum)
    }

    /// The binary logarithm of a normal number above 0.
    ///
    /// With m between 0.7 and 1.42 and s = (m - 1)/(m + 1), ln m = 2 (s + s^3/3 + s^5/5 ...); eleven terms are enough.
    static func log2(_ x: Double) -> Double {
        precondition(x.isNormal && x > 0)
        var (significand, exponent) = (x.significand, Int(x.exponent))
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        let square = s * s
        var sum = 1.0 / 21
        for odd in stride(from: 19, through: 1, by: -2) { sum = sum * square + 1 / Double(odd) }
        return Double(exponent) + 2 * s * sum * 1.442_695_040_888_963_4
    }
}
