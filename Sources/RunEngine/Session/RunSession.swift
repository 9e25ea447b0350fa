import SensorCodec

/// A run as it comes in: the thing that sources feed and sinks read.
///
/// `f(packets) = events`: what comes out depends on the inputs and their times alone. ``advance(toUnixMicroseconds:)``
/// may be called as often as one likes, or never: it only makes events come sooner.
///
/// - The session begins with the first heart-rate or treadmill value that holds anything: not with the null values that
///   a machine sends when it wakes, or a strap that nobody wears. Before it, names and battery levels are remembered,
///   null values are counted, and everything else is ignored.
/// - Times are microseconds since 1970-01-01 UTC on the recording's axis, and any `Int64` may come. Session time is
///   what has passed since the first value, in whole ms, rounded down. A late stamp is taken as now. Of a silence, six
///   hours count at most: a longer jump is a clock that was set, or a runner who went home.
/// - A sample comes at every whole second of session time. It reflects all that is stamped up to that second, and so
///   comes once time has moved beyond. After ten minutes without an input there is nothing new to say, and samples
///   cease until the next input; time goes on being counted.
/// - Events come in the order of time: `.session` first, `.summary` last.
public struct RunSession: Sendable {
    /// The runner's zones and target band.
    public let plan: ZonePlan
    /// Where the packets come from.
    public let source: SessionHeader.Source
    /// What was fixed when the session began; `nil` before.
    public private(set) var header: SessionHeader?
    /// True from the first value on that holds anything.
    public private(set) var hasBegun = false
    /// True after ``finish()``: nothing is taken any more.
    public private(set) var isFinished = false

    var engine: ZoneEngine
    var sensors: SensorRegistry
    var heartRate = HeartRateFeed()
    var treadmill = TreadmillFeed()
    var motion = MotionFeed()
    var laps = LapBook()
    var milestones: MilestoneWatch
    var talkNudge = TalkNudge()
    var intervals = IntervalQueue()
    var sources = Sources()
    var tally = PacketTally()
    var pendingFindings = PendingFindings()
    var told = ToldFindings()
    var metrics = RunMetrics()
    /// True where the runner asked for the variability.
    let followsVariability: Bool
    var variability = HeartRateVariabilityMonitor()
    /// True once a belt has moved, and since when it has stood, in ms.
    var hasBeltMoved = false
    var beltStandsSince: Int64?
    var events: [RunEvent] = []
    private var clock: SessionClock?
    private var nextSample: Int64 = 0

    /// How long samples go on without an input, in ms.
    static let longestSampledSilence: Int64 = 600_000

    /// A session that waits for its first packet.
    public init(
        plan: ZonePlan,
        source: SessionHeader.Source,
        configuration: ZoneEngine.Configuration = .init()
    ) {
        self.plan = plan
        self.source = source
        milestones = MilestoneWatch(floorBPM: plan.moderateFloorBPM)
        engine = ZoneEngine(zones: plan.zones, target: plan.band, configuration: configuration)
        followsVariability = plan.optionalFigures.contains(.variability)
        sensors = SensorRegistry(staleAfter: configuration.hold, lostAfter: configuration.lost)
    }

    /// Takes an input at its time, in microseconds since 1970-01-01 UTC.
    public mutating func apply(_ input: RunInput, atUnixMicroseconds time: Int64) {
        guard !isFinished else { return }
        if !hasBegun { begin(with: input, at: time) }
        guard hasBegun else { return remember(input, atUnixMicroseconds: time) }
        clock?.advance(to: time)
        settle()
        clock?.noteInput(at: time)
        skipUnsampledSilence()
        perform(input)
        forwardOutputs()
    }

    /// Settles everything up to a time, in microseconds since 1970-01-01 UTC.
    public mutating func advance(toUnixMicroseconds time: Int64) {
        guard hasBegun, !isFinished else { return }
        clock?.advance(to: time)
        settle()
    }

