public import Practice
public import RunEngine

/// What `steady talk` says.
public enum TalkReport {
    /// What it is, before it begins.
    public static let invitation = [TalkCheckSaying.whatItIs.text(), TalkCheckSaying.howItGoes.text()]

    /// Read aloud at the end of each stage: 45 words.
    public static let text = ReadAloud.allCases.map { $0.text() }

    /// What a prompt says; `keys`: the answers are keys, else words.
    public static func lines(for prompt: TalkCheck.Prompt, keys: Bool) -> [String] {
        switch prompt {
        case .begin(let speed): [TalkCheckSaying.begin.text(["speed": kilometres(speed)])]
        case .faster(let stage, _, let target?):
            [TalkCheckSaying.fasterTo.text(["stage": "\(stage)", "speed": kilometres(target)])]
        case .faster(let stage, let step, nil):
            [TalkCheckSaying.fasterBy.text(["stage": "\(stage)", "step": kilometres(step)])]
        case .read(let stage):
            [TalkCheckSaying.read.text(["stage": "\(stage)"]), ""] + text.map { "    \($0)" } + [""]
        case .ask: [(keys ? TalkCheckSaying.askForKey : .askForWord).text()]
        case .readFirst: [TalkCheckSaying.readFirst.text()]
        case .answered(let stage): [line(for: stage)]
        case .again(let stage): [TalkCheckSaying.again.text(["stage": "\(stage)"])]
        case .beltStopped: [TalkCheckSaying.beltStopped.text()]
        case .inclined(let incline): [TalkCheckSaying.inclined.text(["incline": tenths(incline)])]
        case .finished(let outcome): lines(for: outcome)
        }
    }

    /// How the band is from now on.
    public static func lines(for plan: ZonePlan) -> [String] {
        let band = "\(plan.band.lowerBPM) to \(plan.band.upperBPM)"
        return [(plan.bandOrigin == .given ? TalkCheckSaying.bandStays : .bandMoves).text(["band": band])]
    }

    private static func lines(for outcome: TalkCheck.Outcome) -> [String] {
        switch outcome {
        case .found(let stage):
            let bpm = "\(stage.heartRateBPM ?? 0)"
            guard let speed = stage.speedCentiKmH else { return [TalkCheckSaying.found.text(["bpm": bpm])] }
            return [TalkCheckSaying.foundAtSpeed.text(["bpm": bpm, "speed": kilometres(speed)])]
        case .nothing(.neverComfortable): return [TalkCheckSaying.neverComfortable.text()]
        case .nothing(.endedEarly): return [TalkCheckSaying.endedEarly.text()]
        case .nothing(.heartRateMissing): return [TalkCheckSaying.heartRateMissing.text()]
        }
    }

    private static func line(for stage: TalkCheck.Stage) -> String {
        let answer: TalkCheckSaying =
            switch stage.answer {
            case .comfortable: .comfortable
            case .notSure: .notSure
            case .no: .no
            }
        let rate = stage.heartRateBPM.map { ", \($0) bpm" } ?? ""
        let speed = stage.speedCentiKmH.map { " at \(kilometres($0)) km/h" } ?? ""
        return TalkCheckSaying.answered.text(["stage": "\(stage.number)", "answer": answer.text() + rate + speed])
    }

    /// A line about how it goes, between prompts.
    public static func progress(_ sample: RunSample) -> String {
        let rate = sample.heartRateBPM.map { "\($0) bpm" } ?? LineSaying.noHeartRate.text()
        return rate + (sample.speedCentiKmH.map { ", \(kilometres($0)) km/h" } ?? "")
    }

    private static func kilometres(_ centi: Int) -> String { tenths((centi + 5) / 10) }

    private static func tenths(_ number: Int) -> String {
        "\(number < 0 ? "-" : "")\(abs(number) / 10).\(abs(number) % 10)"
    }
}

extension JSONWriter {
    /// A prompt as a JSON line; the end is told by ``talkResult(_:plan:at:)``.
    public mutating func prompt(_ prompt: TalkCheck.Prompt, at milliseconds: Int64) {
        if case .finished = prompt { return }
        beginObject()
        if case .answered(let stage) = prompt {
            word(.event, "stage")
            number(.timeMilliseconds, milliseconds, places: 0)
            number("stage", stage.number)
            word("answer", stage.answer.rawValue)
            number(.heartRate, stage.heartRateBPM)
            number(.speed, stage.speedCentiKmH, places: 2)
        } else {
            word(.event, "prompt")
            number(.timeMilliseconds, milliseconds, places: 0)
            fields(of: prompt)
        }
        endObject()
        endLine()
    }

    private mutating func fields(of prompt: TalkCheck.Prompt) {
        switch prompt {
        case .begin(let speed):
            word("prompt", "begin")
            number("stage", 1)
            number("target_speed_km_h", speed, places: 2)
        case .faster(let stage, let step, let target):
            word("prompt", "faster")
            number("stage", stage)
            number("faster_by_km_h", step, places: 2)
            number("target_speed_km_h", target, places: 2)
        case .read(let stage):
            word("prompt", "read")
            number("stage", stage)
            key("text")
            string(TalkReport.text.joined(separator: " "))
        case .ask(let stage):
            word("prompt", "ask")
            number("stage", stage)
        case .again(let stage):
            word("prompt", "again")
            number("stage", stage)
        case .readFirst: word("prompt", "read_first")
        case .beltStopped: word("prompt", "belt_stopped")
        case .inclined(let incline):
            word("prompt", "inclined")
            number(.inclination, incline, places: 1)
        case .answered, .finished: break
        }
    }

    /// The last line: what was found and kept with the band that it gives, or why nothing was.
    public mutating func talkResult(
        _ talk: TalkReading?,
        because reason: TalkCheck.Reason?,
        plan: ZonePlan,
        at milliseconds: Int64
    ) {
        beginObject()
        word(.event, "result")
        number(.timeMilliseconds, milliseconds, places: 0)
        if let talk { fields(of: talk) }
        if let reason { word("reason", reason.rawValue) }
        band(plan.band)
        word(.bandOrigin, plan.bandOrigin.rawValue)
        endObject()
        endLine()
    }
}
