public import SensorCodec

/// What a quantity of the run is taken from, from now on.
public struct SourceChange: Equatable, Sendable {
    /// When, in ms of session time.
    public var timeMilliseconds: Int64
    /// What is measured.
    public var quantity: Quantity
    /// Who measures it.
    public var sensor: SensorIdentity
    /// As what it does so.
    public var kind: SensorKind
    /// How good it is; of a heart rate only.
    public var quality: HeartRateQuality?

    /// A new source of a quantity.
    public init(
        timeMilliseconds: Int64,
        quantity: Quantity,
        sensor: SensorIdentity,
        kind: SensorKind,
        quality: HeartRateQuality? = nil
    ) {
        self.timeMilliseconds = timeMilliseconds
        self.quantity = quantity
        self.sensor = sensor
        self.kind = kind
        self.quality = quality
    }

    /// What several sensors may measure, by the name that programs see.
    public enum Quantity: String, CaseIterable, Sendable {
        case heartRate = "heart_rate"
        case speed, cadence
    }
}

/// What each quantity is taken from at present.
struct Sources: Sendable {
    private var heartRate: SourceChange?
    private var speed: SourceChange?
    private var cadence: SourceChange?

    subscript(quantity: SourceChange.Quantity) -> SourceChange? {
        get {
            switch quantity {
            case .heartRate: heartRate
            case .speed: speed
            case .cadence: cadence
            }
        }
        set {
            switch quantity {
            case .heartRate: heartRate = newValue
            case .speed: speed = newValue
            case .cadence: cadence = newValue
            }
        }
    }
}