    /// Ends the session at the time reached: the sample of this instant if it is a whole second, then the summary.
    ///
    /// A session that never began has no events.
    public mutating func finish() {
        guard hasBegun, !isFinished else { return }
        // A resume at this very instant may have made something due.
        settle()
        if isSampleDue(before: now + 1) { events.append(.sample(sample)) }
        endLastLap()
        engine.stop(at: now)
        forwardOutputs()
        keepRestAfterRun()
        events.append(.summary(summary))
        isFinished = true
    }

    /// Hands over the events that have gathered, in order, and forgets them (also when `body` throws).
    public mutating func drainEvents<Failure: Error>(_ body: (RunEvent) throws(Failure) -> Void) throws(Failure) {
        if events.isEmpty { return }
        defer { events.removeAll(keepingCapacity: true) }
        for index in events.indices { try body(events[index]) }
    }

    /// When the session will be this old, in microseconds since 1970-01-01 UTC; `nil` before it. The next input may cut a
    /// silence short, and so put it off.
    public func unixMicroseconds(ofMilliseconds milliseconds: Int64) -> Int64? {
        clock?.time(ofMilliseconds: milliseconds)
    }

    /// Session time in ms.
    var now: Int64 { clock?.milliseconds ?? 0 }
}

// MARK: - The passing of time

extension RunSession {
    private mutating func begin(with input: RunInput, at time: Int64) {
        guard case .value(let value, let sensor) = input, value.beginsSession else { return }
        clock = SessionClock(zeroAt: time)
        hasBegun = true
        let header = SessionHeader(
            id: SessionName.make(unixMicroseconds: time, sensor: sensor),
            startedAtUnixMicroseconds: time,
            source: source,
            zones: plan.zones,
            band: plan.band,
            basis: plan.basis
        )
        self.header = header
        heartRate.rememberSilentSensor(whenSessionBeginsAt: time)
        events.append(.session(header))
        engine.start(at: 0)
    }

    /// Lets everything happen that is due by now, in the order of time: at one instant the zone engine's deadlines
    /// first, then the sensors', then the sample if time goes beyond it.
    private mutating func settle() {
        let end = now
        while true {
            let sampleTime = isSampleDue(before: end) ? nextSample : nil
            let stop = min(end, sampleTime ?? end, sensors.nextDeadline ?? end)
            engine.advance(to: stop)
            if followsVariability { variability.advance(to: stop) }
            forwardOutputs()
            fadeSensors(at: stop)
            if stop == sampleTime {
                events.append(.sample(sample))
                noteMilestones(at: stop)
                intervals.removeNext()
                nextSample += 1000
            } else if stop == end {
                return
            }
        }
    }

    private func isSampleDue(before time: Int64) -> Bool {
        let lastInput = clock?.lastInputMilliseconds ?? 0
        return nextSample < time && nextSample <= lastInput + Self.longestSampledSilence
    }

    /// After a long silence, samples go on at the next whole second.
    private mutating func skipUnsampledSilence() {
        if nextSample < now { nextSample = (now + 999) / 1000 * 1000 }
    }

    private mutating func fadeSensors(at time: Int64) {
        while let index = sensors.fadeOne(by: time) { tell(index) }
    }

    /// Passes on what the zone engine has to say, and books the time that has passed.
    mutating func forwardOutputs() {
        bookTime()
        if engine.outputs.isEmpty { return }
        for index in engine.outputs.indices { events.append(RunEvent(engine.outputs[index])) }
        engine.outputs.removeAll(keepingCapacity: true)
    }
}

extension RunEvent {
    fileprivate init(_ output: ZoneEngine.Output) {
        switch output {
        case .transition(let transition): self = .transition(transition)
        case .cue(let cue, let time): self = .cue(cue, atMilliseconds: time)
        }
    }
}

extension CharacteristicValue {
    /// True for what a session can begin with: signs that somebody is there.
    fileprivate var beginsSession: Bool {
        switch self {
        case .heartRateMeasurement(let measurement): !measurement.isNull
        case .treadmillData(let data): !data.isNull
        case .rscMeasurement(let measurement): measurement.instantaneousSpeedRaw ?? 0 > 0
        default: false
        }
    }
}
