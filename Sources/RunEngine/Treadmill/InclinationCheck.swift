/// What a machine says of its own inclination (Supported Inclination Range), in 0.1 %.
struct InclinationRange: Equatable, Sendable {
    /// Both ends included.
    var deciPercent: ClosedRange<Int16>
    /// The machine's smallest step: what may lie beyond the ends.
    var stepDeciPercent: Int

    /// The widest step in common use.
    static let commonStepDeciPercent = 10
}

/// Finds inclinations that the machine cannot have: a wrong unit, a code, or a field of another layout.
struct InclinationCheck: Sendable {
    /// How many records in a row have to say so: one may be damaged.
    static let recordsNeeded = 3
    /// Without a range of the machine: what any treadmill can do, in 0.1 %. The steepest goes up to 40 %, and the
    /// steepest down is some 6 %.
    static let anyMachine: ClosedRange<Int16> = -300...400

    private var count = 0
    private var toldAt: Int64 = 0

    /// Takes an inclination in 0.1 % at a time in ms; records further apart than `hold` are not in a row.
    mutating func take(
        _ deciPercent: Int16,
        range: InclinationRange?,
        at time: Int64,
        hold: Int64
    ) -> RunNotice.Finding? {
        if time - toldAt > hold { count = 0 }
        toldAt = time
        let limits = range?.deciPercent ?? Self.anyMachine
        let slack = range?.stepDeciPercent ?? 0
        let lower = Int(limits.lowerBound)
        let upper = Int(limits.upperBound)
        let isInside = Int(deciPercent) >= lower - slack && Int(deciPercent) <= upper + slack
        count = isInside ? 0 : min(count + 1, Self.recordsNeeded)
        guard count == Self.recordsNeeded else { return nil }
        return .inclinationOutOfRange(
            deciPercent: Int(deciPercent),
            lowerDeciPercent: lower,
            upperDeciPercent: upper
        )
    }
}
