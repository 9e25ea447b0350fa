/// A machine's own codes for its inclination: what is sent, and what it stands for.
public struct InclinationCode: Hashable, Sendable {
    /// The inclination in 0.1 % of each code.
    public let deciPercentOfCode: [Int16: Int16]

    /// The inclination in 0.1 %; `nil` for a code that is not in the table: unknown, not level.
    public func deciPercent(of code: Int16) -> Int16? { deciPercentOfCode[code] }

    /// I-Concept T01: 0 to 15 % in steps of 1 %, sent as 1000 x level / 15 cut to whole tens (3C 00 is 1 %, E8 03 15 %).
    public static let iConcept = InclinationCode(
        deciPercentOfCode: [
            0: 0, 60: 10, 130: 20, 200: 30, 260: 40, 330: 50, 400: 60, 460: 70,
            530: 80, 600: 90, 660: 100, 730: 110, 800: 120, 860: 130, 930: 140, 1000: 150,
        ]
    )
}

/// The inclination of a deck that cannot move.
public struct FixedInclination: Hashable, Sendable {
    /// In 0.1 %, as Treadmill Data has it.
    public let deciPercent: Int16
    /// The same as an angle, in 0.1 degrees.
    public let deciDegrees: Int16

    /// 15 degrees: 100 % x tan 15° = 26.79 %, so 26.8 %.
    public static let fifteenDegrees = FixedInclination(deciPercent: 268, deciDegrees: 150)
}
