import SensorCodec

/// How far the heart rate of the sensor in use can be believed: all checks together.
struct HeartRateTrust: Sendable {
    private var intervals = IntervalChecks()
    private var lock = CadenceLock()
    private var noise = NoiseWatch()
    /// By the sensor's place on the body.
    private var placeDoubts: HeartRateDoubts = []

    /// All doubts at present.
    var doubts: HeartRateDoubts {
        placeDoubts.union(intervals.doubts).union(lock.doubts).union(noise.isNoisy ? .noisy : [])
    }

    /// Another sensor is listened to: what the last one showed is no evidence about it.
    mutating func forgetSensor(speedCentiKmH: Int?, at time: Int64) {
        self = HeartRateTrust()
        if let speedCentiKmH { lock.tell(speedCentiKmH: speedCentiKmH, at: time) }
    }

    /// The belt's speed, in 0.01 km/h, at a time in ms.
    mutating func tell(speedCentiKmH: Int, at time: Int64) {
        lock.tell(speedCentiKmH: speedCentiKmH, at: time)
    }

    /// A value of the sensor, with what its place on the body is.
    mutating func take(
        _ measurement: HeartRateMeasurement,
        _ verdict: BodyContact.Verdict,
        isStanding: Bool,
        at time: Int64,
        hold: Int64
    ) {
        placeDoubts = []
        if verdict == .wornAgainstFlag { placeDoubts.insert(.flagContradicted) }
        if isStanding, verdict.isUsable { placeDoubts.insert(.standing) }
        if verdict.isUsable { intervals.take(measurement, at: time, hold: hold) }
    }

    /// What the zone engine made of a reading. `cadence` of one foot or of both, in 1/min.
    mutating func judged(
        _ bpm: Int,
        isAccepted: Bool,
        cadence: Int?,
        tellsIntervals: Bool,
        at time: Int64
    ) {
        noise.take(isRefused: !isAccepted, at: time)
        if isAccepted { lock.take(bpm, cadence: cadence, tellsIntervals: tellsIntervals, at: time) }
    }
}
