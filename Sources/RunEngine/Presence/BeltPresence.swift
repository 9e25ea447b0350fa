import SensorCodec

/// Finds out that nobody is on a belt that moves: what counts a runner has stopped.
///
/// Machines that notice it stop their clock, their steps or their distance while the belt runs on. Each of these is a
/// witness once it was seen to count; a counter that never moves says nothing (``StandingFields`` tells of it). Nobody is
/// there when all witnesses have been silent for ``patience`` of a moving belt: two or more of them, or one and a heart
/// that is not at work, since one counter alone may be at its end or broken. Any of them that counts again says that
/// somebody is back; a belt that stops is another matter. A belt that slows meanwhile is one whose machine pauses.
struct BeltPresence: Sendable {
    /// In ms of a moving belt.
    static let patience: Int64 = 5_000
    /// How far a heart at work falls, in bpm, when the work is over; and not by itself.
    static let recovery = 12
    /// How far the belt runs beyond the steps of a distance counter before it is silent, in mm.
    private static let slack: Int64 = 15_000
    /// How often a counter has to rise to be a witness.
    private static let risesNeeded = 3

    /// Something that counts a runner.
    private struct Witness: Sendable {
        private var counter = MachineCounter()
        private var rises = 0
        private var largestStep: Int64 = 0
        /// How long the belt had moved in ms, and how far in mm, at the last rise.
        private var lastRise: (moved: Int64, way: Int64) = (0, 0)

        /// Takes a number at a time in ms; true when it has risen.
        mutating func tell(_ number: Int64, belt: BeltWay, at time: Int64) -> Bool {
            let old = counter.value
            guard counter.tell(number, at: time), let old else {
                if old == nil { lastRise = (belt.movedMilliseconds, belt.millimetres) }
                return false
            }
            lastRise = (belt.movedMilliseconds, belt.millimetres)
            // A reset is no evidence of a runner, but no silence either.
            guard number > old else { return true }
            if rises < BeltPresence.risesNeeded { rises += 1 }
            largestStep = max(largestStep, min(number - old, 100))
            return true
        }

        func isWitness(at time: Int64, hold: Int64) -> Bool {
            rises == BeltPresence.risesNeeded && time - counter.toldAt < hold
        }

        /// True when it would have counted by now. `isDistance`: it counts metres, which take a way.
        func isSilent(belt: BeltWay, isDistance: Bool) -> Bool {
            let isLong = belt.movedMilliseconds - lastRise.moved >= BeltPresence.patience
            let way = belt.millimetres - lastRise.way
            return isLong && (!isDistance || way >= 3 * largestStep * 1000 + BeltPresence.slack)
        }
    }

    private var belt = BeltWay()
    private var clock = Witness()
    private var steps = Witness()
    private var distance = Witness()
    /// The heart rate in bpm when a witness last counted.
    private var bpmAtWork: Int?
    /// The belt's speed in 0.01 km/h, now and when a witness last counted.
    private var speed = 0
    private var speedAtWork = 0
    /// True while the belt moves and carries nobody on.
    private(set) var isIdle = false

    /// True while it runs on with nobody on it; false for one that slows, as that of a machine that pauses does.
    var isUnattended: Bool { isIdle && speedAtWork - speed < MachinePause.felt }

    /// Takes a value of the machine, a whole record or a part, at a time in ms. `bpm`: the heart rate, if it is trusted.
    mutating func take(_ data: TreadmillData, bpm: Int?, at time: Int64, hold: Int64) {
        belt.advance(to: time, hold: hold)
        if let speed = data.instantaneousSpeedCentiKmH {
            belt.tell(speed)
            self.speed = Int(speed)
        }
        let hasCounted = takeCounters(of: data, at: time)
        if hasCounted || !belt.isMoving {
            isIdle = false
            speedAtWork = speed
            bpmAtWork = bpm ?? bpmAtWork
        } else if !isIdle {
            isIdle = isNobodyThere(bpm: bpm, at: time, hold: hold)
        }
    }

    /// Each counter is told, whatever the others say.
    private mutating func takeCounters(of data: TreadmillData, at time: Int64) -> Bool {
        var hasCounted = false
        if let seconds = data.elapsedTimeSeconds, clock.tell(Int64(seconds), belt: belt, at: time) { hasCounted = true }
        if let count = data.stepCount, steps.tell(Int64(count), belt: belt, at: time) { hasCounted = true }
        if let metres = data.totalDistanceMetres, distance.tell(Int64(metres), belt: belt, at: time) {
            hasCounted = true
        }
        return hasCounted
    }

    private func isNobodyThere(bpm: Int?, at time: Int64, hold: Int64) -> Bool {
        var witnesses = 0
        func isSilent(_ witness: Witness, isDistance: Bool = false) -> Bool {
            guard witness.isWitness(at: time, hold: hold) else { return true }
            witnesses += 1
            return witness.isSilent(belt: belt, isDistance: isDistance)
        }
        guard isSilent(clock), isSilent(steps), isSilent(distance, isDistance: true) else { return false }
        return witnesses >= 2 || witnesses == 1 && isHeartAtRest(bpm: bpm)
    }

    /// A heart that was never heard says nothing, and so does not speak for an empty belt.
    private func isHeartAtRest(bpm: Int?) -> Bool {
        guard let bpmAtWork else { return false }
        return bpm.map { $0 <= bpmAtWork - Self.recovery } ?? true
    }
}
