/// Treadmill Data (0x2ACD): one notification of a treadmill, a whole record or a part of one.
///
/// | flag bit | field | type | unit | not available |
/// |---|---|---|---|---|
/// | 0 clear | Instantaneous Speed | u16 | 0.01 km/h | |
/// | 1 | Average Speed | u16 | 0.01 km/h | |
/// | 2 | Total Distance | u24 | 1 m | |
/// | 3 | Inclination, Ramp Angle Setting | s16, s16 | 0.1 %, 0.1 degree | 0x7FFF |
/// | 4 | Positive, Negative Elevation Gain | u16, u16 | 0.1 m | 0xFFFF (in the field) |
/// | 5, 6 | Instantaneous, Average Pace | u8 or u16 | see ``PaceForm`` | |
/// | 7 | Total Energy, Energy per Hour, per Minute | u16, u16, u8 | kcal | 0xFFFF, 0xFFFF, 0xFF |
/// | 8 | Heart Rate | u8 | bpm | 0 (in the field) |
/// | 9 | Metabolic Equivalent | u8 | 0.1 or 1 MET, left raw | |
/// | 10, 11 | Elapsed, Remaining Time | u16 | 1 s | |
/// | 12 | Force on Belt, Power Output | s16, s16 | 1 N, 1 W | 0x7FFF |
/// | 13 | reserved; some consoles append a step count | u24 or u16 | steps | |
///
/// A field is `nil` when it was not sent, did not fit, or carries its "not available" number.
/// Source: Fitness Machine Service 1.0.1, 4.9; layout in the GATT Specification Supplement, Treadmill Data.
public struct TreadmillData: Equatable, Sendable {
    /// The flags as they came: which fields the machine meant to send.
    public var flags = Flags()

    public var instantaneousSpeedCentiKmH: UInt16?
    public var averageSpeedCentiKmH: UInt16?
    /// Since the start of the machine's training session.
    public var totalDistanceMetres: UInt32?
    /// Uphill is positive.
    public var inclinationDeciPercent: Int16?
    public var rampAngleDeciDegrees: Int16?
    public var positiveElevationGainDecimetres: UInt16?
    public var negativeElevationGainDecimetres: UInt16?
    /// In the unit of ``paceForm``.
    public var instantaneousPaceRaw: UInt16?
    /// In the unit of ``paceForm``.
    public var averagePaceRaw: UInt16?
    /// How wide the pace fields of this value are; `nil` when it has none.
    public var paceForm: PaceForm?
    public var totalEnergyKilocalories: UInt16?
    public var energyPerHourKilocalories: UInt16?
    public var energyPerMinuteKilocalories: UInt8?
    /// Heart rate in bpm that the machine knows of; `nil` for 0 ("no reading").
    public var heartRateBPM: UInt8?
    /// Whole METs on some machines, tenths on others: the sources disagree, so the number is passed on as it is.
    public var metabolicEquivalentRaw: UInt8?
    public var elapsedTimeSeconds: UInt16?
    public var remainingTimeSeconds: UInt16?
    /// Positive when the runner drives the belt.
    public var forceOnBeltNewtons: Int16?
    public var powerOutputWatts: Int16?
    /// A vendor extension behind reserved flag bit 13 (FitShow and KingSmith consoles).
    public var stepCount: StepCount?
    /// What was odd about the bytes.
    public internal(set) var issues = DecodingIssues()

    /// A record without a reading.
    public init() {}

    /// True when this is a part of a record, the rest of which (with the speed) follows in later notifications.
    public var isMoreDataToFollow: Bool { flags.contains(.moreData) }

    /// Decodes a value of any length; refuses only one that ends inside its flags field.
    public init(decoding bytes: Span<UInt8>) throws(DecodingFailure) {
        if bytes.isEmpty { throw .empty }
        if bytes.count < 2 { throw .truncatedFlags(needed: 2) }
        flags = Flags(rawValue: UInt16(bytes[0]) | UInt16(bytes[1]) << 8)
        let flags = flags
        var reader = FieldReader(bytes, from: 2)

        if !flags.contains(.moreData) { instantaneousSpeedCentiKmH = reader.uint16(.instantaneousSpeed) }
        if flags.contains(.averageSpeed) { averageSpeedCentiKmH = reader.uint16(.averageSpeed) }
        if flags.contains(.totalDistance) { totalDistanceMetres = reader.uint24(.totalDistance) }
        if flags.contains(.inclination) {
            inclinationDeciPercent = reader.sint16(.inclination).unless(0x7FFF)
            rampAngleDeciDegrees = reader.sint16(.rampAngle).unless(0x7FFF)
        }
        if flags.contains(.elevationGain) {
            positiveElevationGainDecimetres = reader.uint16(.positiveElevationGain).unless(0xFFFF)
            negativeElevationGainDecimetres = reader.uint16(.negativeElevationGain).unless(0xFFFF)
        }
        if !flags.isDisjoint(with: [.instantaneousPace, .averagePace]) {
            decodePaces(from: &reader, valueLength: bytes.count)
        }
        if flags.contains(.expendedEnergy) {
            totalEnergyKilocalories = reader.uint16(.totalEnergy).unless(0xFFFF)
            energyPerHourKilocalories = reader.uint16(.energyPerHour).unless(0xFFFF)
            energyPerMinuteKilocalories = reader.uint8(.energyPerMinute).unless(0xFF)
        }
        if flags.contains(.heartRate) { heartRateBPM = reader.uint8(.heartRate).unless(0) }
        if flags.contains(.metabolicEquivalent) { metabolicEquivalentRaw = reader.uint8(.metabolicEquivalent) }
        if flags.contains(.elapsedTime) { elapsedTimeSeconds = reader.uint16(.elapsedTime) }
        if flags.contains(.remainingTime) { remainingTimeSeconds = reader.uint16(.remainingTime) }
        if flags.contains(.forceOnBeltAndPower) {
            forceOnBeltNewtons = reader.sint16(.forceOnBelt).unless(0x7FFF)
            powerOutputWatts = reader.sint16(.powerOutput).unless(0x7FFF)
        }
        if flags.contains(.vendorStepCount) { decodeStepCount(from: &reader) }

        issues.truncatedField = reader.truncatedField
        issues.trailingByteCount = UInt16(clamping: reader.remaining)
        issues.reservedBits = flags.intersection(.reserved).rawValue
    }

