/// What is fixed when a session begins.
public struct SessionHeader: Equatable, Sendable {
    /// The session's name in the log.
    public var id: String
    /// Wall time of the first packet, in microseconds since 1970-01-01 UTC.
    public var startedAtUnixMicroseconds: Int64
    /// Where the packets come from.
    public var source: Source
    /// The heart-rate zones that time is counted in.
    public var zones: ZoneSet
    /// The heart rates to aim for.
    public var band: TargetBand
    /// What zones and band were made of; `nil` for a session that was logged before that was kept.
    public var basis: ZoneBasis?

    /// The header of a session.
    public init(
        id: String,
        startedAtUnixMicroseconds: Int64,
        source: Source,
        zones: ZoneSet,
        band: TargetBand,
        basis: ZoneBasis? = nil
    ) {
        self.id = id
        self.startedAtUnixMicroseconds = startedAtUnixMicroseconds
        self.source = source
        self.zones = zones
        self.band = band
        self.basis = basis
    }

    /// Where packets come from, by the name that programs see.
    public enum Source: String, Sendable {
        case bluez, monitor, replay, demo
    }
}

/// The heart-rate zones of a session.
public struct ZoneSet: Equatable, Sendable {
    /// Whose zones they are.
    public var model: ZoneModel
    /// Lower bounds in bpm, rising. Zone 0 lies below the first, zone n from the nth to the next.
    public var lowerBoundsBPM: [Int]

    /// Zones of a model by their lower bounds, which must rise.
    public init(model: ZoneModel, lowerBoundsBPM: [Int]) {
        self.model = model
        self.lowerBoundsBPM = lowerBoundsBPM
    }

    /// How many zones there are, zone 0 included.
    public var count: Int { lowerBoundsBPM.count + 1 }

    /// The lower bound of a zone in bpm; 0 for zone 0.
    public func lowerBoundBPM(of zone: Int) -> Int { zone == 0 ? 0 : lowerBoundsBPM[zone - 1] }

    /// The zone of a heart rate: how many bounds it reaches.
    public func zone(ofBPM heartRate: Int) -> Int { lowerBoundsBPM.count { heartRate >= $0 } }
}

/// The heart rates to aim for, both ends included: the conversational effort.
public struct TargetBand: Equatable, Sendable {
    /// The lowest heart rate in the band, in bpm.
    public var lowerBPM: Int
    /// The highest heart rate in the band, in bpm.
    public var upperBPM: Int

    /// A band by its two ends, both included.
    public init(lowerBPM: Int, upperBPM: Int) {
        self.lowerBPM = lowerBPM
        self.upperBPM = upperBPM
    }
}
