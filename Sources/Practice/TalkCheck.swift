public import RunEngine

/// The guided talk check: stages of two minutes, each a little faster; in the last half minute of each, the runner reads
/// a text aloud and says how that went.
///
/// What is found is the last stage in which talking was comfortable (LP), with the median heart rate of its last 30 s.
/// The check ends at the first "no", at the second "not sure" in a row, or when a stage reached the heart rate beyond
/// which the edge would not be put. A check that ended before talking ceased to be comfortable finds nothing: its last
/// stage would be no edge.
///
/// Fed with the samples of a session, one a second, and with the runner's answers. Nothing here moves the belt.
public struct TalkCheck: Equatable, Sendable {
    /// How talking went, by the name that programs see.
    public enum Answer: String, CaseIterable, Sendable {
        case comfortable
        case notSure = "not_sure"
        case no
    }

    /// A stage that was answered.
    public struct Stage: Equatable, Sendable {
        /// From 1 on.
        public var number: Int
        /// The belt's speed in its last 30 s, in 0.01 km/h, where a treadmill told it.
        public var speedCentiKmH: Int?
        /// The median of its last 30 s, in bpm; `nil` when more than a fifth of them had no heart rate.
        public var heartRateBPM: Int?
        /// How talking went.
        public var answer: Answer
    }

    /// What the runner is to be told or asked.
    public enum Prompt: Equatable, Sendable {
        /// The first stage begins: an easy walk on a flat belt, about this fast, in 0.01 km/h.
        case begin(centiKmH: Int)
        /// The next stage begins, faster by so much; to what, where the speed is known. In 0.01 km/h.
        case faster(stage: Int, byCentiKmH: Int, toCentiKmH: Int?)
        /// Read the text aloud now.
        case read(stage: Int)
        /// How did talking go?
        case ask(stage: Int)
        /// An answer came before the text was read.
        case readFirst
        /// A stage was answered.
        case answered(Stage)
        /// The heart rate was missing: the same stage again.
        case again(stage: Int)
        /// The belt stands; the stage begins anew when it moves.
        case beltStopped
        /// The belt is inclined, by 0.1 %.
        case inclined(deciPercent: Int)
        /// The check is over.
        case finished(Outcome)
    }

    /// What came of the check.
    public enum Outcome: Equatable, Sendable {
        /// The last comfortable stage, whose heart rate is known.
        case found(Stage)
        /// Nothing was found, and nothing is to be changed.
        case nothing(Reason)
    }

    /// Why nothing was found, by the name that programs see.
    public enum Reason: String, Error, CaseIterable, Sendable {
        /// Talking was not comfortable in any stage.
        case neverComfortable = "never_comfortable"
        /// It ended while talking was still comfortable.
        case endedEarly = "ended_early"
        /// The heart rate was missing.
        case heartRateMissing = "heart_rate_missing"
    }

    private enum State: Equatable, Sendable {
        /// For a heart rate, and for a belt that is known to move.
        case waiting
        /// Since a time in ms of session time; what was answered while reading.
        case stage(since: Int64, answer: Answer?)
        /// A stage is over and not answered; asked last at a time in ms.
        case asking(last: Int64)
        case ended
    }

    /// How long a stage takes, in ms.
    public static let stage: Int64 = 120_000
    /// How long its last part is, in which the text is read, in ms.
    public static let reading: Int64 = 30_000
    /// What is called an easy walk to begin with, in 0.01 km/h.
    public static let firstCentiKmH = 400
    /// Up to here it is a walk, and a stage is 0.5 km/h faster than the one before; beyond, 0.8. In 0.01 km/h.
    public static let walkCentiKmH = 650

    /// The stages that were answered.
    public private(set) var stages: [Stage] = []
    private let enoughBPM: Int?
    private var state = State.waiting
    private var number = 1
    private var isBegun = false
    private var hasToldIncline = false
    private var hasRead = false
    /// How often in a row the present stage had no heart rate.
    private var misses = 0
    private var rates = PresentRates()
    private var speedCentiKmH: Int?
    /// What the runner was led to where no treadmill tells the speed.
    private var ledCentiKmH = firstCentiKmH

    /// A check at its beginning. `enoughBPM`: a heart rate that a stage need not go beyond.
    public init(enoughBPM: Int? = nil) {
        self.enoughBPM = enoughBPM
    }

    /// True when the check is over.
    public var isOver: Bool { state == .ended }

