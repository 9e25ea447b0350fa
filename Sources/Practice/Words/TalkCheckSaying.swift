/// What is said in the talk check.
public enum TalkCheckSaying: String, Saying {
    case whatItIs =
        "The talk check: stages of two minutes, each a little faster, until talking is no longer comfortable."
    case howItGoes =
        "You set the belt; Steady listens. Stop whenever you like: q ends it, and nothing is changed then."

    // A stage.
    case begin = "Stage 1: an easy walk on a flat belt, about {speed} km/h. Two minutes."
    case fasterTo = "Stage {stage}: a little faster, {speed} km/h."
    case fasterBy = "Stage {stage}: a little faster, by {step} km/h."
    case read = "Stage {stage}: now read this aloud."
    case askForKey = "How was talking? c comfortable, n not sure, x no"
    case askForWord = "How was talking? comfortable, not_sure or no"
    case readFirst = "The text comes in the last half minute: answer when you have read it."
    case words = "an answer is comfortable, not_sure or no"
    case answered = "Stage {stage}: {answer}."
    case comfortable
    case notSure = "not sure"
    case no
    case again = "The heart rate was missing: stage {stage} once more, at the same speed."
    case beltStopped = "The belt stands. The stage begins anew when it moves."
    case inclined = "The belt is inclined by {incline} %: on a flat one, the check says more."

    // The end.
    case found = "You talk in comfort up to {bpm} bpm."
    case foundAtSpeed = "You talk in comfort up to {bpm} bpm at {speed} km/h."
    case neverComfortable =
        "Talking was not comfortable this time, and nothing is changed. Another day, begin a little easier."
    case endedEarly = "The check ended while talking was comfortable. Nothing is changed."
    case heartRateMissing = "The heart rate was missing. Nothing is changed."
    case bandStays = "It is kept. Your own band of {band} bpm stays; to go by the check: steady zones --forget band"
    case bandMoves = "It is kept, and your band is {band} bpm from now on. In six weeks or so, do it again if you like."
}

/// What is read aloud in the talk check: 45 words, of nothing in particular.
public enum ReadAloud: String, Saying {
    case river = "On quiet mornings the path by the river belongs to the herons and to me."
    case water = "The water moves without hurry, the trees lean over it, and each step lands softly."
    case day = "There is nowhere I have to be, and the day can wait a little longer."
}
