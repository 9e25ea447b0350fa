import SensorCodec

/// Whether a heart-rate sensor is on a body, by its flag and by how it behaves.
///
/// The flag alone is not to be believed either way. Some straps (Polar H10) have none, keep their link when they are
/// taken off, and repeat the last heart rate for as long as their battery lasts: then the intervals between beats cease.
/// Others say "no contact" of a heart that plainly beats. So behaviour is weighed with the flag:
///
/// - **Frozen**: a sensor that told intervals has told none for ``silence``, over at least three values, and its heart
///   rate has not moved for as long. Until the rate moves or fitting intervals come again, it is off the body.
/// - **Contradicted**: with "no contact" in every value, the rate has moved and intervals that fit it have filled the
///   time, for ``proof``. Until the flag or the behaviour changes, the sensor is worn.
/// - **Standing**: a heart rate that has not moved for ``standing`` is in doubt; where there never were intervals, no more
///   is known.
struct BodyContact: Sendable {
    /// In ms. In recordings of eight hours, worn sensors had neither beat nor movement for 8 s at the longest.
    static let silence: Int64 = 12_000
    /// In ms.
    static let proof: Int64 = 10_000
    /// In ms.
    static let standing: Int64 = 60_000
    /// The intervals in 1/1024 s that a heart has: 250 to 2000 ms.
    private static let plausibleIntervals: ClosedRange<UInt16> = 256...2048
    private static let valuesOfSilence = 3

    /// What a value says.
    enum Verdict: Equatable, Sendable {
        /// There is no heart rate in it.
        case noReading
        /// The reading counts.
        case worn
        /// The reading counts, though the sensor says that it has no contact.
        case wornAgainstFlag
        /// The sensor says that it has no contact.
        case noContact
        /// The sensor repeats its last heart rate.
        case frozen

        var isUsable: Bool { self == .worn || self == .wornAgainstFlag }
    }

    /// The heart rate in bpm, and since when it has stood, in ms.
    private var standingRate: (bpm: UInt16, since: Int64)?
    /// When fitting intervals last came, in ms, and how many values came without since.
    private var intervalsAt: Int64?
    private var valuesWithout = 0
    private var isFrozen = false
    /// What was seen while the flag said "no contact".
    private var denial: Denial?

    private struct Denial: Sendable {
        /// In ms.
        var since: Int64
        /// In 1/1024 s.
        var beats: Int64 = 0
        var changes = 0
        var isContradicted = false
    }

    /// True while a heart rate has not moved for so long that it is in doubt. `time` in ms.
    func isStanding(at time: Int64) -> Bool {
        standingRate.map { time - $0.since >= Self.standing } ?? false
    }

    /// True while the sensor tells intervals. Times in ms.
    func tellsIntervals(at time: Int64, hold: Int64) -> Bool { intervalsAt.map { time - $0 < hold } ?? false }

    /// Takes a value at a time in ms.
    mutating func take(_ measurement: HeartRateMeasurement, at time: Int64) -> Verdict {
        let bpm = measurement.heartRateBPM
        let hasMoved = standingRate?.bpm != bpm
        if let bpm {
            if hasMoved { standingRate = (bpm, time) }
        } else {
            standingRate = nil
        }
        let beats = Self.fittingBeats(measurement)
        noteIntervals(beats > 0, hasMoved: hasMoved, at: time)
        let isDenied = isContactDenied(measurement, beats: beats, hasMoved: hasMoved, at: time)
        if isDenied { return .noContact }
        guard bpm != nil else { return .noReading }
        if isFrozen { return .frozen }
        return denial == nil ? .worn : .wornAgainstFlag
    }

    private mutating func noteIntervals(_ areThere: Bool, hasMoved: Bool, at time: Int64) {
        if areThere {
            intervalsAt = time
            valuesWithout = 0
        } else {
            valuesWithout = min(valuesWithout + 1, Self.valuesOfSilence)
        }
        if areThere || hasMoved { return isFrozen = false }
        guard let intervalsAt, let standingRate, valuesWithout == Self.valuesOfSilence else { return }
        if time - max(standingRate.since, intervalsAt) >= Self.silence { isFrozen = true }
    }

    private mutating func isContactDenied(
        _ measurement: HeartRateMeasurement,
        beats: Int64,
        hasMoved: Bool,
        at time: Int64
    ) -> Bool {
        guard measurement.sensorContact == .notDetected else {
            denial = nil
            return false
        }
        var denial = denial ?? Denial(since: time)
        denial.beats += beats
        if hasMoved { denial.changes += 1 }
        let elapsed = time - denial.since
        // The first value's own beats lie before it.
        let beatsMilliseconds = denial.beats * 1000 / 1024
        let isFilled = abs(beatsMilliseconds - elapsed) <= elapsed / 5 + 2_000
        if elapsed >= Self.proof, !denial.isContradicted {
            denial.isContradicted = isFilled && denial.changes >= 3
            // Not proven: the next stretch is looked at by itself.
            if !denial.isContradicted { denial = Denial(since: time) }
        }
        self.denial = denial
        return !denial.isContradicted || isFrozen
    }

    /// The sum of a value's intervals, in 1/1024 s, where all of them can be a heart's and their mean is within a quarter
    /// of the value's heart rate; 0 where not.
    private static func fittingBeats(_ measurement: HeartRateMeasurement) -> Int64 {
        let count = measurement.rrIntervals.count
        guard count > 0, let bpm = measurement.heartRateBPM else { return 0 }
        var sum: Int64 = 0
        for index in 0..<count {
            guard plausibleIntervals.contains(measurement.rrIntervals[index]) else { return 0 }
            sum += Int64(measurement.rrIntervals[index])
        }
        // 60 x 1024 / mean = rate, each side times the sum.
        let rate = 61_440 * Int64(count)
        let expected = Int64(bpm) * sum
        return abs(rate - expected) * 4 <= expected ? sum : 0
    }
}
