/// A runner's heart: how its rate follows the belt, and its single beats.
///
/// A step is one second (Euler). Only + - * / and the square root are used, so that every machine computes the same bits.
/// What draws chance draws it in a fixed order: the slow and the fast wander of the rate, then for each beat its two parts.
struct RunnerModel: Sendable {
    /// No heart of this model beats slower, in bpm.
    static let lowestBPM = 35.0
    /// Below this share of the reserve an effort does not tire.
    private static let tiringShare = 0.35
    /// For how long an effort may go on before the heart rate drifts, in s.
    private static let driftAfter = 600.0

    let traits: RunnerTraits
    private let isNoisy: Bool
    private var chance: SplitMix64
    private var slow: Double
    private var fast: Double
    /// The heart rates that the efforts of the last seconds call for: the answer is late by as many.
    private var delayed: [Double]
    private var tiringSeconds = 0.0
    private var drift = 0.0
    private var fastWander = 0.0
    private var slowWander = 0.0
    private var beats = BeatModel()
    /// The true heart rate, in bpm.
    private(set) var heartRateBPM: Double

    /// A runner at rest. `isNoisy`: false for one without chance.
    init(_ traits: RunnerTraits, seed: UInt64, isNoisy: Bool = true) {
        self.traits = traits
        self.isNoisy = isNoisy
        chance = SplitMix64(seed: seed)
        slow = traits.restBPM
        fast = traits.restBPM
        delayed = Array(repeating: traits.restBPM, count: traits.deadSeconds + 1)
        heartRateBPM = traits.restBPM
    }

    /// The heart rate in bpm that an effort leads to in the end; near the maximum it rises ever less.
    func steadyBPM(speedKmH: Double, gradePercent: Double) -> Double {
        let uptake = OxygenCost.uptake(speedKmH: speedKmH, gradePercent: gradePercent)
        var share = (uptake - OxygenCost.rest) / (traits.maximumUptake - OxygenCost.rest)
        if share > 0.85 { share = 0.85 + 0.15 * (share - 0.85) / (share - 0.85 + 0.15) }
        return traits.restBPM + (traits.maximumBPM - traits.restBPM) * share
    }

    /// Lets a second pass at a speed in km/h and a grade in percent; answers the intervals of the beats that began in it,
    /// in 1/1024 s.
    mutating func step(speedKmH: Double, gradePercent: Double) -> [UInt16] {
        delayed.append(steadyBPM(speedKmH: speedKmH, gradePercent: gradePercent))
        let target = delayed.removeFirst()
        let constant = target >= slow ? traits.slowSeconds : traits.slowSeconds * 1.2
        slow += (target - slow) / constant
        fast += (target - fast) / traits.fastSeconds
        let base = (1.0 - traits.fastShare) * slow + traits.fastShare * fast
        let share = (base - traits.restBPM) / (traits.maximumBPM - traits.restBPM)
        tire(at: share)
        if isNoisy {
            fastWander += -fastWander / 20.0 + 0.45 * chance.normal()
            slowWander += -slowWander / 180.0 + 0.14 * chance.normal()
        }
        heartRateBPM = base + drift + (isNoisy ? fastWander + slowWander : 0.0)
        if heartRateBPM > traits.maximumBPM { heartRateBPM = traits.maximumBPM }
        if heartRateBPM < Self.lowestBPM { heartRateBPM = Self.lowestBPM }
        return beats.step(heartRateBPM: heartRateBPM, reserveShare: share, chance: &chance, isNoisy: isNoisy)
    }

    /// The heart rate as a strap shows it: by the last eight beats, in whole bpm; 0 before the first.
    var strapBPM: Int { beats.meanBPM }

    private mutating func tire(at share: Double) {
        if share > Self.tiringShare {
            tiringSeconds += 1.0
            if tiringSeconds > Self.driftAfter { drift += traits.driftPerMinute / 60.0 * (share / 0.6) }
        } else {
            drift -= drift / 300.0
        }
    }
}
