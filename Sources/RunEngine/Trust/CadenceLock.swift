/// Finds an optical sensor that counts steps for beats: the heart rate jumps to the cadence, and stays on it.
///
/// With a cadence: within ``closeness`` of it (of one foot or of both) for ``proof``, having moved by ``leap`` within
/// ``leapTime`` to get there, with no felt change of the belt in the ``calm`` before. Without: the same leap, into the
/// cadences that runners have, and then ``proof`` and a half of a steadiness that no heart has. A sensor that tells
/// intervals hears the heart, and is never suspected.
struct CadenceLock: Sendable {
    /// In bpm.
    static let closeness = 3
    /// In ms.
    static let proof: Int64 = 20_000
    /// In bpm.
    static let leap = 12
    /// In ms.
    static let leapTime: Int64 = 20_000
    /// In ms.
    static let calm: Int64 = 90_000
    /// In 0.01 km/h.
    static let feltSpeedChange = 50
    /// In bpm.
    static let usualCadence = 150...190
    /// How long the steadiness is looked at, in ms.
    static let steadyTime: Int64 = 30_000
    /// In a second at most one reading is kept, and so of a leap's time at most this many.
    private static let kept = 21

    /// The readings of the last ``leapTime``, thinned out to one in a second.
    private var readings = ReadingWindow()
    private var lastBeltSpeed: Int?
    private var beltChangedAt = Int64.min / 2
    /// Since when the heart rate is on the cadence, in ms.
    private var onCadenceSince: Int64?
    /// After a leap into the usual cadences: its readings.
    private var landing: Landing?
    private(set) var doubts: HeartRateDoubts = []

    private struct Landing: Sendable {
        /// In ms.
        var since: Int64
        var count = 0
        var sum = 0
        var squares = 0
        var isOdd = false

        mutating func add(_ bpm: Int) {
            count += 1
            sum += bpm
            squares += bpm * bpm
        }

        /// The standard deviation is at most 1.5 bpm: n x squares - sum^2 is at most (1.5 n)^2.
        var isSteady: Bool { 4 * (count * squares - sum * sum) <= 9 * count * count }

        func isFar(_ bpm: Int) -> Bool { abs(bpm * count - sum) > 5 * count }
    }

    /// The belt's speed, in 0.01 km/h, at a time in ms.
    mutating func tell(speedCentiKmH: Int, at time: Int64) {
        if let lastBeltSpeed, abs(speedCentiKmH - lastBeltSpeed) < Self.feltSpeedChange { return }
        if lastBeltSpeed != nil { beltChangedAt = time }
        lastBeltSpeed = speedCentiKmH
    }

    /// An accepted reading in bpm, and the cadence, of one foot or of both, where it is known.
    mutating func take(_ bpm: Int, cadence: Int?, tellsIntervals: Bool, at time: Int64) {
        if tellsIntervals { return forgetReadings() }
        readings.keep(after: time - Self.leapTime - 1)
        if let cadence {
            landing = nil
            doubts.remove(.oddlySteady)
            follow(bpm, cadence: cadence, at: time)
        } else {
            onCadenceSince = nil
            doubts.remove(.cadenceLock)
            watchLanding(bpm, at: time)
        }
        let isNew = readings.count == 0 || time - readings[readings.count - 1].time >= 1000
        if isNew {
            readings.append(Reading(time: time, bpm: bpm))
            readings.keep(last: Self.kept)
        }
    }

    /// What is known of the belt stays.
    private mutating func forgetReadings() {
        readings.removeAll()
        onCadenceSince = nil
        landing = nil
        doubts = []
    }

    private mutating func follow(_ bpm: Int, cadence: Int, at time: Int64) {
        let isOn = abs(bpm - cadence) <= Self.closeness || abs(bpm - 2 * cadence) <= Self.closeness
        guard isOn else {
            onCadenceSince = nil
            doubts.remove(.cadenceLock)
            return
        }
        if onCadenceSince == nil, hasLeapt(to: bpm, at: time) { onCadenceSince = time }
        if let onCadenceSince, time - onCadenceSince >= Self.proof { doubts.insert(.cadenceLock) }
    }

    private mutating func watchLanding(_ bpm: Int, at time: Int64) {
        guard var landing else {
            if Self.usualCadence.contains(bpm), hasLeapt(to: bpm, at: time) { self.landing = Landing(since: time) }
            return
        }
        if landing.isOdd, !landing.isFar(bpm) { return }
        landing.add(bpm)
        let isOver = time - landing.since >= Self.steadyTime
        landing.isOdd = isOver && landing.isSteady && !landing.isFar(bpm)
        if landing.isOdd { doubts.insert(.oddlySteady) } else { doubts.remove(.oddlySteady) }
        self.landing = isOver && !landing.isOdd ? nil : landing
    }

    /// True when the heart rate was far away within the last ``leapTime``, though nothing made it move.
    private func hasLeapt(to bpm: Int, at time: Int64) -> Bool {
        guard time - beltChangedAt >= Self.calm else { return false }
        for index in 0..<readings.count where abs(readings[index].bpm - bpm) >= Self.leap { return true }
        return false
    }
}
