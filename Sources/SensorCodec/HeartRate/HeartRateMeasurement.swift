/// Heart Rate Measurement (0x2A37): one notification of a heart-rate sensor.
///
/// | order | field | type | present when | unit |
/// |---|---|---|---|---|
/// | 1 | Flags | u8 | always | |
/// | 2 | Heart Rate | u8, u16 with flag bit 0 | always | bpm, 0 is "no reading" |
/// | 3 | Energy Expended | u16 | flag bit 3 | kJ |
/// | 4 | RR-Interval | u16 each, to the end | flag bit 4 | 1/1024 s |
///
/// Source: Heart Rate Service 1.0, 3.1.
public struct HeartRateMeasurement: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 1, defined: 0b1_1111) }
    public var flags: UInt32 = 0
    /// Heart rate in bpm; `nil` when the sensor sent 0 ("no reading") or the field did not fit.
    public var heartRateBPM: UInt16?
    /// Energy since the last reset in kJ; 65535 means at least that much. `nil` when not sent.
    public var energyExpendedKilojoules: UInt16?
    /// The intervals between beats that came with this notification, oldest first.
    public var rrIntervals = RRIntervals()
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable @inline(__always)
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.number(
            .always,
            .heartRate,
            &heartRateBPM,
            octets: isRate16Bit ? 2 : 1,
            isSigned: false,
            notAvailable: 0
        )
        fields.word(.sensorContact, sensorContact.name)
        fields.u16(.bit(3), .energyExpended, &energyExpendedKilojoules)
        fields.intervals(.bit(4), &rrIntervals)
    }

    @inlinable
    var isRate16Bit: Bool { flags & 0b1 != 0 }

    /// The rate in one octet where it fits, unless ``flags`` ask for two.
    public var flagsOfValues: UInt32 { (heartRateBPM ?? 0) > 0xFF ? 0b1 : 0 }
}

extension HeartRateMeasurement {
    /// What the sensor says of its skin contact: flag bits 2 (supported) and 1 (detected).
    @inlinable
    public var sensorContact: SensorContact {
        get { flags & 0b100 == 0 ? .unsupported : flags & 0b010 == 0 ? .notDetected : .detected }
        set { flags = flags & ~0b110 | (newValue == .detected ? 0b110 : newValue == .notDetected ? 0b100 : 0) }
    }

    /// Sensor contact status.
    public enum SensorContact: Sendable {
        /// The sensor does not report contact: unknown, not lost.
        case unsupported
        /// Contact is reported, and there is none or a poor one.
        case notDetected
        /// Good contact.
        case detected

        /// The name that programs see.
        public var name: String {
            switch self {
            case .unsupported: "unsupported"
            case .notDetected: "not_detected"
            case .detected: "detected"
            }
        }
    }
}
