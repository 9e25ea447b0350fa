public import Practice
public import RunEngine

/// What `steady talk` says.
public enum TalkReport {
    /// What it is, before it begins.
    public static let invitation = [
        "The talk check: stages of two minutes, each a little faster, until talking is no longer comfortable.",
        "You set the belt; Steady only listens. Stop whenever you like: q ends it, and nothing is changed then.",
    ]

    /// Read aloud at the end of each stage: 45 words.
    public static let text = [
        "On quiet mornings the path by the river belongs to the herons and to me.",
        "The water moves without hurry, the trees lean over it, and each step lands softly.",
        "There is nowhere I have to be, and the day can wait a little longer.",
    ]

    /// What a prompt says; `keys`: the answers are keys, else words.
    public static func lines(for prompt: TalkCheck.Prompt, keys: Bool) -> [String] {
        switch prompt {
        case .begin(let speed):
            ["Stage 1: an easy walk on a flat belt, about \(kilometres(speed)) km/h. Two minutes."]
        case .faster(let stage, let step, let target):
            if let target {
                ["Stage \(stage): a little faster, \(kilometres(target)) km/h."]
            } else {
                ["Stage \(stage): a little faster, by \(kilometres(step)) km/h."]
            }
        case .read(let stage): ["Stage \(stage): now read this aloud.", ""] + text.map { "    \($0)" } + [""]
        case .ask:
            keys
                ? ["How was talking? c comfortable, n not sure, x no"]
                : ["How was talking? comfortable, not_sure or no"]
        case .readFirst: ["The text comes in the last half minute: answer when you have read it."]
        case .answered(let stage): [line(for: stage)]
        case .again(let stage): ["The heart rate was missing: stage \(stage) once more, at the same speed."]
        case .beltStopped: ["The belt stands. The stage begins anew when it moves."]
        case .inclined(let incline):
            ["The belt is inclined by \(tenths(incline)) %: on a flat one, the check says more."]
        case .finished(let outcome): lines(for: outcome)
        }
    }

    /// How the band is from now on.
    public static func lines(for plan: ZonePlan) -> [String] {
        let band = "\(plan.band.lowerBPM) to \(plan.band.upperBPM) bpm"
        if plan.bandOrigin == .given {
            return ["It is kept. Your own band of \(band) stays; to go by the check: steady zones --forget band"]
        }
        return ["It is kept, and your band is \(band) from now on. In six weeks or so, do it again if you like."]
    }

    private static func lines(for outcome: TalkCheck.Outcome) -> [String] {
        switch outcome {
        case .found(let stage):
            let speed = stage.speedCentiKmH.map { " at \(kilometres($0)) km/h" } ?? ""
            return ["You talk in comfort up to \(stage.heartRateBPM ?? 0) bpm\(speed)."]
        case .nothing(.neverComfortable):
            return [
                "Talking was not comfortable this time, and nothing is changed. Another day, begin a little easier."
            ]
        case .nothing(.endedEarly): return ["The check ended while talking was comfortable. Nothing is changed."]
        case .nothing(.heartRateMissing): return ["The heart rate was missing. Nothing is changed."]
        }
    }

    private static func line(for stage: TalkCheck.Stage) -> String {
        let answer =
            switch stage.answer {
            case .comfortable: "comfortable"
            case .notSure: "not sure"
            case .no: "no"
            }
        let rate = stage.heartRateBPM.map { ", \($0) bpm" } ?? ""
        let speed = stage.speedCentiKmH.map { " at \(kilometres($0)) km/h" } ?? ""
        return "Stage \(stage.number): \(answer)\(rate)\(speed)."
    }

    /// A line about how it goes, between prompts.
    public static func progress(_ sample: RunSample) -> String {
        let rate = sample.heartRateBPM.map { "\($0) bpm" } ?? "no heart rate"
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
