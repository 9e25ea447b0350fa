public import Practice
public import RunEngine

/// What the screen remembers of a run: the last sample, the sensors, a decimated history. Its size does not grow with
/// the run.
public struct RunSoFar: Sendable {
    private static let sensorLimit = 6
    private static let nameLimit = 24
    /// A reading counts for no longer than it is fresh.
    private static let longestHold: Int64 = 5000

    private(set) var header: SessionHeader?
    private(set) var sample: RunSample?
    private(set) var sensors: [SensorStatus] = []
    private(set) var history = RunHistory()
    private(set) var summary: RunSummary?
    /// The last one: what it says of the numbers stays true as long as they are shown.
    private(set) var notice: RunNotice?
    /// Where the runner is in their plan; `nil` for a run without one, or without an end.
    public var plan: PlanFollower? { planWatch.plan }
    private var planWatch = PlanWatch()
    /// What the runner said last of talking.
    private(set) var talk: RunTalk?
    /// The band before they said it.
    private(set) var bandBeforeTalk: TargetBand?
    /// The last one that was reached.
    private(set) var milestone: RunMilestone?
    /// What the heart rate is taken from.
    private(set) var heartRateQuality: HeartRateQuality?
    /// A heart rate that follows slowly, in 1/16 bpm: see ``slowHeartRateBPM``.
    private var slowSixteenths: Int?
    private var countedInsideMilliseconds: Int64 = 0
    private var countedPausedMilliseconds: Int64 = 0

    /// Before the first event.
    public init() {}

    /// Takes in what became known. A `session` event begins a new run and forgets the one before.
    public mutating func apply(_ event: RunEvent) {
        switch event {
        case .session(let header):
            self = RunSoFar()
            self.header = header
        case .sensor(let status): update(status)
        case .sample(let next): update(next)
        case .notice(let next): notice = next
        case .summary(let totals): summary = totals
        // The next sample, at most a second away, says the same.
        case .transition, .cue, .lap, .mark, .clock, .aim: break
        case .talk(let next):
            talk = next
            bandBeforeTalk = header?.band
            header?.band = next.band
        case .milestone(let next): milestone = next
        case .source(let change): if change.quantity == .heartRate { heartRateQuality = change.quality }
        }
        planWatch.take(event)
    }

    var word: ScreenWord { ScreenWord(of: sample, isDone: summary != nil).following(plan) }

    /// The heart rate as it has been for some ten seconds, in bpm: for a bar that does not jump with every beat.
    var slowHeartRateBPM: Int? { word == .done ? nil : slowSixteenths.map { ($0 + 8) / 16 } }

    /// A tenth of the way to a heart rate in bpm, each second.
    private static func followed(_ bpm: Int, by slow: Int?) -> Int {
        let goal = min(max(0, bpm), 1000) * 16
        return slow.map { $0 + (goal - $0) / 10 } ?? goal
    }

    /// The sample, unless the run is over and nothing is live any more.
    var live: RunSample? { word == .done ? nil : sample }

    var elapsedMilliseconds: Int64 { summary?.elapsedMilliseconds ?? sample?.timeMilliseconds ?? 0 }

    /// The totals know it exactly; until then it is counted from sample to sample.
    var insideMilliseconds: Int64 { summary?.insideMilliseconds ?? countedInsideMilliseconds }

    /// True in the last walk of a walk-run, while nothing was said of talking: the next week goes by it.
    var isTalkWanted: Bool {
        guard let plan, plan.plan.isWalkRun, talk == nil, summary == nil else { return false }
        return plan.isCoolingDown
    }

    /// What of the elapsed time was no pause.
    var movingMilliseconds: Int64 {
        let paused = summary?.pausedMilliseconds ?? countedPausedMilliseconds
        let (moving, overflow) = elapsedMilliseconds.subtractingReportingOverflow(paused)
        return overflow ? 0 : max(0, moving)
    }

    /// A total stays true when the run is over.
    var distanceMillimetres: Int64? { summary.map(\.distanceMillimetres) ?? sample?.distanceMillimetres }

    private mutating func update(_ next: RunSample) {
        if let sample { count(sample, until: next.timeMilliseconds) }
        sample = next
        history.record(next)
        slowSixteenths = next.heartRateBPM.map { Self.followed($0, by: slowSixteenths) }
    }

    /// A sample holds until the next one.
    private mutating func count(_ sample: RunSample, until end: Int64) {
        let (held, overflow) = end.subtractingReportingOverflow(sample.timeMilliseconds)
        guard !overflow, held > 0 else { return }
        switch sample.session {
        case .pausedUser, .pausedBelt:
            let (sum, overflow) = countedPausedMilliseconds.addingReportingOverflow(held)
            countedPausedMilliseconds = overflow ? .max : sum
        case .running:
            guard let band = header?.band, let heartRate = sample.heartRateBPM,
                band.lowerBPM <= heartRate, heartRate <= band.upperBPM
            else { return }
            countedInsideMilliseconds += min(held, Self.longestHold)
        case .idle, .ended: break
        }
    }

    private mutating func update(_ status: SensorStatus) {
        var status = status
        status.name = status.name.map { PrintableGlyph.cleaned($0, limit: Self.nameLimit) }
        if let known = sensors.firstIndex(where: { $0.sensor == status.sensor && $0.kind == status.kind }) {
            status.name = status.name ?? sensors[known].name
            status.batteryPercent = status.batteryPercent ?? sensors[known].batteryPercent
            sensors[known] = status
        } else {
            if sensors.count == Self.sensorLimit { sensors.removeFirst() }
            sensors.append(status)
        }
    }
}
