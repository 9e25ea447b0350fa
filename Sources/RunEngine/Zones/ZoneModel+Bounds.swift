extension ZoneModel {
    /// The heart rate that a model's shares are shares of.
    public enum Reference: Sendable {
        /// The maximum heart rate.
        case maximum
        /// What lies between the resting and the maximum heart rate.
        case reserve
        /// The lactate-threshold heart rate.
        case threshold
        /// None: the bounds are given in bpm.
        case none
    }

    /// What the model measures against.
    public var reference: Reference {
        switch self {
        case .acsmMax, .fiveMax: .maximum
        case .acsmHRR, .fiveHRR: .reserve
        case .frielRun, .cogganHR: .threshold
        case .three, .custom: .none
        }
    }

    /// The lower bound of each zone from zone 1 on, in per mille of the ``reference``; empty where bounds are given in
    /// bpm.
    ///
    /// Sources: ACSM's classes of intensity (30, 40, 60, 90 % HRR; 57, 64, 77, 96 % HRmax); Friel's running zones;
    /// Coggan's heart-rate zones.
    public var lowerBoundsPerMille: [Int] {
        switch self {
        case .acsmHRR: [300, 400, 600, 900]
        case .acsmMax: [570, 640, 770, 960]
        case .fiveMax, .fiveHRR: [500, 600, 700, 800, 900]
        case .frielRun: [0, 850, 900, 950, 1000, 1030, 1070]
        case .cogganHR: [0, 690, 840, 950, 1060]
        case .three, .custom: []
        }
    }

    /// What the model's author calls the zones from zone 1 on; empty where the runner cuts and names them.
    public var zoneNames: [String] {
        switch self {
        case .acsmHRR, .acsmMax: ["light", "moderate", "vigorous", "near-maximal"]
        case .fiveMax, .fiveHRR, .cogganHR: ["1", "2", "3", "4", "5"]
        case .frielRun: ["1", "2", "3", "4", "5a", "5b", "5c"]
        case .three: ["between VT1 and VT2", "above VT2"]
        case .custom: []
        }
    }
}

/// Shares of a heart rate, in whole bpm.
///
/// A bound is the smallest whole number that reaches the share, so `rate >= bound` says exactly "at least this share".
enum HeartRateShare {
    /// `perMille` of a maximum or threshold heart rate, rounded up.
    static func bound(perMille: Int, of heartRate: Int) -> Int {
        dividingUp(perMille * heartRate, by: 1000)
    }

    /// The resting rate plus `perMille` of the reserve, rounded up.
    static func bound(perMille: Int, ofReserveFrom resting: Int, to maximum: Int) -> Int {
        resting + dividingUp(perMille * (maximum - resting), by: 1000)
    }

    /// The quotient of two numbers that are not negative, rounded up.
    static func dividingUp(_ dividend: Int, by divisor: Int) -> Int {
        (dividend + divisor - 1) / divisor
    }
}
