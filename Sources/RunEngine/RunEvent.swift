public import SensorCodec

/// Something that became known about a run: what the engine tells the screen, the log and other programs.
///
/// Times are whole milliseconds since the session began.
public enum RunEvent: Equatable, Sendable {
    /// The session began; always the first event.
    case session(SessionHeader)
    /// A sensor appeared, changed its state, or told its battery level.
    case sensor(SensorStatus)
    /// The state at a whole second of session time.
    case sample(RunSample)
    /// A region of the state machine changed.
    case transition(RunTransition)
    /// The runner may want to change the effort.
    case cue(Cue, atMilliseconds: Int64)
    /// The totals; always the last event.
    case summary(RunSummary)
}

/// What is fixed when a session begins.
public struct SessionHeader: Equatable, Sendable {
    /// The session's name in the log.
    public var id: String
    /// Wall time of the first packet, in microseconds since 1970-01-01 UTC.
    public var startedAtUnixMicroseconds: Int64
    public var source: Source
    public var zones: ZoneSet
    public var band: TargetBand

    public init(
        id: String,
        startedAtUnixMicroseconds: Int64,
        source: Source,
        zones: ZoneSet,
        band: TargetBand
    ) {
        self.id = id
        self.startedAtUnixMicroseconds = startedAtUnixMicroseconds
        self.source = source
        self.zones = zones
        self.band = band
    }

    /// Where the packets come from.
    public enum Source: String, Sendable {
        case bluez, monitor, replay, demo
    }
}

/// The heart-rate zones of a session.
public struct ZoneSet: Equatable, Sendable {
    public var model: ZoneModel
    /// Lower bounds in bpm, rising. Zone 0 lies below the first, zone n from the nth to the next.
    public var lowerBoundsBPM: [Int]

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

/// The heart rates to aim for, both ends included, in bpm: the conversational effort.
public struct TargetBand: Equatable, Sendable {
    public var lowerBPM: Int
    public var upperBPM: Int

    public init(lowerBPM: Int, upperBPM: Int) {
        self.lowerBPM = lowerBPM
        self.upperBPM = upperBPM
    }
}

/// What is known of one sensor.
public struct SensorStatus: Equatable, Sendable {
    public var timeMilliseconds: Int64
    public var sensor: SensorIdentity
    public var name: String?
    public var kind: SensorKind
    public var state: State
    public var batteryPercent: Int?

    public init(
        timeMilliseconds: Int64,
        sensor: SensorIdentity,
        name: String?,
        kind: SensorKind,
        state: State,
        batteryPercent: Int?
    ) {
        self.timeMilliseconds = timeMilliseconds
        self.sensor = sensor
        self.name = name
        self.kind = kind
        self.state = state
        self.batteryPercent = batteryPercent
    }

    public enum State: String, Sendable {
        case searching, connecting, live, stale, lost
    }
}

/// What a sensor measures.
public enum SensorKind: String, Sendable {
    case heartRate = "heart_rate"
    case treadmill
    case footPod = "foot_pod"
}

/// The state of a run at one instant. A value that is not live is `nil`.
public struct RunSample: Equatable, Sendable {
    public var timeMilliseconds: Int64
    /// The last accepted reading, while it is younger than 5 s.
    public var heartRateBPM: Int?
    public var heartRateSource: SensorKind?
    /// The zone of ``heartRateBPM``.
    public var zone: Int?
    public var band: BandState
    public var link: LinkState
    public var phase: PhaseState
    public var session: SessionState
    public var speedCentiKmH: Int?
    public var inclinationDeciPercent: Int?
    /// Since the session began.
    public var distanceMillimetres: Int64?
    /// As the machine counts it.
    public var totalEnergyKilocalories: Int?

