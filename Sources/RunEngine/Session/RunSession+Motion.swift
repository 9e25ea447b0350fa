import SensorCodec

/// How fast and how far the runner moves, by whatever tells it: a machine first, else a foot pod.
struct MotionFeed: Sendable {
    /// The foot pod in use: the first that sends, until it is lost.
    var pod: SensorIdentity?
    /// By the foot pod, in 0.01 km/h.
    var podSpeedCentiKmH = Aged<Int>()
    /// Since when the foot pod has told that it stands, in ms.
    var podStandsSince: Int64?
    /// Landings in a minute, of one foot or of both: foot pods differ.
    var cadencePerMinute = Aged<Int>()
    /// Told anew with each speed and with each counter of the machine, in mm.
    var distanceMillimetres = Aged<Int64>()
    var distance = DistanceMeter()
    /// True once there was anything that makes a distance.
    var isMeasured = false

    /// How long a foot pod has to tell that it stands, in ms: a stride that it misses is no pause.
    static let podPatience: Int64 = 3_000
    /// For how long a machine's speed keeps the foot pod's out, in ms: less than a speed counts, so that there is no hole.
    static let machinePatience: Int64 = 3_000
}

extension RunSession {
    /// The speed that counts, in 0.01 km/h, at a time in ms: the machine's while it is fresh, else the foot pod's.
    func speedCentiKmH(at time: Int64) -> Int? {
        let hold = engine.configuration.beltHold
        return treadmill.speedCentiKmH.value(at: time, hold: hold)
            ?? motion.podSpeedCentiKmH.value(at: time, hold: hold)
    }

    var cadencePerMinute: Int? { motion.cadencePerMinute.value(at: engine.now, hold: engine.configuration.hold) }

    /// A value of the foot pod in use: its cadence counts always, its speed while no machine tells one.
    mutating func take(_ measurement: RSCMeasurement, from sensor: SensorIdentity) {
        if let cadence = measurement.instantaneousCadencePerMinute {
            motion.cadencePerMinute.tell(Int(cadence), at: now)
            noteSource(.cadence, sensor, .footPod)
        }
        guard let raw = measurement.instantaneousSpeedRaw else { return }
        // 1/256 m/s are 45/32 of 0.01 km/h; rounded to the nearest.
        let speed = UInt16(clamping: (Int(raw) * 45 + 16) / 32)
        motion.podSpeedCentiKmH.tell(Int(speed), at: now)
        if treadmill.speedCentiKmH.value(at: now, hold: MotionFeed.machinePatience) != nil { return }
        motion.podStandsSince = speed == 0 ? motion.podStandsSince ?? now : nil
        if let since = motion.podStandsSince, now - since < MotionFeed.podPatience { return }
        engine.holdBelt(false, at: now)
        move(at: speed, by: sensor, as: .footPod)
    }

    /// The runner moves at a speed in 0.01 km/h.
    mutating func move(at speed: UInt16, by sensor: SensorIdentity, as kind: SensorKind) {
        engine.beltSample(speed, at: now)
        motion.isMeasured = true
        motion.distance.follow(integral: engine.distanceMillimetres)
        motion.distanceMillimetres.tell(motion.distance.millimetres, at: now)
        noteBeltForVariability(stands: speed == 0)
        heartRate.trust.tell(speedCentiKmH: Int(speed), at: now)
        noteSource(.speed, sensor, kind)
    }
}
