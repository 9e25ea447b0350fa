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
public struct TreadmillData: Sendable {
    /// The flags as they came: which fields the machine meant to send.
    public var flags = Flags()

    /// The lower two octets of the fields as they stand on the wire, each at the place of its ``Field``; a field that
    /// has no number holds 0 and is not in ``available``. Optionals would take twice the room and time.
    @usableFromInline var numbers = InlineArray<19, UInt16>(repeating: 0)
    /// The third octets of the two fields that have one: the distance and the step count.
    @usableFromInline var highOctets: (totalDistance: UInt8, stepCount: UInt8) = (0, 0)
    /// A bit for each ``Field`` that has a number.
    @usableFromInline var available: UInt32 = 0
    /// How wide the step count is.
    @usableFromInline var stepCountOctets: UInt8 = 0
    /// How wide the pace fields of this value are; `nil` when it has none.
    public var paceForm: PaceForm?
    /// What was odd about the bytes.
    public internal(set) var issues = DecodingIssues()

    /// A record without a reading.
    @inlinable
    public init() {}

    /// True when this is a part of a record, the rest of which (with the speed) follows in later notifications.
    public var isMoreDataToFollow: Bool { flags.contains(.moreData) }

    /// Decodes a value of any length; refuses only one that ends inside its flags field.
    ///
    /// Inlined, so that the value is filled where the caller keeps it: copying it costs as much as decoding it.
    @inlinable
    public init(decoding bytes: Span<UInt8>) throws(DecodingFailure) {
        if bytes.isEmpty { throw .empty }
        if bytes.count < 2 { throw .truncatedFlags(needed: 2) }
        self.init()
        fill(from: bytes)
    }

    @usableFromInline
    mutating func fill(from bytes: Span<UInt8>) {
        flags = Flags(rawValue: UInt16(bytes[0]) | UInt16(bytes[1]) << 8)
        let flags = flags
        var reader = FieldReader(bytes, from: 2)

        if !flags.contains(.moreData) { numbers[.instantaneousSpeed] = reader.uint16(.instantaneousSpeed) }
        if flags.contains(.averageSpeed) { numbers[.averageSpeed] = reader.uint16(.averageSpeed) }
        if flags.contains(.totalDistance) {
            let distance = reader.uint24(.totalDistance)
            numbers[.totalDistance] = distance
            highOctets.totalDistance = UInt8(truncatingIfNeeded: distance >> 16)
        }
        if flags.contains(.inclination) {
            numbers[.inclination] = reader.uint16(.inclination, unless: 0x7FFF)
            numbers[.rampAngle] = reader.uint16(.rampAngle, unless: 0x7FFF)
        }
        if flags.contains(.elevationGain) {
            numbers[.positiveElevationGain] = reader.uint16(.positiveElevationGain, unless: 0xFFFF)
            numbers[.negativeElevationGain] = reader.uint16(.negativeElevationGain, unless: 0xFFFF)
        }
        if !flags.isDisjoint(with: [.instantaneousPace, .averagePace]) {
            let form = flags.paceForm(forValueLength: bytes.count)
            paceForm = form
            let isNarrow = form == .oneOctet
            if flags.contains(.instantaneousPace) {
                numbers[.instantaneousPace] =
                    isNarrow ? reader.uint8(.instantaneousPace) : reader.uint16(.instantaneousPace)
            }
            if flags.contains(.averagePace) {
                numbers[.averagePace] = isNarrow ? reader.uint8(.averagePace) : reader.uint16(.averagePace)
            }
        }
        if flags.contains(.expendedEnergy) {
            numbers[.totalEnergy] = reader.uint16(.totalEnergy, unless: 0xFFFF)
            numbers[.energyPerHour] = reader.uint16(.energyPerHour, unless: 0xFFFF)
            numbers[.energyPerMinute] = reader.uint8(.energyPerMinute, unless: 0xFF)
        }
        if flags.contains(.heartRate) { numbers[.heartRate] = reader.uint8(.heartRate, unless: 0) }
        if flags.contains(.metabolicEquivalent) { numbers[.metabolicEquivalent] = reader.uint8(.metabolicEquivalent) }
        if flags.contains(.elapsedTime) { numbers[.elapsedTime] = reader.uint16(.elapsedTime) }
        if flags.contains(.remainingTime) { numbers[.remainingTime] = reader.uint16(.remainingTime) }
        if flags.contains(.forceOnBeltAndPower) {
            numbers[.forceOnBelt] = reader.uint16(.forceOnBelt, unless: 0x7FFF)
            numbers[.powerOutput] = reader.uint16(.powerOutput, unless: 0x7FFF)
        }
        // Not in the specification: read only where what is left has exactly the width of a step count.
        if flags.contains(.vendorStepCount), reader.remaining == 2 || reader.remaining == 3 {
            stepCountOctets = UInt8(truncatingIfNeeded: reader.remaining)
            let steps = stepCountOctets == 3 ? reader.uint24(.stepCount) : reader.uint16(.stepCount)
            numbers[.stepCount] = steps
            highOctets.stepCount = UInt8(truncatingIfNeeded: steps >> 16)
        }

        available = reader.available
        issues.truncatedField = reader.truncatedField
        issues.trailingByteCount = UInt16(clamping: reader.remaining)
        issues.reservedBits = flags.intersection(.reserved).rawValue
    }

