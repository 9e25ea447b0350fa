import SensorCodec

/// A virtual gym: a runner on a treadmill, made of physiology and mechanics, that speaks in packets as real sensors do.
///
/// It knows no clock: time is told to it. The same plan and the same keys at the same seconds give the same octets on
/// every machine, whatever the steps in which time is told. Inside, a step is one second; keys and faults are there from
/// the next second on.
public struct Gym: Sendable {
    /// Who runs, and what happens.
    public let plan: GymPlan
    /// True once everything has been told.
    public private(set) var isOver = false

    private var runner: RunnerModel
    var belt = BeltModel()
    var console = TreadmillConsole()
    var heartRate: HeartRateSensor
    var links: GymLinks
    var faults = FaultClock()
    private var steps: ArraySlice<GymStep>
    private var pacing: PacingHand?
    private var keys: [GymKey] = []
    /// The heart rate in bpm that the runner last saw; `nil` while the sensor tells none.
    var shownBPM: Int?
    /// Whole seconds that have been simulated.
    var second = 0
    /// What has happened and was not told of yet, in the order of time.
    var pending: ArraySlice<GymEvent> = []

    /// A gym that opens now.
    public init(_ plan: GymPlan) {
        self.plan = plan
        runner = RunnerModel(plan.runner, seed: plan.seed)
        heartRate = HeartRateSensor(plan.script.heartRateSensor, seed: plan.seed ^ 0x6F70_7469_6361_6C)
        links = GymLinks(heartRate: plan.script.heartRateSensor, seed: plan.seed ^ 0x6C69_6E6B_73)
        steps = plan.steps[...]
        connect(links.heartRate.sensor, atMilliseconds: 200)
        connect(links.treadmill.sensor, atMilliseconds: 600)
    }

    /// The heart-rate sensor and the treadmill.
    public var sensors: [GymSensor] { [heartRate.sensor, .treadmill] }

    /// The true heart rate, in bpm: what a perfect sensor would measure.
    public var heartRateBPM: Double { runner.heartRateBPM }

    /// The belt's own speed, in 0.01 km/h.
    public var speedCentiKmH: Int { belt.speedCentiKmH }

    /// The belt's own incline, in 0.1 %.
    public var inclineDeciPercent: Int { belt.inclineDeciPercent }

    /// Lets time go on to so many ms since the gym opened; answers what came meanwhile, in the order of time.
    public mutating func advance(toMilliseconds time: Int64) -> [GymEvent] {
        while !isAtEnd, secondEnds <= time { simulateSecond() }
        let end = pending.firstIndex { $0.timeMilliseconds > time } ?? pending.endIndex
        let told = Array(pending[..<end])
        pending = pending[end...]
        if isAtEnd, pending.isEmpty { isOver = true }
        return told
    }

    /// When something comes next at the earliest, in ms since the gym opened; `nil` at the end.
    public var nextMilliseconds: Int64? {
        if let first = pending.first { return first.timeMilliseconds }
        return isAtEnd ? nil : secondEnds
    }

    /// Somebody presses a key of the console. From then on the belt is theirs, until the script goes over to another
    /// speed.
    public mutating func press(_ key: GymKey) { keys.append(key) }

    /// Something goes wrong for so many seconds.
    public mutating func cause(_ fault: GymFault, forSeconds seconds: Int) {
        faults.begin(fault, atSecond: second, seconds: seconds)
    }

    private var isAtEnd: Bool { second >= plan.script.seconds }

    /// When the second that is being simulated ends, in ms since the gym opened: what it brings comes from then on.
    var secondEnds: Int64 { Int64(second + 1) * 1000 }

    // MARK: - A second

    private mutating func simulateSecond() {
        act()
        pressKeys()
        pace()
        let isOccupied = !faults.has(.steppedOff, atSecond: second)
        let way = belt.step()
        console.count(belt, way: way, isOccupied: isOccupied)
        let intervals = runner.step(
            speedKmH: isOccupied ? Double(belt.speedCentiKmH) / 100.0 : 0.0,
            gradePercent: isOccupied ? Double(belt.inclineDeciPercent) / 10.0 : 0.0
        )
        let measurement = heartRate.measure(
            runner,
            intervals: intervals,
            cadencePerMinute: isOccupied ? Cadence.perMinute(speedCentiKmH: belt.speedCentiKmH) : 0,
            faults: faults,
            atSecond: second
        )
        followLinks()
        tellValues(measurement)
        second += 1
        if isAtEnd { tell(.over, atMilliseconds: plan.lastMilliseconds) }
    }

    /// What the script has for this second.
    private mutating func act() {
        while let step = steps.first, step.second <= second {
            steps.removeFirst()
            switch step.action {
            case .start: start()
            case .speed(let speed):
                pacing = nil
                command(speedCentiKmH: speed)
            case .pace:
                pacing = PacingHand(band: plan.band, fromSecond: second)
                command(speedCentiKmH: PacingHand.firstCentiKmH)
            case .stop: stop()
            case .fault(let fault, let seconds): faults.begin(fault, atSecond: second, seconds: seconds)
            }
        }
    }

    private mutating func pressKeys() {
        for key in keys {
            pacing = nil
            switch key {
            case .faster where !belt.isRunning, .start: start()
            case .faster: command(speedCentiKmH: belt.askedCentiKmH + Self.speedStep)
            case .slower where belt.askedCentiKmH <= belt.limits.speed.lowerBound, .stop: stop()
            case .slower: command(speedCentiKmH: belt.askedCentiKmH - Self.speedStep)
            case .steeper: command(inclineDeciPercent: belt.askedDeciPercent + belt.limits.inclineStep)
            case .flatter: command(inclineDeciPercent: belt.askedDeciPercent - belt.limits.inclineStep)
            }
        }
        keys = []
    }

    private mutating func pace() {
        let wanted = pacing?.look(bpm: shownBPM, speedCentiKmH: belt.askedCentiKmH, atSecond: second)
        if let wanted { command(speedCentiKmH: wanted) }
    }

    /// What a key changes, in 0.01 km/h.
    private static let speedStep = 50

    // MARK: - The belt, and what it says of it

    private mutating func start() {
        if belt.isRunning { return }
        belt.start()
        tell(FitnessMachineStatus(.startedOrResumedByUser))
    }

    private mutating func stop() {
        guard belt.isRunning else { return }
        belt.stop()
        var status = FitnessMachineStatus(.stoppedOrPausedByUser)
        status.stopOrPause = .stop
        tell(status)
    }

    private mutating func command(speedCentiKmH: Int) {
        guard let speed = belt.command(speedCentiKmH: speedCentiKmH) else { return }
        tell(.targetSpeedChanged(centiKmH: UInt16(speed)))
    }

    private mutating func command(inclineDeciPercent: Int) {
        guard let incline = belt.command(inclineDeciPercent: inclineDeciPercent) else { return }
        tell(.targetInclinationChanged(deciPercent: Int16(incline)))
    }

    private mutating func tell(_ status: FitnessMachineStatus) {
        guard links.treadmill.isUp else { return }
        tell(
            .fitnessMachineStatus(status),
            of: GymCharacteristic.fitnessMachineStatus,
            from: .treadmill,
            atMilliseconds: secondEnds + 5
        )
    }
}