    public init(
        timeMilliseconds: Int64,
        heartRateBPM: Int? = nil,
        heartRateSource: SensorKind? = nil,
        zone: Int? = nil,
        band: BandState = .unknown,
        link: LinkState = .none,
        phase: PhaseState = .warmUp,
        session: SessionState = .idle,
        speedCentiKmH: Int? = nil,
        inclinationDeciPercent: Int? = nil,
        distanceMillimetres: Int64? = nil,
        totalEnergyKilocalories: Int? = nil
    ) {
        self.timeMilliseconds = timeMilliseconds
        self.heartRateBPM = heartRateBPM
        self.heartRateSource = heartRateSource
        self.zone = zone
        self.band = band
        self.link = link
        self.phase = phase
        self.session = session
        self.speedCentiKmH = speedCentiKmH
        self.inclinationDeciPercent = inclinationDeciPercent
        self.distanceMillimetres = distanceMillimetres
        self.totalEnergyKilocalories = totalEnergyKilocalories
    }
}

/// Region "session": is time being counted?
public enum SessionState: String, Sendable {
    case idle, running, ended
    case pausedUser = "paused_user"
    case pausedBelt = "paused_belt"
}

/// Region "phase": moves forward only.
public enum PhaseState: String, Sendable {
    case main
    case warmUp = "warm_up"
    case coolDown = "cool_down"
}

/// Region "link": how far the heart rate can be trusted.
public enum LinkState: String, Sendable {
    case none, good, suspect, stale, lost
    case contactLost = "contact_lost"
}

/// Region "band": where the effort is, debounced.
public enum BandState: String, Sendable {
    case unknown, below, above
    case inside = "in"
}

/// Region "belt".
public enum BeltState: String, Sendable {
    case none, moving, stopped, stale
}

/// A change of one region.
public struct RunTransition: Equatable, Sendable {
    public var timeMilliseconds: Int64
    public var change: Change

    public init(timeMilliseconds: Int64, change: Change) {
        self.timeMilliseconds = timeMilliseconds
        self.change = change
    }

    public enum Change: Equatable, Sendable {
        case session(from: SessionState, to: SessionState)
        case phase(from: PhaseState, to: PhaseState)
        case link(from: LinkState, to: LinkState)
        case band(from: BandState, to: BandState)
        case belt(from: BeltState, to: BeltState)
    }

    /// The region and its two states by the names that programs see.
    public var names: (region: String, from: String, to: String) {
        switch change {
        case .session(let from, let to): ("session", from.rawValue, to.rawValue)
        case .phase(let from, let to): ("phase", from.rawValue, to.rawValue)
        case .link(let from, let to): ("link", from.rawValue, to.rawValue)
        case .band(let from, let to): ("band", from.rawValue, to.rawValue)
        case .belt(let from, let to): ("belt", from.rawValue, to.rawValue)
        }
    }
}

/// What the runner may want to do.
public enum Cue: String, Sendable {
    case easeOff = "ease_off"
    case pickUp = "pick_up"
}

/// The totals of a session. Each of the three partitions sums up to ``elapsedMilliseconds``, exactly.
public struct RunSummary: Equatable, Sendable {
    public var elapsedMilliseconds: Int64 = 0
    public var pausedMilliseconds: Int64 = 0
    public var unknownMilliseconds: Int64 = 0
    /// Time in each zone, zone 0 first.
    public var zoneMilliseconds: [Int64] = []
    public var belowMilliseconds: Int64 = 0
    public var insideMilliseconds: Int64 = 0
    public var aboveMilliseconds: Int64 = 0
    public var warmUpMilliseconds: Int64 = 0
    public var mainMilliseconds: Int64 = 0
    public var coolDownMilliseconds: Int64 = 0
    /// `nil` when no treadmill was heard.
    public var distanceMillimetres: Int64?
    /// `nil` when no reading was accepted.
    public var heartRate: HeartRate?
    public var rrIntervalCount = 0
    public var packetCount = 0
    /// How often each oddity of the bytes occurred, by its name without parameter, in alphabetical order.
    public var issueCounts: [IssueCount] = []

    public init() {}

    public struct HeartRate: Equatable, Sendable {
        /// Weighted by the time each reading was held, rounded to the nearest.
        public var averageBPM: Int
        public var minimumBPM: Int
        public var maximumBPM: Int

        public init(averageBPM: Int, minimumBPM: Int, maximumBPM: Int) {
            self.averageBPM = averageBPM
            self.minimumBPM = minimumBPM
            self.maximumBPM = maximumBPM
        }
    }

    public struct IssueCount: Equatable, Sendable {
        public var name: String
        public var count: Int

        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }
}
