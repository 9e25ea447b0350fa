/// RSC Measurement (0x2A53): one notification of a foot pod, or of a treadmill that speaks like one.
///
/// | order | field | type | present when | unit |
/// |---|---|---|---|---|
/// | 1 | Flags | u8; bit 2 running | always | |
/// | 2 | Instantaneous Speed | u16 | always | 1/256 m/s |
/// | 3 | Instantaneous Cadence | u8 | always | 1/min |
/// | 4 | Instantaneous Stride Length | u16 | flag bit 0 | 0.01 m |
/// | 5 | Total Distance | u32 | flag bit 1 | 0.1 m |
///
/// By the specification cadence and stride count one foot; treadmills and some watches count both.
/// Source: Running Speed and Cadence Service 1.0, 3.1.
public struct RSCMeasurement: FieldLayout {
    public static var flagsLayout: FlagsLayout { FlagsLayout(octets: 1, defined: 0b111) }
    public var flags: UInt32 = 0
    /// In 1/256 m/s, which is 0.0140625 km/h.
    public var instantaneousSpeedRaw: UInt16?
    /// Landings of one foot in a minute, or of both: see above.
    public var instantaneousCadencePerMinute: UInt8?
    /// In 0.01 m.
    public var strideLengthCentimetres: UInt16?
    /// In 0.1 m.
    public var totalDistanceDecimetres: UInt32?
    public var issues = DecodingIssues()

    @inlinable
    public init() {}

    @inlinable @inline(__always)
    public mutating func visit<Visitor: FieldVisitor & ~Copyable & ~Escapable>(_ fields: inout Visitor) {
        fields.u16(.always, .runningSpeed, &instantaneousSpeedRaw)
        fields.u8(.always, .stepOrStrideCadence, &instantaneousCadencePerMinute)
        fields.u16(.bit(0), .strideLength, &strideLengthCentimetres)
        fields.u32(.bit(1), .totalDistanceDecimetres, &totalDistanceDecimetres)
        fields.word(.gait, isRunning ? "running" : "walking")
    }

    /// True for running, false for walking; means something only where the RSC Feature says that the sensor tells.
    @inlinable
    public var isRunning: Bool {
        get { flags & 0b100 != 0 }
        set { flags = flags & ~0b100 | (newValue ? 0b100 : 0) }
    }
}