    /// Takes in the next sample.
    public mutating func take(_ sample: RunSample) -> [Prompt] {
        if isOver { return [] }
        var prompts = noteIncline(of: sample)
        switch state {
        case .waiting:
            guard sample.heartRateBPM != nil, sample.speedCentiKmH != 0 else { break }
            beginStage(at: sample.timeMilliseconds)
            if !isBegun { prompts.append(.begin(centiKmH: Self.firstCentiKmH)) }
            isBegun = true
        case .stage(let since, let answer):
            if sample.speedCentiKmH == 0 {
                state = .waiting
                prompts.append(.beltStopped)
                break
            }
            prompts += takeStageSample(sample, since: since, answer: answer)
        case .asking(let last):
            guard sample.timeMilliseconds - last >= Self.reading else { break }
            state = .asking(last: sample.timeMilliseconds)
            prompts.append(.ask(stage: number))
        case .ended: break
        }
        return prompts
    }

    /// The runner says how talking went, at a time in ms of session time. "No" counts at any time; anything else once
    /// the text is being read.
    public mutating func answer(_ answer: Answer, atMilliseconds time: Int64) -> [Prompt] {
        switch state {
        case .waiting, .ended: return []
        case .asking: return conclude(answer, at: time)
        case .stage(let since, _):
            if answer == .no { return conclude(answer, at: time) }
            guard hasRead else { return [.readFirst] }
            state = .stage(since: since, answer: answer)
            return []
        }
    }

    /// Nothing more comes: the runner ends the check.
    public mutating func finish() -> [Prompt] { isOver ? [] : end(.endedEarly) }

    // MARK: - A stage

    private mutating func beginStage(at time: Int64) {
        state = .stage(since: time, answer: nil)
        hasRead = false
        rates = PresentRates()
        speedCentiKmH = nil
    }

    private mutating func takeStageSample(_ sample: RunSample, since: Int64, answer: Answer?) -> [Prompt] {
        let elapsed = sample.timeMilliseconds - since
        let start = Self.stage - Self.reading
        guard elapsed >= start else { return [] }
        var prompts: [Prompt] = []
        if !hasRead {
            hasRead = true
            prompts.append(.read(stage: number))
        }
        // Second n of the reading ends n seconds behind its start; those without a sample are missing.
        let last = Int(Self.reading / 1000)
        let second = Int(clamping: (elapsed - start + 999) / 1000)
        while rates.count < min(second - 1, last) { rates.append(nil) }
        if rates.count == second - 1, second <= last { rates.append(sample.heartRateBPM) }
        if let speed = sample.speedCentiKmH { speedCentiKmH = speed }
        guard elapsed >= Self.stage else { return prompts }
        if let answer { return prompts + conclude(answer, at: sample.timeMilliseconds) }
        state = .asking(last: sample.timeMilliseconds)
        return prompts + [.ask(stage: number)]
    }

    /// A stage is answered: the next one, the same again, or the end.
    private mutating func conclude(_ answer: Answer, at time: Int64) -> [Prompt] {
        let seconds = Int(Self.reading / 1000)
        let rate = rates.count == seconds ? rates.medianBPM(0..<seconds) : nil
        if answer == .comfortable, rate == nil {
            misses += 1
            if misses > 1 { return end(.heartRateMissing) }
            beginStage(at: time)
            return [.again(stage: number)]
        }
        misses = 0
        let stage = Stage(number: number, speedCentiKmH: speedCentiKmH, heartRateBPM: rate, answer: answer)
        let isUnsureAgain = answer == .notSure && stages.last?.answer == .notSure
        let isEnough = enoughBPM.map { rate ?? 0 >= $0 } ?? false
        stages.append(stage)
        if answer == .no || isUnsureAgain || isEnough { return [.answered(stage)] + end(.neverComfortable) }
        let from = speedCentiKmH ?? ledCentiKmH
        let step = from < Self.walkCentiKmH ? 50 : 80
        ledCentiKmH = from + step
        number += 1
        let target = speedCentiKmH.map { $0 + step }
        beginStage(at: time)
        return [.answered(stage), .faster(stage: number, byCentiKmH: step, toCentiKmH: target)]
    }

    private mutating func end(_ reason: Reason) -> [Prompt] {
        state = .ended
        return [.finished(outcome(otherwise: reason))]
    }

    /// The last comfortable stage, if talking ceased to be comfortable behind it, or it was hard enough already.
    private func outcome(otherwise reason: Reason) -> Outcome {
        guard let found = stages.last(where: { $0.answer == .comfortable }), let rate = found.heartRateBPM else {
            return .nothing(reason)
        }
        let isEdge = found.number < stages.last?.number ?? 0 || enoughBPM.map { rate >= $0 } ?? false
        return isEdge ? .found(found) : .nothing(reason)
    }

    private mutating func noteIncline(of sample: RunSample) -> [Prompt] {
        guard !hasToldIncline, let incline = sample.inclinationDeciPercent, abs(incline) >= 5 else { return [] }
        hasToldIncline = true
        return [.inclined(deciPercent: incline)]
    }
}
