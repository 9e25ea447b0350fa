/// The live zone engine: where the effort is, how far the reading can be trusted, and where each millisecond goes.
///
/// A pure value, driven by events and by explicit deadlines, never polled. Every time-out is a deadline;
/// ``advance(to:)`` fires those that are due, in the order of their times, and each event first advances to its own
/// time. So the outcome depends on the events alone, not on how often or in what steps time was told. A deadline at
/// the time of an event comes before it: a reading is held on `[t, t + hold)`.
///
/// Five regions change independently: ``session``, ``phase``, ``link``, ``band`` and ``belt``. Their changes and the
/// cues gather in ``outputs`` until the owner clears them.
///
/// Times are milliseconds on one axis of the owner's. A time before ``now`` is taken as now and counted late. Any
/// `Int64` may come: a time outside ``timeRange`` is taken as its nearer end, which keeps every sum within `Int64`.
public struct ZoneEngine: Sendable {
    /// The zones that time is sorted into.
    public let zones: ZoneSet
    /// The heart rates to aim for.
    public private(set) var target: TargetBand
    /// The constants of this run.
    public let configuration: Configuration

    /// Region "session".
    public internal(set) var session = SessionState.idle
    /// Region "phase".
    public internal(set) var phase = PhaseState.warmUp
    /// Region "link".
    public internal(set) var link = LinkState.none
    /// Region "band".
    public internal(set) var band = BandState.unknown
    /// Region "belt".
    public internal(set) var belt = BeltState.none

    /// Where the time has gone so far.
    public internal(set) var account: TimeAccount
    /// What became of the events so far.
    public internal(set) var counts = EventCounts()
    /// What changed since the owner last cleared this, in the order of time; clear it keeping the capacity.
    public var outputs: [Output] = []
    /// The stretches of time that passed since the owner last cleared this, without a gap; clear it keeping the capacity.
    var stretches: [Stretch] = []

    /// The time in ms up to which everything is settled; before the first event, the start of ``timeRange``.
    public internal(set) var now = Self.timeRange.lowerBound
    /// The last accepted reading.
    var held: Reading?
    /// The readings that the slew rule refused since the last accepted one.
    var suspects = ReadingWindow()
    /// The accepted readings that the median is taken of.
    var window = ReadingWindow()
    /// The median heart rate in bpm that the band follows.
    var medianBPM: Int?
    /// The band that will be taken unless the effort changes before.
    var pendingBand: PendingBand?
    /// What is due in the warm-up.
    var warmUp = WarmUp()
    /// When to speak, and when last spoken.
    var cues: CueState
    /// What the treadmill told last.
    var beltReading: BeltReading?
    /// True while the belt runs without the runner.
    public internal(set) var isBeltHeld = false
    /// The last change of speed that was large enough to be felt.
    var beltChange: BeltChange?
    /// The sum behind ``distanceMillimetres``, in 0.01 km/h x ms, each speed counted twice.
    var doubleDistance: Int64 = 0

    /// An idle engine.
    public init(zones: ZoneSet, target: TargetBand, configuration: Configuration = Configuration()) {
        precondition(configuration.isUsable)
        self.zones = zones
        self.target = target
        self.configuration = configuration
        account = TimeAccount(zoneCount: zones.count)
        cues = CueState(gap: configuration.cueGap)
    }

    /// The times that are told apart, in ms: some 557 years either side of zero.
    public static let timeRange: ClosedRange<Int64> = -(1 << 44)...(1 << 44)
}

extension ZoneEngine {
    /// The runner aims at another band from now on: time that has passed stays where it was counted.
    mutating func aim(at band: TargetBand) {
        target = band
        if isHeartRateTrusted, let medianBPM { judge(medianBPM: medianBPM) }
    }

    /// Something that the owner should pass on.
    public enum Output: Equatable, Sendable {
        /// A region changed.
        case transition(RunTransition)
        /// The runner may want to change the effort; the time is in ms.
        case cue(Cue, atMilliseconds: Int64)
    }

    /// A stretch of a session in which nothing changed that the engine knows of.
    struct Stretch: Equatable, Sendable {
        /// From when on, in ms.
        var start: Int64
        /// Until when, in ms.
        var end: Int64
        var session: SessionState
        var phase: PhaseState
        /// The heart rate that counted, in bpm.
        var heartRateBPM: Int?
    }

    /// What became of the events.
    public struct EventCounts: Equatable, Sendable {
        /// Readings that were believed.
        public internal(set) var accepted = 0
        /// Readings without skin contact or outside the plausible range.
        public internal(set) var rejected = 0
        /// Readings that jumped too far to be believed at once.
        public internal(set) var suspect = 0
        /// Jumps that were believed after all, since the readings agreed.
        public internal(set) var relocked = 0
        /// Events whose time lay before that of an earlier one.
        public internal(set) var late = 0
    }

    /// True while the last accepted reading counts.
    @inline(__always)
    public var isHeartRateTrusted: Bool { link == .good || link == .suspect }

    /// The last accepted reading in bpm, however old; see ``isHeartRateTrusted``.
    public var lastHeartRateBPM: Int? { held?.bpm }

    /// The distance by our own integral of the belt speed since the session began, in mm.
    ///
    /// Trapezoids between readings at most ``Configuration/beltHold`` apart, none while the runner paused.
    public var distanceMillimetres: Int64 { doubleDistance / 720 }
}
