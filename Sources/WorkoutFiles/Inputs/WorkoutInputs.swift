public import RunEngine
public import SensorCodec

/// A run of a file as what a run is made of: values of sensors, and what the runner did, in the order of time.
///
/// So zones, band and figures of a file come from the one engine. Each record becomes a heart-rate value and a value of
/// what moves: treadmill data on a treadmill, else that of a foot pod, whose speed follows the distance of the file.
///
/// Watches that record only what changes leave up to ``WorkoutLimits/longestHold`` between two records while the timer
/// runs: there the values of the earlier record hold, once a second, so that time in zones is right; the distance
/// rises evenly, and intervals between beats come in the seconds that they fill. Over longer gaps nothing is known.
public struct WorkoutInputs: Sequence, IteratorProtocol {
    /// An input, and when it came in microseconds since 1970-01-01 UTC.
    public struct Timed: Equatable, Sendable {
        /// In microseconds since 1970-01-01 UTC.
        public var unixMicroseconds: Int64
        /// What came.
        public var input: RunInput
    }

    /// Whose values the heart rates are.
    public static let strap = SensorIdentity(nameless: 1)
    /// Whose values the speeds of a treadmill are.
    public static let treadmill = SensorIdentity(nameless: 2)
    /// Whose values cadences are, and speeds off a treadmill.
    public static let footPod = SensorIdentity(nameless: 3)
    /// More intervals than beats of one second, or of a burst after some.
    private static let mostIntervals = 32

    private let workout: Workout
    /// What the runner did, in ms since the beginning, in the order of time.
    private var deeds: ArraySlice<(time: Int64, input: RunInput)>
    /// The pauses that have not ended.
    private var pauses: ArraySlice<Workout.Pause>
    private var motion: FileMotion
    /// The record that is played, and the seconds since it.
    private var index = 0
    private var second = 0
    /// True once a record was played: a session that begins in a pause has to hear of it then.
    private var hasBegun = false
    private var queue: [Timed] = []
    private var place = 0

    /// The inputs of a run.
    public init(_ workout: Workout) {
        self.workout = workout
        deeds = Self.deeds(of: workout)[...]
        pauses = workout.pauses[...]
        motion = FileMotion(workout)
        for (kind, sensor) in [
            (SensorKind.heartRate, Self.strap), (.treadmill, Self.treadmill), (.footPod, Self.footPod),
        ] {
            let name = workout.sensors.first { $0.kind == kind }?.name ?? workout.creator
            if let name { add(.name(name, of: sensor), at: 0) }
        }
    }

    /// When the run ends, in microseconds since 1970-01-01 UTC.
    public var endUnixMicroseconds: Int64 { (workout.startUnixMilliseconds + workout.elapsedMilliseconds) * 1000 }

    private static func deeds(of workout: Workout) -> [(time: Int64, input: RunInput)] {
        var deeds: [(time: Int64, input: RunInput)] = []
        for pause in workout.pauses {
            deeds.append((pause.beganMilliseconds, .pause))
            deeds.append((pause.endedMilliseconds, .resume))
        }
        // The last lap ends with the run.
        for lap in workout.laps.dropLast() { deeds.append((lap.endedMilliseconds, .lap)) }
        for mark in workout.marks { deeds.append((mark.timeMilliseconds, .mark(mark.text))) }
        return deeds.sorted { $0.time < $1.time }
    }

    public mutating func next() -> Timed? {
        while place == queue.count {
            queue.removeAll(keepingCapacity: true)
            place = 0
            if index < workout.records.count {
                playSecond()
            } else if let deed = deeds.popFirst() {
                add(deed.input, at: deed.time)
            } else {
                return nil
            }
        }
        defer { place += 1 }
        return queue[place]
    }

    private mutating func add(_ input: RunInput, at time: Int64) {
        queue.append(Timed(unixMicroseconds: (workout.startUnixMilliseconds + time) * 1000, input: input))
    }

    /// How many seconds the values of the record hold, 1 for none but its own.
    private var heldSeconds: Int {
        let record = workout.records[index]
        guard index + 1 < workout.records.count else { return 1 }
        let gap = workout.records[index + 1].timeMilliseconds - record.timeMilliseconds
        if gap > WorkoutLimits.longestHold { return 1 }
        let pause = pauses.first { $0.endedMilliseconds > record.timeMilliseconds }
        let left = Swift.min(gap, Swift.max(1, (pause?.beganMilliseconds ?? .max) - record.timeMilliseconds))
        return Int((left + 999) / 1000)
    }

    /// The values of one second, and what the runner did before.
    private mutating func playSecond() {
        let record = workout.records[index]
        let held = heldSeconds
        let time = record.timeMilliseconds + Int64(second) * 1000
        while let pause = pauses.first, pause.endedMilliseconds <= time { pauses.removeFirst() }
        while let deed = deeds.first, deed.time <= time {
            deeds.removeFirst()
            add(deed.input, at: deed.time)
        }
        let isPaused = (pauses.first?.beganMilliseconds ?? .max) <= time
        playHeartRate(of: record, held: held, at: time)
        // Off a treadmill, moving about in a pause is none of the run.
        if !isPaused || workout.isTreadmill { playMotion(of: record, at: time) }
        if isPaused, !hasBegun { add(.pause, at: time) }
        hasBegun = true
        second += 1
        if second >= held {
            index += 1
            second = 0
        }
    }

    private mutating func playHeartRate(of record: Workout.Record, held: Int, at time: Int64) {
        guard record.heartRateBPM != nil || !record.rrIntervals.isEmpty else { return }
        var value = HeartRateMeasurement()
        value.heartRateBPM = record.heartRateBPM.map { UInt16(clamping: $0) }
        var sum = 0
        for place in 0..<record.rrIntervals.count where value.rrIntervals.count < Self.mostIntervals {
            if Swift.min(sum / 1024, held - 1) == second { value.rrIntervals.append(record.rrIntervals[place]) }
            sum += Int(record.rrIntervals[place])
        }
        if value.heartRateBPM == nil, value.rrIntervals.isEmpty { return }
        add(.value(.heartRateMeasurement(value), from: Self.strap), at: time)
    }

    private mutating func playMotion(of record: Workout.Record, at time: Int64) {
        let moment = motion.moment(index, at: time)
        if workout.isTreadmill {
            var data = TreadmillData()
            data.instantaneousSpeedCentiKmH = moment.speedCentiKmH.map { UInt16(clamping: $0) }
            data.totalDistanceMetres = moment.distanceMillimetres.map { UInt32(clamping: $0 / 1000) }
            data.inclinationDeciPercent = record.inclinationDeciPercent.map { Int16(clamping: $0) }
            data.totalEnergyKilocalories = record.energyKilocalories.map { UInt16(clamping: $0) }
            if data != TreadmillData() { add(.value(.treadmillData(data), from: Self.treadmill), at: time) }
        }
        var pod = RSCMeasurement()
        pod.instantaneousCadencePerMinute = record.stepsPerMinute.map { UInt8(clamping: ($0 + 1) / 2) }
        if !workout.isTreadmill {
            pod.instantaneousSpeedRaw = moment.speedCentiKmH.map { UInt16(clamping: Workout.podSpeed($0)) }
        }
        if pod != RSCMeasurement() { add(.value(.rscMeasurement(pod), from: Self.footPod), at: time) }
    }
}
