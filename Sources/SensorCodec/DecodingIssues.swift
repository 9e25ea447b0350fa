/// What was odd about the bytes of a value that was decoded all the same.
///
/// Empty when the bytes are exactly to the specification. Fixed size: naming an oddity allocates nothing until it is
/// put into words by ``descriptions``.
public struct DecodingIssues: Hashable, Sendable {
    /// The first field that the flags promise and the value is too short to hold; nothing after it was read.
    public internal(set) var truncatedField: Field?
    /// Octets left over behind the last known field.
    public internal(set) var trailingByteCount: UInt16 = 0
    /// The flag bits that the specification reserves and the sender set.
    public internal(set) var reservedBits: UInt16 = 0
    /// One octet was left at the end of the RR-Intervals, which are two octets each.
    public internal(set) var hasOddRRByte = false
    /// The flags announce RR-Intervals and there are none.
    public internal(set) var lacksRRIntervals = false

    /// No issue.
    @inlinable
    public init() {}

    /// True when the bytes were exactly to the specification.
    public var isEmpty: Bool { self == DecodingIssues() }

    /// The stable vocabulary that programs and logs see, in a fixed order:
    /// `reserved_bits:0x2000`, `truncated:total_distance`, `odd_rr_byte`, `no_rr_intervals`, `trailing_bytes:1`.
    public var descriptions: [String] {
        var list: [String] = []
        if reservedBits != 0 { list.append("reserved_bits:0x" + String(reservedBits, radix: 16)) }
        if let truncatedField { list.append("truncated:" + truncatedField.name) }
        if hasOddRRByte { list.append("odd_rr_byte") }
        if lacksRRIntervals { list.append("no_rr_intervals") }
        if trailingByteCount != 0 { list.append("trailing_bytes:\(trailingByteCount)") }
        return list
    }
}

extension DecodingIssues {
    /// The fields of all characteristics.
    public enum Field: UInt8, CaseIterable, Sendable {
        case instantaneousSpeed, averageSpeed, totalDistance, inclination, rampAngle
        case positiveElevationGain, negativeElevationGain, instantaneousPace, averagePace
        case totalEnergy, energyPerHour, energyPerMinute, heartRate, metabolicEquivalent
        case elapsedTime, remainingTime, forceOnBelt, powerOutput, stepCount
        case energyExpended, rrInterval

        /// The name that programs see.
        public var name: String {
            switch self {
            case .instantaneousSpeed: "speed"
            case .averageSpeed: "average_speed"
            case .totalDistance: "total_distance"
            case .inclination: "inclination"
            case .rampAngle: "ramp_angle"
            case .positiveElevationGain: "positive_elevation_gain"
            case .negativeElevationGain: "negative_elevation_gain"
            case .instantaneousPace: "instantaneous_pace"
            case .averagePace: "average_pace"
            case .totalEnergy: "total_energy"
            case .energyPerHour: "energy_per_hour"
            case .energyPerMinute: "energy_per_minute"
            case .heartRate: "heart_rate"
            case .metabolicEquivalent: "metabolic_equivalent"
            case .elapsedTime: "elapsed_time"
            case .remainingTime: "remaining_time"
            case .forceOnBelt: "force_on_belt"
            case .powerOutput: "power_output"
            case .stepCount: "step_count"
            case .energyExpended: "energy_expended"
            case .rrInterval: "rr_interval"
            }
        }
    }
}

/// Why a value could not be decoded at all.
///
/// A value is refused only when not one whole flags field is there; anything longer yields what it holds.
public enum DecodingFailure: Error, Equatable, Sendable {
    /// The value has no octet.
    case empty
    /// The value ends inside its flags field, which has `needed` octets.
    case truncatedFlags(needed: Int)
}

extension DecodingFailure: CustomStringConvertible {
    /// Its name among the issues that programs and logs see: `empty`, `truncated:flags`.
    public var description: String {
        switch self {
        case .empty: "empty"
        case .truncatedFlags: "truncated:flags"
        }
    }
}
