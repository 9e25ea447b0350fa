/// Heart Rate Measurement (0x2A37): one notification of a heart-rate sensor.
///
/// | order | field | type | present when | unit |
/// |---|---|---|---|---|
/// | 1 | Flags | u8 | always | |
/// | 2 | Heart Rate | u8, u16 with flag bit 0 | always | bpm |
/// | 3 | Energy Expended | u16 | flag bit 3 | kJ |
/// | 4 | RR-Interval | u16 each, to the end | flag bit 4 | 1/1024 s |
///
/// Source: Heart Rate Service 1.0, 3.1.
public struct HeartRateMeasurement: Equatable, Sendable {
    /// Heart rate in bpm; `nil` when the sensor sent 0 ("no reading") or the field did not fit.
    public var heartRateBPM: UInt16?
    /// What the sensor says of its skin contact.
    public var sensorContact = SensorContact.unsupported
    /// Energy since the last reset in kJ; 65535 means at least that much. `nil` when not sent.
    public var energyExpendedKilojoules: UInt16?
    /// The intervals between beats that came with this notification, oldest first.
    public var rrIntervals = RRIntervals()
    /// What was odd about the bytes.
    public internal(set) var issues = DecodingIssues()

    /// A measurement without a reading.
    @inlinable
    public init() {}

    /// Decodes a value of any length; refuses only one without a flags octet.
    ///
    /// Inlined, so that the value is filled where the caller keeps it: copying it costs as much as decoding it.
    @inlinable
    public init(decoding bytes: Span<UInt8>) throws(DecodingFailure) {
        if bytes.isEmpty { throw .empty }
        self.init()
        fill(from: bytes)
    }

    @usableFromInline
    mutating func fill(from bytes: Span<UInt8>) {
        let flags = Flags(rawValue: bytes[0])
        var reader = FieldReader(bytes, from: 1)

        let heartRate =
            flags.contains(.isRate16Bit) ? reader.uint16(.heartRate, unless: 0) : reader.uint8(.heartRate, unless: 0)
        heartRateBPM = reader.has(.heartRate) ? UInt16(truncatingIfNeeded: heartRate) : nil
        if flags.contains(.isContactSupported) {
            sensorContact = flags.contains(.isContactDetected) ? .detected : .notDetected
        }
        if flags.contains(.hasEnergyExpended) {
            let energy = reader.uint16(.energyExpended)
            energyExpendedKilojoules = reader.has(.energyExpended) ? UInt16(truncatingIfNeeded: energy) : nil
        }
        if flags.contains(.hasRRIntervals) {
            issues.lacksRRIntervals = reader.remaining < 2 && reader.truncatedField == nil
            while reader.remaining >= 2 { rrIntervals.append(UInt16(truncatingIfNeeded: reader.uint16(.rrInterval))) }
            issues.hasOddRRByte = reader.remaining == 1
        } else {
            issues.trailingByteCount = UInt16(clamping: reader.remaining)
        }
        issues.truncatedField = reader.truncatedField
        issues.reservedBits = UInt16(flags.intersection(.reserved).rawValue)
    }

    /// Appends the value as a sensor would send it: the rate in one octet where it fits.
    public func encode(into bytes: inout [UInt8]) {
        var flags: Flags = []
        let heartRate = heartRateBPM ?? 0
        if heartRate > 0xFF { flags.insert(.isRate16Bit) }
        if sensorContact != .unsupported { flags.insert(.isContactSupported) }
        if sensorContact == .detected { flags.insert(.isContactDetected) }
        if energyExpendedKilojoules != nil { flags.insert(.hasEnergyExpended) }
        if !rrIntervals.isEmpty { flags.insert(.hasRRIntervals) }

        bytes.append(flags.rawValue)
        if heartRate > 0xFF { bytes.append(littleEndian: heartRate) } else { bytes.append(UInt8(heartRate)) }
        if let energyExpendedKilojoules { bytes.append(littleEndian: energyExpendedKilojoules) }
        for index in 0..<rrIntervals.count { bytes.append(littleEndian: rrIntervals[index]) }
    }
}

extension HeartRateMeasurement {
    /// Sensor contact status, flag bits 2 (supported) and 1 (detected).
    public enum SensorContact: Sendable {
        /// The sensor does not report contact: unknown, not lost.
        case unsupported
        /// Contact is reported, and there is none or a poor one.
        case notDetected
        /// Good contact.
        case detected
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        static let isRate16Bit = Flags(rawValue: 1 << 0)
        static let isContactDetected = Flags(rawValue: 1 << 1)
        static let isContactSupported = Flags(rawValue: 1 << 2)
        static let hasEnergyExpended = Flags(rawValue: 1 << 3)
        static let hasRRIntervals = Flags(rawValue: 1 << 4)
        static let reserved = Flags(rawValue: 0b1110_0000)
    }
}