    private mutating func decodePaces(from reader: inout FieldReader, valueLength: Int) {
        let form = flags.paceForm(forValueLength: valueLength)
        paceForm = form
        if flags.contains(.instantaneousPace) {
            instantaneousPaceRaw =
                form == .oneOctet
                ? reader.uint8(.instantaneousPace).map(UInt16.init) : reader.uint16(.instantaneousPace)
        }
        if flags.contains(.averagePace) {
            averagePaceRaw =
                form == .oneOctet ? reader.uint8(.averagePace).map(UInt16.init) : reader.uint16(.averagePace)
        }
    }

    /// The step count is not in the specification, so it is read only where what is left has exactly its width.
    private mutating func decodeStepCount(from reader: inout FieldReader) {
        switch reader.remaining {
        case 3: stepCount = reader.uint24(.stepCount).map { StepCount(steps: $0, octets: 3) }
        case 2: stepCount = reader.uint16(.stepCount).map { StepCount(steps: UInt32($0), octets: 2) }
        default: break
        }
    }
}

extension TreadmillData {
    /// The Flags field: bit 0 is inverted (set = the speed is absent), the others say that a field is present.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        public static let moreData = Flags(rawValue: 1 << 0)
        public static let averageSpeed = Flags(rawValue: 1 << 1)
        public static let totalDistance = Flags(rawValue: 1 << 2)
        public static let inclination = Flags(rawValue: 1 << 3)
        public static let elevationGain = Flags(rawValue: 1 << 4)
        public static let instantaneousPace = Flags(rawValue: 1 << 5)
        public static let averagePace = Flags(rawValue: 1 << 6)
        public static let expendedEnergy = Flags(rawValue: 1 << 7)
        public static let heartRate = Flags(rawValue: 1 << 8)
        public static let metabolicEquivalent = Flags(rawValue: 1 << 9)
        public static let elapsedTime = Flags(rawValue: 1 << 10)
        public static let remainingTime = Flags(rawValue: 1 << 11)
        public static let forceOnBeltAndPower = Flags(rawValue: 1 << 12)
        /// Not in the specification: see ``TreadmillData/stepCount``.
        public static let vendorStepCount = Flags(rawValue: 1 << 13)
        /// Bits that the specification reserves.
        public static let reserved = Flags(rawValue: 0b1110_0000_0000_0000)

        /// Octets of a value with these flags and the given pace width, without vendor extensions.
        func valueLength(pace form: PaceForm) -> Int {
            var length = 2
            if !contains(.moreData) { length += 2 }
            if contains(.averageSpeed) { length += 2 }
            if contains(.totalDistance) { length += 3 }
            if contains(.inclination) { length += 4 }
            if contains(.elevationGain) { length += 4 }
            if contains(.instantaneousPace) { length += form.rawValue }
            if contains(.averagePace) { length += form.rawValue }
            if contains(.expendedEnergy) { length += 5 }
            if contains(.heartRate) { length += 1 }
            if contains(.metabolicEquivalent) { length += 1 }
            if contains(.elapsedTime) { length += 2 }
            if contains(.remainingTime) { length += 2 }
            if contains(.forceOnBeltAndPower) { length += 4 }
            return length
        }

        /// The pace form under which a value of this length comes out even; failing both, the wider one if it fits.
        func paceForm(forValueLength length: Int) -> PaceForm {
            let narrow = valueLength(pace: .oneOctet)
            let wide = valueLength(pace: .twoOctets)
            if length == wide { return .twoOctets }
            if length == narrow { return .oneOctet }
            if contains(.vendorStepCount) {
                if length == wide + 3 { return .twoOctets }
                if length == narrow + 3 { return .oneOctet }
            }
            return length > wide ? .twoOctets : .oneOctet
        }
    }

    /// The two widths of the pace fields that the specification's editions give; the length of the value tells them
    /// apart.
    public enum PaceForm: Int, Sendable {
        /// One octet, 0.1 km/min (the XML of 2017).
        case oneOctet = 1
        /// Two octets, seconds per 500 m (the GATT Specification Supplement).
        case twoOctets = 2
    }

    /// Steps as a vendor counts them, with the width of the field: 2 or 3 octets.
    public struct StepCount: Equatable, Sendable {
        public var steps: UInt32
        public var octets: Int
        public init(steps: UInt32, octets: Int) {
            self.steps = steps
            self.octets = octets
        }
    }
}