    /// The lower two octets of a field as they stand on the wire.
    @inlinable
    subscript(field: DecodingIssues.Field) -> UInt16? {
        get { available >> field.rawValue & 1 == 1 ? numbers[Int(field.rawValue)] : nil }
        set {
            numbers[Int(field.rawValue)] = newValue ?? 0
            if newValue != nil { available |= 1 << field.rawValue } else { available &= ~(1 << field.rawValue) }
        }
    }

    /// Since the start of the machine's training session.
    @inlinable
    public var totalDistanceMetres: UInt32? {
        get { self[.totalDistance].map { UInt32($0) | UInt32(highOctets.totalDistance) << 16 } }
        set {
            self[.totalDistance] = newValue.map { UInt16(truncatingIfNeeded: $0) }
            highOctets.totalDistance = UInt8(truncatingIfNeeded: (newValue ?? 0) >> 16)
        }
    }

    /// A vendor extension behind reserved flag bit 13 (FitShow and KingSmith consoles).
    public var stepCount: StepCount? {
        get {
            self[.stepCount].map {
                StepCount(steps: UInt32($0) | UInt32(highOctets.stepCount) << 16, octets: Int(stepCountOctets))
            }
        }
        set {
            self[.stepCount] = newValue.map { UInt16(truncatingIfNeeded: $0.steps) }
            highOctets.stepCount = UInt8(truncatingIfNeeded: (newValue?.steps ?? 0) >> 16)
            stepCountOctets = UInt8(clamping: newValue?.octets ?? 0)
        }
    }
}

extension TreadmillData: Equatable {
    public static func == (left: TreadmillData, right: TreadmillData) -> Bool {
        left.flags == right.flags && left.available == right.available && left.paceForm == right.paceForm
            && left.stepCountOctets == right.stepCountOctets && left.highOctets == right.highOctets
            && left.issues == right.issues
            && left.numbers.indices.allSatisfy { left.numbers[$0] == right.numbers[$0] }
    }
}

extension TreadmillData {
    /// The Flags field: bit 0 is inverted (set = the speed is absent), the others say that a field is present.
    public struct Flags: OptionSet, Hashable, Sendable {
        /// The word as it stands on the wire.
        public let rawValue: UInt16
        /// Flags of a word as it stands on the wire.
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Set: the speed is absent, the rest of the record follows. The others: their field is present.
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

        /// Octets of a value with these flags and one-octet paces, without vendor extensions.
        var narrowValueLength: Int {
            var length = contains(.moreData) ? 2 : 4
            if contains(.averageSpeed) { length += 2 }
            if contains(.totalDistance) { length += 3 }
            if contains(.inclination) { length += 4 }
            if contains(.elevationGain) { length += 4 }
            length += paceCount
            if contains(.expendedEnergy) { length += 5 }
            if contains(.heartRate) { length += 1 }
            if contains(.metabolicEquivalent) { length += 1 }
            if contains(.elapsedTime) { length += 2 }
            if contains(.remainingTime) { length += 2 }
            if contains(.forceOnBeltAndPower) { length += 4 }
            return length
        }

        private var paceCount: Int {
            (contains(.instantaneousPace) ? 1 : 0) + (contains(.averagePace) ? 1 : 0)
        }

        /// The pace form under which a value of this length comes out even; failing both, the wider one if it fits.
        func paceForm(forValueLength length: Int) -> PaceForm {
            let narrow = narrowValueLength
            let wide = narrow + paceCount
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
        /// Steps since the start of the machine's training session.
        public var steps: UInt32
        /// Octets of the field: 2 or 3.
        public var octets: Int
        /// A count with the width of its field.
        public init(steps: UInt32, octets: Int) {
            self.steps = steps
            self.octets = octets
        }
    }
}

extension InlineArray<19, UInt16> {
    /// The place of a field; a number keeps its lower two octets.
    @inline(__always)
    fileprivate subscript(field: DecodingIssues.Field) -> UInt32 {
        get { UInt32(self[Int(field.rawValue)]) }
        set { self[Int(field.rawValue)] = UInt16(truncatingIfNeeded: newValue) }
    }
}
